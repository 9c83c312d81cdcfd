import Foundation
import Testing

extension EndToEnd {
    @Suite("The funnel where nobody has chosen one")
    struct FirstFunnelTests {
        private static let columns = ["person=user", "time=at", "touchpoint=page", "channel=channel"]

        /// Of forty people thirty finish, of whom ten never upload; the others stop after the form.
        private func rows() -> String {
            var lines = ["user,at,page,channel"]
            for person in 0..<40 {
                var pages = ["landing", "form", "upload", "submit", "thanks"]
                if person % 4 == 0 { pages = ["landing", "form"] }
                if person % 4 == 1 { pages.removeAll { $0 == "upload" } }
                for (hour, page) in pages.enumerated() {
                    let day = String(format: "2025-%02d-%02d", 1 + person % 6, 1 + person % 28)
                    let channel = person % 2 == 0 ? "web" : "phone"
                    lines.append("p\(person),\(day)T\(10 + hour):00:00Z,\(page),\(channel)")
                }
            }
            return lines.joined(separator: "\n") + "\n"
        }

        private func store(_ text: String, in folder: Folder) throws -> String {
            let store = folder.file("town.cxm").path
            let file = try folder.write(text, to: "town.csv")
            let words = Self.columns.flatMap { ["--column", $0] }
            let outcome = try Program.run(["import", file.path, "--store", store] + words, in: folder)
            try #require(outcome.status == 0, "\(outcome.errors)")
            return store
        }

        private func names(_ words: [String], _ folder: Folder) throws -> [String] {
            let json = try Program.run(["show", "funnel", "--format", "json"] + words, in: folder).json()
            return try #require(json["steps"] as? [[String: Any]]).compactMap { $0["name"] as? String }
        }

        @Test("is the same whatever the period and the filters, and says where its steps come from")
        func sameSteps() throws {
            let folder = try Folder()
            let store = try store(rows(), in: folder)
            let steps = ["landing", "form", "upload", "submit", "thanks"]
            let scopes = [
                [], ["--from", "2025-02-01", "--to", "2025-02-28"], ["--where", "channel=web"], ["--within", "1h"],
                ["--by", "channel"],
            ]
            for scope in scopes { #expect(try names(scope + ["--store", store], folder) == steps, "\(scope)") }
            let json = try Program.run(["show", "funnel", "--format", "json", "--store", store], in: folder).json()
            let from = try #require(json["stepsFrom"] as? [String: Any])
            #expect(from["source"] as? String == "suggested" && from["finished"] as? Int == 30)
            let text = try Program.run(["show", "funnel", "--store", store], in: folder).output
            #expect(text.contains("Suggested steps"))
            let chosen = ["show", "funnel", "--step", "form", "--format", "json", "--store", store]
            let given = try #require(try Program.run(chosen, in: folder).json()["stepsFrom"] as? [String: Any])
            #expect(given["source"] as? String == "given")
        }

        @Test("does not say of people who finished that they stopped, with their confirmation next")
        func finishedOtherwise() throws {
            let folder = try Folder()
            let store = try store(rows(), in: folder)
            let json = try Program.run(["show", "funnel", "--format", "json", "--store", store], in: folder).json()
            let steps = try #require(json["steps"] as? [[String: Any]])
            #expect(steps[1]["dropped"] as? Int == 20 && steps[1]["completedOtherwise"] as? Int == 10)
            #expect(steps[1]["nothingNext"] as? Int == 10 && (steps[1]["next"] as? [Any])?.isEmpty == true)
            let text = try Program.run(["show", "funnel", "--store", store], in: folder).output
            #expect(text.contains("completed all the same"))
        }

        @Test("is the report's, and the dashboard's, whose command finds it again")
        func reportAndScreen() throws {
            let folder = try Folder()
            let store = try store(rows(), in: folder)
            let report = ["report", "--view", "funnel", "--format", "markdown", "--store", store]
            let page = try Program.run(report + ["--from", "2025-03-01"], in: folder).output
            for step in ["landing", "form", "upload", "submit", "thanks"] { #expect(page.contains(step)) }
            #expect(page.contains("Suggested steps"))
        }

        @Test("is none where a store has nothing to make one of, and that is said with what to do")
        func none() throws {
            let folder = try Folder()
            let store = try store("user,at,page,channel\np1,2025-01-01T00:00:00Z,landing,web\n", in: folder)
            let outcome = try Program.run(["show", "funnel", "--store", store], in: folder)
            #expect(outcome.status == 2 && outcome.errors.contains("name its steps with --step"))
            let page = try Program.run(
                ["report", "--view", "funnel", "--format", "markdown", "--store", store],
                in: folder
            )
            #expect(page.status == 0 && page.output.contains("choose its steps with --step"))
        }
    }
}

import Foundation
import Testing

/// `cxm show people`, on the demo town.
struct PeopleTests {
    private static let demo = Result { () throws -> (folder: Folder, store: String) in
        let folder = try Folder()
        let outcome = try Program.run(["demo", "--people", "1500", "--path"], in: folder)
        return (folder, outcome.output.trimmingCharacters(in: .newlines))
    }

    private func show(_ arguments: String...) throws -> Program.Outcome {
        let (folder, store) = try Self.demo.get()
        return try Program.run(["show"] + arguments + ["--store", store], in: folder)
    }

    @Test func everyGapOfTheDemoTownHasAsManyPeopleAsItSays() throws {
        let gaps = try #require(try show("overview", "--format", "json").json()["gaps"] as? [[String: Any]])
        #expect(gaps.count > 5)
        for gap in gaps {
            let behind = try #require(gap["behind"] as? String)
            let people = try show("people", "--behind", behind, "--top", "100000", "--format", "json").json()
            let total = try #require(people["total"] as? Int)
            #expect(total == gap["people"] as? Int, "\(behind)")
            let list = try #require(people["people"] as? [[String: Any]])
            let withheld = try #require(people["withheld"] as? Int)
            #expect(list.count == total - withheld)
            let names = list.compactMap { $0["name"] as? String }
            #expect(Set(names).count == names.count)
        }
    }

    @Test func aFunnelsStepsHaveTheirLists() throws {
        let steps = ["--step", "start form", "submit", "--within", "14d"]
        func people(_ behind: String) throws -> Int? {
            let outcome = try Program.run(
                ["show", "people", "--behind", behind, "--format", "json"] + steps + [
                    "--store", try Self.demo.get().store,
                ],
                in: try Self.demo.get().folder
            )
            return try outcome.json()["total"] as? Int
        }
        let (folder, store) = try Self.demo.get()
        let funnel = try Program.run(["show", "funnel", "--format", "json"] + steps + ["--store", store], in: folder)
            .json()
        let rows = try #require(funnel["steps"] as? [[String: Any]])
        for (index, row) in rows.enumerated() {
            #expect(try people("reached=\(index + 1)") == row["reached"] as? Int)
            #expect(try people("stopped=\(index + 1)") == row["dropped"] as? Int)
            #expect(try people("pending=\(index + 1)") == row["pending"] as? Int)
        }
        #expect(try people("converted") == funnel["converted"] as? Int)
    }

    @Test func namesAreGivenOnlyWhereTheyAreAskedFor() throws {
        func names(_ more: String...) throws -> [String] {
            let (folder, store) = try Self.demo.get()
            let words = ["show", "people", "--behind", "not-honoured", "--format", "json", "--store", store] + more
            let list = try Program.run(words, in: folder).json()["people"] as? [[String: Any]] ?? []
            return list.compactMap { $0["name"] as? String }
        }
        let (hidden, shown) = (try names(), try names("--names"))
        #expect(hidden.count == 20 && shown.count == 20)
        #expect(Set(hidden).isDisjoint(with: shown))
        #expect(hidden == (try names()))
        #expect(hidden.allSatisfy { $0.wholeMatch(of: /[0-9a-z]{4}-[0-9a-z]{4}/) != nil })
    }

    @Test func aGroupThatThereIsNotIsAnErrorThatSaysWhichThereAre() throws {
        for words in [["--behind", "everybody"], ["--behind", "stopped=1"], ["--behind", "trait:person.age_band"]] {
            let (folder, store) = try Self.demo.get()
            let outcome = try Program.run(["show", "people"] + words + ["--store", store], in: folder)
            #expect(outcome.status == 2)
            #expect(outcome.errors.hasPrefix("cxm: error:"))
        }
    }
}

import Foundation
import Testing

extension EndToEnd {
    @Suite("In public (D25)")
    struct PublicTests {
        private let folder: Folder
        private let store: String

        /// 64 people: 56 on the web, of whom 7 stop after the first step, and 8 on the phone, who all stop.
        init() throws {
            folder = try Folder()
            store = folder.file("few.cxm").path
            let rows = (0..<64).flatMap { index -> [String] in
                let channel = index < 8 ? "phone" : "web"
                let day = String(format: "2025-10-%02d", 1 + index % 28)
                let begun = "p\(index),\(day)T10:00:00Z,start,\(channel),p\(index)@example.org"
                let ended = "p\(index),\(day)T11:00:00Z,end,\(channel),p\(index)@example.org"
                return index < 15 ? [begun] : [begun, ended]
            }
            let file = try folder.write(
                "user,at,page,channel,mail\n" + rows.joined(separator: "\n") + "\n",
                to: "few.csv"
            )
            let columns = ["person=user", "time=at", "touchpoint=page", "channel=channel", "person.mail=mail"]
            let mapping = columns.flatMap { ["--column", $0] }
            let outcome = try Program.run(["import", file.path, "--store", store] + mapping, in: folder)
            try #require(outcome.status == 0, "\(outcome.errors)")
        }

        private static let views: [[String]] = [
            ["show", "overview"], ["show", "funnel", "--step", "start", "--step", "end", "--by", "channel"],
            ["show", "funnel", "--step", "start", "--step", "end", "--by", "person.mail"], ["show", "paths"],
            ["show", "variants"], ["show", "tree", "--path", "start"], ["show", "channels"],
            ["show", "channels", "--every", "week"], ["show", "preferences"], ["show", "maturity"], ["show", "kpis"],
            ["show", "contacts"], ["show", "handoffs"], ["show", "equity", "--by", "person.mail"], ["info"],
        ]

        /// What counts no people: places, services, sizes, yes and no.
        private static let structural: Set<String> = [
            "touchpoints", "channels", "services", "values", "imports", "schemaVersion", "bytes", "stage", "next",
            "number", "n", "target", "score", "distance", "value", "low", "high", "share",
            "optional", "demo", "significant", "collapsed", "lowerIsBetter", "redLine", "held",
        ]

        /// The numbers in a JSON value, by their keys.
        private func numbers(_ value: Any, _ key: String = "") -> [(key: String, number: Double)] {
            switch value {
            // The 7 or 28 days that a hand-off has are a rule.
            case let object as [String: Any] where object["id"] as? String == "no-hand-off-due": []
            case let object as [String: Any]:
                object.filter { $0.key != "targets" && $0.key != "survey" }.flatMap { numbers($0.value, $0.key) }
            case let array as [Any]: array.flatMap { numbers($0, key) }
            case let number as NSNumber: [(key, number.doubleValue)]
            default: []
            }
        }

        @Test("No view tells a small count, in JSON", arguments: views)
        func json(_ view: [String]) throws {
            let call = view + ["--store", store, "--public", "--format", "json"]
            let outcome = try Program.run(call, in: folder)
            try #require(outcome.status == 0, "\(outcome.errors)")
            let json = try outcome.json()
            #expect(json["protected"] as? String == "Protected: counts under 10 hidden, rounded to 5.")
            for (key, number) in numbers(json) where !Self.structural.contains(key) {
                #expect(!(0.5..<10).contains(number), "\(key) \(number)")
            }
            #expect(!outcome.output.contains("example.org"))
        }

        /// 64 people, 49 who converted, 113 events: no exact number of them is anywhere, and nothing is computed from a hidden
        /// count, which would have many digits.
        private func expectNothingExact(in output: String, _ place: String) {
            // The Data screen says when the store was imported: at 8:49 that is no count.
            let text = output.replacing(/<style>.*?<\/style>/.dotMatchesNewlines(), with: "")
                .replacing(/<[^>]*>/, with: " ")
                .replacing(/\b([01][0-9]|2[0-3]):[0-5][0-9]\b/, with: " ")
            let numbers = text.split { !$0.isNumber && $0 != "." }
            for number in numbers {
                #expect(!["64", "49", "113"].contains(number), "\(number) in \(place)")
                #expect(number.count { $0.isNumber } < 10, "\(number) in \(place)")
            }
        }

        @Test(
            "No screen tells a small count, nor what it says in words, nor its receipt",
            arguments: [
                ["1"], ["2"], ["2", "t"], ["2", "enter"], ["2", "down", "enter"], ["3"], ["3", "enter"], ["4"],
                ["4", "enter"], ["4", "m"], ["5"], ["5", "v"], ["6"], ["6", "enter"], ["6", "m"], ["0"],
                ["0", "enter"],
                ["e"],
            ],
            [[], ["i"], ["r"]]
        )
        func screens(_ keys: [String], _ last: [String]) throws {
            let call = ["picture"] + keys + last + ["--store", store, "--public", "--format", "text"]
            let outcome = try Program.run(call, in: folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output.contains("READ-ONLY"))
            expectNothingExact(in: outcome.output, "\(keys + last)")
            #expect(!outcome.output.contains(/[0-9],[0-9]{3},[0-9]{3},[0-9]{3}/))
            #expect(!outcome.output.contains("example.org"))
        }

        @Test("The same is hidden in every format", arguments: ["text", "csv", "markdown", "html"])
        func formats(_ format: String) throws {
            let steps = ["--step", "start", "--step", "end"]
            for view in [
                ["funnel", "--by", "channel"] + steps, ["channels"], ["funnel", "--by", "person.mail"] + steps,
            ] {
                let call = ["show"] + view + ["--store", store, "--format", format]
                let (open, guarded) = (
                    try Program.run(call, in: folder), try Program.run(call + ["--public"], in: folder)
                )
                #expect(guarded.status == 0)
                #expect(open.output != guarded.output)
                #expect(
                    guarded.output.contains("<10") || guarded.output.contains("&lt;10")
                        || guarded.output.contains("hidden")
                )
                #expect(!guarded.output.contains("example.org"))
                expectNothingExact(in: guarded.output, "\(view) as \(format)")
            }
        }

        @Test("A document says once what is protected, and does not subtract itself")
        func report() throws {
            let outcome = try Program.run(["report", "--store", store, "--public", "--format", "markdown"], in: folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output.contains("Protected: counts under 10 hidden, rounded to 5."))
        }

        @Test("Nobody is listed, and CXM_KIOSK protects a command too")
        func people() throws {
            let call = [
                "show", "people", "--behind", "converted", "--step", "start", "--step", "end", "--store", store,
            ]
            #expect(try Program.run(call, in: folder).status == 0)
            let outcome = try Program.run(call + ["--public"], in: folder)
            #expect(outcome.status == 2 && outcome.output.isEmpty)
            #expect(outcome.errors.contains("lists of people are not shown in public"))
            let environment = Program.environment(home: folder.url).merging(["CXM_KIOSK": ""]) { $1 }
            let kiosk = try Program.Run(call, environment: environment, input: nil).finish()
            #expect(kiosk.status == 2)
        }

        @Test("Threshold, rounding and zero are settings")
        func settings() throws {
            let file = try folder.write(
                "[disclosure]\nthreshold = 5\nrounding = 'midpoint-6'\nzero = 'shown'\n",
                to: "own.toml"
            )
            let call = ["show", "channels", "--store", store, "--public", "--format", "json", "--config", file.path]
            let json = try Program.run(call, in: folder).json()
            #expect(json["protected"] as? String == "Protected: counts under 7 hidden, rounded to the midpoint of six.")
            let wrong = try folder.write("[disclosure]\nthreshold = 1\nzero = 'none'\nk = 3\n", to: "wrong.toml")
            let errors = try Program.run(["info", "--store", store, "--config", wrong.path], in: folder).errors
            #expect(errors.contains("wrong.toml:2: threshold must be a number from 2 to 1000"))
            #expect(errors.contains("wrong.toml:3: zero must be one of: hidden, shown"))
            #expect(errors.contains("wrong.toml:4: unknown key 'k' of disclosure"))
        }

        @Test("A kiosk hides on every screen, lists, exports and saves nothing, and takes no frame of an open session")
        func kiosk() throws {
            // An open session keeps its frame …
            let open = try TerminalSession([store], in: folder)
            try open.wait(for: "1 Overview")
            try open.press("2")
            try open.wait(for: "64 entered")
            try open.press("q")
            #expect(try open.exitStatus() == 0)
            let files = try folder.names()

            // … which a kiosk does not show.
            let kiosk = try TerminalSession([store, "--kiosk"], in: folder)
            let first = try kiosk.wait(for: "PUBLIC")
            #expect(!first.contains { $0.contains("64 entered") })
            try kiosk.press("2")
            try kiosk.wait(for: "65 entered")
            for key in "3456" {
                try kiosk.press(String(key))
                try kiosk.wait("screen \(key)") { $0[0].contains("PUBLIC") && !$0[0].contains("Funnel") }
            }
            try kiosk.press("2")
            try kiosk.wait(for: "65 entered")
            for (key, words) in [
                ("l", "lists of people are not shown"), ("x", "nothing is exported"), ("S", "nothing is saved"),
            ] {
                try kiosk.press(key)
                try kiosk.wait(for: words)
            }
            try kiosk.press("y")
            try kiosk.wait(for: "--public")
            try kiosk.press("q")
            #expect(try kiosk.exitStatus() == 0)
            #expect(try folder.names() == files)
        }
    }
}

extension Folder {
    /// What the program keeps for a user; the index is of everybody.
    fileprivate func names() throws -> Set<String> {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: url.path)
        return Set(paths.filter { $0.hasPrefix(".") && !$0.contains("index") })
    }
}

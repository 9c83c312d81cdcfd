import Foundation
import TestSupport
import Testing

/// The numbers that other tools find in the same logs, by way of the program as a user runs it.
extension EndToEnd {
    @Suite("Real logs", .enabled(if: SharedData.isPresent))
    struct RealLogTests {
        private static let receiptSteps = [
            "Confirmation of receipt", "T02 Check confirmation of receipt", "T04 Determine confirmation of receipt",
            "T05 Print and send confirmation of receipt", "T10 Determine necessity to stop indication",
        ].flatMap { ["--step", $0] }
        private static let receiptMapping = [
            "--column", "case=case:concept:name", "--column", "touchpoint=concept:name", "--column",
            "time=time:timestamp",
            "--column", "channel=case:channel",
        ]

        @Test("A municipality's permits, from CSV and from XES", arguments: ["receipt.csv.gz", "receipt.xes.gz"])
        func receipt(file: String) throws {
            let folder = try Folder()
            let path = try SharedData.url("data/receipt/\(file)").path
            let store = folder.file("receipt.cxm").path
            let command = ["import", path, "--store", store, "--json"] + Self.receiptMapping
            let first = try Program.run(command, in: folder)
            #expect(first.status == 0, "\(first.errors)")
            #expect(try first.json()["stored"] as? Int == 8577)
            let second = try Program.run(command, in: folder).json()
            #expect(second["stored"] as? Int == 0)
            #expect(second["duplicates"] as? Int == 8577)

            let info = try Program.run(["info", "--store", store, "--json"], in: folder).json()
            #expect(info["events"] as? Int == 8577)
            #expect(info["cases"] as? Int == 1434)
            #expect(info["touchpoints"] as? Int == 27)
            #expect(info["from"] as? String == "2010-10-02T07:20:39.266Z")
            #expect(info["to"] as? String == "2012-01-23T14:42:54.644Z")

            #expect(try reached(store, Self.receiptSteps, folder) == [1434, 1316, 1303, 1299, 870])
            #expect(
                try reached(store, Self.receiptSteps + ["--within", "1d"], folder) == [1434, 1163, 1070, 909, 607]
            )
            let byChannel = try groups(store, Self.receiptSteps + ["--by", "channel"], folder)
            #expect(byChannel["Internet"] == [1250, 1148, 1135, 1131, 784])
            #expect(byChannel["Desk"] == [109, 97, 97, 97, 52])
            #expect(byChannel["Intern"] == [1, 1, 1, 1, 0])

            let oracle = try SharedLogOracle("data/receipt/oracle.json", "log")
            try expectPaths(store, oracle, folder)
        }

        @Test("Traffic fines: days without times, so ties matter")
        func trafficFines() throws {
            let folder = try Folder()
            let path = try SharedData.url("data/traffic_fines/traffic_fines.csv.gz").path
            let store = folder.file("fines.cxm").path
            let outcome = try Program.run(
                [
                    "import", path, "--store", store, "--json", "--zone", "UTC", "--column", "case=case_id", "--column",
                    "touchpoint=activity", "--column", "time=timestamp",
                ],
                in: folder
            )
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(try outcome.json()["stored"] as? Int == 34_724)
            #expect(try outcome.json()["ties"] as? Int == 474)
            let steps = ["--step", "Create Fine", "--step", "Payment"]
            #expect(try reached(store, steps, folder) == [10_000, 4626])
            #expect(try reached(store, steps + ["--ties", "strict"], folder) == [10_000, 4221])
            try expectPaths(
                store,
                SharedLogOracle("data/traffic_fines/oracle.json", "traffic_fines_rda", "log"),
                folder
            )
        }

        @Test(
            "A shop's clicks, by person and by session",
            arguments: [("person", "by_user"), ("session", "by_session")]
        )
        func clicks(unit: String, key: String) throws {
            let folder = try Folder()
            let path = try SharedData.url("data/ecom_clickstream/ecom.csv.gz").path
            let store = folder.file("shop.cxm").path
            let outcome = try Program.run(
                [
                    "import", path, "--store", store, "--json", "--zone", "UTC", "--column", "person=user_id",
                    "--column",
                    "session=session_id", "--column", "touchpoint=event", "--column", "time=timestamp", "--column",
                    "channel=platform",
                ],
                in: folder
            )
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(try outcome.json()["stored"] as? Int == 31_106)
            let oracle = try SharedLogOracle("data/ecom_clickstream/oracle.json", key)
            let funnel = try #require((oracle.json["funnels"] as? [[String: Any]])?.first)
            let steps = try #require(funnel["steps"] as? [String]).flatMap { ["--step", $0] }
            let unbounded = try #require(funnel["unbounded"] as? [String: Any])
            let scope = ["--unit", unit]
            #expect(try reached(store, steps + scope, folder) == unbounded["duckdb_sql_ge"] as? [Int])
            #expect(
                try reached(store, steps + scope + ["--ties", "strict"], folder) == unbounded["duckdb_sql_gt"] as? [Int]
            )
            try expectPaths(store, SharedLogOracle("data/ecom_clickstream/oracle.json", key, "log"), folder, scope)
        }

        private func reached(_ store: String, _ options: [String], _ folder: Folder) throws -> [Int] {
            let funnel = try show("funnel", store, options, folder)
            return try #require(funnel["steps"] as? [[String: Any]]).compactMap { $0["reached"] as? Int }
        }

        private func groups(_ store: String, _ options: [String], _ folder: Folder) throws -> [String: [Int]] {
            let groups = try #require(try show("funnel", store, options, folder)["groups"] as? [[String: Any]])
            var reached: [String: [Int]] = [:]
            for group in groups {
                let steps = try #require(group["steps"] as? [[String: Any]])
                reached[try #require(group["value"] as? String)] = steps.compactMap { $0["reached"] as? Int }
            }
            return reached
        }

        /// The twenty most frequent pairs and the ten most frequent variants, as the oracle has them.
        private func expectPaths(
            _ store: String,
            _ oracle: SharedLogOracle,
            _ folder: Folder,
            _ scope: [String] = []
        ) throws {
            let paths = try show("paths", store, scope + ["--top", "20"], folder)
            let transitions = try #require(paths["transitions"] as? [[String: Any]])
            let expected = try #require(oracle.json["dfg_top20"] as? [[String: Any]])
            #expect(transitions.compactMap { $0["count"] as? Int } == expected.compactMap { $0["n"] as? Int })
            let pairs = Set(transitions.map { "\($0["from"] ?? "") > \($0["to"] ?? ""): \($0["count"] ?? "")" })
            // Pairs that are equally frequent at the end of the list may be cut differently.
            let least = transitions.last?["count"] as? Int
            for pair in expected where pair["n"] as? Int != least {
                #expect(pairs.contains("\(pair["from"] ?? "") > \(pair["to"] ?? ""): \(pair["n"] ?? "")"))
            }

            let variants = try show("variants", store, scope + ["--top", "10"], folder)
            #expect(variants["distinct"] as? Int == oracle.json["variants"] as? Int)
            let top = try #require(variants["variants"] as? [[String: Any]])
            let expectedTop = try #require(oracle.json["variants_top10"] as? [[String: Any]])
            #expect(top.compactMap { $0["count"] as? Int } == expectedTop.compactMap { $0["cases"] as? Int })
            #expect(
                top.first?["path"] as? [String] == expectedTop.first?["path"] as? [String]
                    || top.first?["count"] as? Int == 1
            )
        }

        private func show(
            _ view: String,
            _ store: String,
            _ options: [String],
            _ folder: Folder
        ) throws -> [String: Any] {
            let outcome = try Program.run(["show", view, "--store", store, "--format", "json"] + options, in: folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
            return try outcome.json()
        }
    }
}

/// A part of an oracle's file.
private struct SharedLogOracle {
    let json: [String: Any]

    init(_ path: String, _ keys: String...) throws {
        var json = try #require(
            try JSONSerialization.jsonObject(with: Data(contentsOf: SharedData.url(path))) as? [String: Any]
        )
        for key in keys { json = try #require(json[key] as? [String: Any]) }
        self.json = json
    }
}

import Foundation
import Testing

extension EndToEnd {
    /// A small town has few people of every kind: of each gap and each way to break it down something is too few.
    @Suite("The figure of a gap by groups, in public (D25)")
    struct PublicGroupsTests {
        private let folder: Folder
        private let store: String

        init() throws {
            folder = try Folder()
            let outcome = try Program.run(["demo", "--people", "300", "--path"], in: folder)
            store = outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
        }

        private static let behind = [
            "unfinished=housing", "not-online=planning", "dissatisfied=benefits", "leaked=housing", "not-captured",
            "not-used", "not-honoured", "withdrawn", "trait:person.access_need=screen reader",
        ]

        @Test("No row tells a small count", arguments: behind, ["person.age_band", "person.access_need", "channel"])
        func json(_ behind: String, _ dimension: String) throws {
            let call = ["show", "groups", "--behind", behind, "--by", dimension, "--store", store, "--format", "json"]
            let exact = try Program.run(call, in: folder)
            try #require(exact.status == 0, "\(exact.errors)")
            let outcome = try Program.run(call + ["--public"], in: folder)
            try #require(outcome.status == 0, "\(outcome.errors)")
            let json = try outcome.json()
            #expect(json["protected"] as? String == "Protected: counts under 10 hidden, rounded to 5.")
            for row in [json] + (json["groups"] as? [[String: Any]] ?? []) {
                let figure = (row["figure"] ?? row["whole"]) as? [String: Any] ?? [:]
                let counts = [row["people"], row["subjects"], figure["numerator"], figure["denominator"]]
                for count in counts.compactMap({ ($0 as? NSNumber)?.doubleValue }) {
                    #expect(count == 0 || count >= 10 && count.truncatingRemainder(dividingBy: 5) == 0, "\(row)")
                }
                // A difference is of shown counts: whole points.
                let difference = (row["againstRest"] as? [String: Any])?["value"] as? NSNumber
                if let points = difference.map({ $0.doubleValue * 100 }) {
                    #expect(abs(points - points.rounded()) < 1e-9)
                }
            }
        }
    }
}

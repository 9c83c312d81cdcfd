import Foundation
import JourneyModel
import JourneyStore
import TestSupport
import Testing

/// A real log, against what pm4py and DuckDB say of it (`oracle.json` beside it).
@Suite(.enabled(if: SharedData.isPresent)) struct TrafficFinesTests {
    private struct Oracle: Decodable {
        struct File: Decodable { var log: Log }
        struct Log: Decodable {
            var events: Int
            var cases: Int
            var activities: Int
            var tied: Int
            var counts: [String: Int]

            enum CodingKeys: String, CodingKey {
                case events, cases, activities
                case tied = "events_tied_with_previous_in_case"
                case counts = "activity_counts"
            }
        }
        var file: File

        enum CodingKeys: String, CodingKey { case file = "traffic_fines_rda" }
    }

    /// Rows without an id; the file has neither quotes nor times of day.
    private func events() throws -> [EventRecord] {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", try SharedData.url("data/traffic_fines/traffic_fines.csv.gz").path]
        process.standardOutput = pipe
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return try text.split(separator: "\n").dropFirst().map { line in
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            let parts = fields[4].split(separator: "-").compactMap { Int($0) }
            let date = try #require(CivilDate(year: parts[0], month: parts[1], day: parts[2]))
            return event(
                String(fields[1]),
                at: Int64(date.daysSinceEpoch) * .day,
                case: String(fields[0]),
                fields[3].isEmpty ? [:] : ["actor": String(fields[3])]
            )
        }
    }

    @Test func countsAgreeWithOtherTools() throws {
        let data = try Data(contentsOf: SharedData.url("data/traffic_fines/oracle.json"))
        let expected = try JSONDecoder().decode(Oracle.self, from: data).file.log
        let events = try events()
        let fixture = try StoreFixture()
        let first = try fixture.importing(events.map(JourneyRecord.event))
        #expect(first.stored == expected.events)
        // The other tool counts events after the first of their instant; a tie is their group (D1).
        let instants = Dictionary(grouping: events) { "\($0.caseID ?? "") \($0.time.milliseconds)" }.values
        #expect(instants.reduce(0) { $0 + $1.count - 1 } == expected.tied)
        #expect(first.ties == instants.count { $0.count > 1 })
        let reader = try StoreReader(path: fixture.path)
        let summary = try reader.summary()
        #expect(summary.events == expected.events)
        #expect(summary.cases == expected.cases)
        #expect(summary.people == 0)
        #expect(summary.touchpoints == expected.activities)
        let touchpoint = try #require(try reader.snapshot().events.dimensions.first)
        var counts: [String: Int] = [:]
        for code in touchpoint.codes { counts[touchpoint.values[Int(code)], default: 0] += 1 }
        #expect(counts == expected.counts)
        let again = try fixture.importing(events.map(JourneyRecord.event))
        #expect(again.stored == 0)
        #expect(again.duplicates == expected.events)
        #expect(again.identicalRows == first.identicalRows)
    }
}

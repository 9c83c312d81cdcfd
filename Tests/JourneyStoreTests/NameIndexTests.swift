import JourneyModel
import TestSupport
import Testing
import Threads

@testable import JourneyStore

/// Names are unique and found, however many come at once.
@Suite struct NameIndexTests {
    /// Of each import how many new persons: few go into the index, many are sorted.
    @Test(arguments: [[5000], [1, 3000, 10, 4000, 2000], [3000, 3001]])
    func namesAreFoundAgain(counts: [Int]) throws {
        var generator = SplitMix64(seed: UInt64(counts.count))
        let fixture = try StoreFixture()
        var names: [String] = []
        for count in counts {
            let new = (names.count..<names.count + count).map { "p\($0)" }.shuffled(using: &generator)
            let old = names.prefix(50)
            names += new
            try fixture.importing(
                (old + new).map { .event(event("t", at: Int64($0.count), person: $0, case: "c\($0)")) }
            )
            for table in ["people", "cases"] {
                #expect(
                    try SQLiteFile.rows(fixture.path, "SELECT name FROM \(table) ORDER BY id").map { $0[0] ?? "" }
                        == (table == "people" ? names : names.map { "c" + $0 })
                )
                let plan = try SQLiteFile.rows(
                    fixture.path,
                    "EXPLAIN QUERY PLAN SELECT id FROM \(table) WHERE name = 'p'"
                )
                #expect(plan.first?.last??.contains("\(table)_by_name") == true)
            }
        }
        #expect(try SQLiteFile.rows(fixture.path, "PRAGMA integrity_check") == [["ok"]])
        #expect(throws: (any Error).self) {
            try SQLiteFile.run(fixture.path, "INSERT INTO people VALUES (100000, 'p1', 0)")
        }
    }

    /// An import that is cancelled, at whichever step, leaves names, index and ids as they were.
    @Test func aCancelledImportLeavesTheStoreAsItWas() throws {
        let fixture = try StoreFixture()
        try fixture.importing([.event(event("t", at: 1, id: "1", person: "p"))])
        let before = try fixture.bytes()
        let writer = try StoreWriter(path: fixture.path)
        let events = (0..<3000).map { event("t", at: 2, id: "\($0)", person: "q\($0)", case: "c") }
        var steps = 0
        while true {
            var left: Int?
            do {
                _ = try writer.importBatch(
                    source: "s",
                    format: "test",
                    fileName: nil,
                    now: Timestamp(milliseconds: 0),
                    cancellation: .asking {
                        left = left.map { $0 - 1 }
                        return left.map { $0 < 0 } ?? false
                    },
                    body: { sink in
                        for event in events { try sink.take(.event(event)) }
                        left = steps
                    }
                )
                break
            } catch is CancellationError {
                #expect(try fixture.bytes() == before)
                steps += 1
            }
        }
        #expect(steps > 5)
        try writer.close()
        #expect(try SQLiteFile.rows(fixture.path, "SELECT count(*) FROM people") == [["3000"]])
        #expect(try fixture.importing(events.map(JourneyRecord.event)).stored == 0)
        #expect(try SQLiteFile.rows(fixture.path, "PRAGMA integrity_check") == [["ok"]])
    }
}

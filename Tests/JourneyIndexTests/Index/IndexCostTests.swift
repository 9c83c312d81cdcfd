import JourneyModel
import TestSupport
import Testing

@testable import JourneyIndex

/// Costs read back from a mapped index against those that went in.
@Suite("Costs of an index")
struct IndexCostTests {
    /// Each list's largest cost lies at the edge of a column's width, or has a fraction that decides it.
    static let lists: [[Double]] = [
        [0, 2.53, 2.54], [0.01, 2.55], [2.56, 1.99, 0], [255], [256, 0.5], [655.34, 655.35, 0.07], [655.36],
        [42_949_672.94], [19_999_999.99, 0.01], [0.005, 300], [-1, 2.56], [], [1e300, 2.5],
    ]

    @Test("every cost comes back as it went in", arguments: lists)
    func fractions(costs: [Double]) async throws {
        var builder = SnapshotBuilder()
        for (index, cost) in costs.enumerated() {
            builder.add(person: "ann", time: Int64(index), "pay", cost: cost)
        }
        builder.add(person: "ann", time: Int64(costs.count), "leave")
        let whole = builder.snapshot()
        let events = whole.events
        let folder = TemporaryFolder()
        let writer = try IndexBuilder(in: IndexFolder(folder.path, store: 7))
        try writer.take(StoredEvents(numbers: (1...Int64(events.time.count)).map { $0 }, events: events))
        _ = try writer.finish(GrowingIndex(whole).tables(events.time.count, knowing: nil))
        let column = EventSource(try IndexFolder(folder.path, store: 7).open(), facts: nil).cost
        let read = events.time.indices.map { row in column.map { $0[row] } ?? .nan }
        #expect(read.dropLast().elementsEqual(costs), "\(read)")
        #expect(read.last?.isNaN == true)
    }
}

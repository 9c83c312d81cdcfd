import JourneyModel
import Threads

@testable import JourneyStore

/// Keeps what an import says that it stores.
final class CollectingSink: StoredEventSink {
    /// An event with the store's codes, whatever the block it came in.
    struct Row: Equatable {
        var number: Int64
        var time: Int64
        var recorded: Int64?
        var sequence: Int64
        var duration: Int64
        var cost: Double?
        var subjects: [Int32]
        var codes: [String: Int32]
    }

    private(set) var events: [StoredEvents] = []
    /// How many blocks are taken before `error` is thrown.
    var limit = Int.max
    var error: (any Error)?

    func take(_ block: StoredEvents) throws {
        if events.count >= limit, let error { throw error }
        events.append(block)
    }

    func rows() -> [Row] {
        events.flatMap { block in
            block.numbers.indices.map { row in
                let table = block.events
                return Row(
                    number: block.numbers[row],
                    time: table.time[row],
                    recorded: table.recorded.isEmpty ? table.time[row] : table.recorded[row],
                    sequence: table.sequence.isEmpty ? 0 : table.sequence[row],
                    duration: table.duration.isEmpty ? -1 : table.duration[row],
                    cost: table.cost.isEmpty || table.cost[row].isNaN ? nil : table.cost[row],
                    subjects: [table.person[row], table.caseID[row], table.session[row]],
                    codes: Dictionary(
                        uniqueKeysWithValues: table.dimensions.compactMap { column in
                            column.codes[row] < 0 ? nil : (column.name, column.codes[row])
                        }
                    )
                )
            }
        }
    }
}

extension StoreWriter {
    /// Imports in blocks of so many events.
    @discardableResult
    func importing(
        _ events: [EventRecord],
        source: String = "s",
        blockSize: Int,
        events sink: (any StoredEventSink)? = nil
    ) throws -> ImportSummary {
        try importing(source: source, blockSize: blockSize, events: sink) { sink in
            for event in events { try sink.take(.event(event)) }
        }
    }

    /// Imports what `body` hands in, in blocks of so many events.
    @discardableResult
    func importing(
        source: String = "s",
        blockSize: Int,
        events sink: (any StoredEventSink)? = nil,
        cancellation: Cancellation = .never,
        body: (any ImportSink) throws -> Void
    ) throws -> ImportSummary {
        try importBatch(
            BatchOrigin(source: source, format: "test", fileName: "test.csv", importedAt: 2_000_000_000_000),
            events: sink,
            blockSize: blockSize,
            cancellation: cancellation,
            body: body
        )
    }
}

import JourneyModel
import Synchronization

/// Events in one fixed order, a column for each thing known of them. Time is always there; what a question asks for
/// besides is gathered from the source at first use and kept.
final class EventColumns: Sendable {
    let source: EventSource
    /// The import row of each event.
    let row: Column<Int32>
    /// Milliseconds UTC.
    let time: Column<Int64>
    private let codes = Mutex<[Key: Column<Int32>]>([:])
    private let spans = Mutex<[Key: Column<Int64>]>([:])
    private let amounts = Mutex<Column<Double>?>(nil)

    private enum Key: Hashable {
        case dimension(IndexedDimension.Place)
        case person, caseID, session, recorded, duration
    }

    init(source: EventSource, row: Column<Int32>) {
        self.source = source
        self.row = row
        time = source.gather(source.snapshot.events.time, at: row)
    }

    var count: Int { row.count }

    /// The code of each event; -1 where it has no value. A trait's code is that of the event's person or case.
    func codes(of dimension: IndexedDimension) -> Column<Int32> {
        cached(.dimension(dimension.place)) { source.codes(of: dimension, at: row) }
    }

    /// The codes of the event dimension `name`, all -1 where the store has none of that name.
    func codes(named name: String) -> Column<Int32> {
        guard let dimension = source.dimensionIfAny(name) else { return constant(-1) }
        return codes(of: dimension)
    }

    var touchpoint: Column<Int32> { codes(named: Dimension.touchpoint) }
    var channel: Column<Int32> { codes(named: Dimension.channel) }
    var service: Column<Int32> { codes(named: Dimension.service) }

    /// -1 for none, as in the snapshot.
    var person: Column<Int32> { cached(.person) { source.gather(source.snapshot.events.person, at: row) } }
    var caseID: Column<Int32> { cached(.caseID) { source.gather(source.snapshot.events.caseID, at: row) } }
    var session: Column<Int32> { cached(.session) { source.gather(source.snapshot.events.session, at: row) } }

    /// When the fact was recorded; the event's own time where nothing says so (D28).
    var recorded: Column<Int64> {
        let recorded = source.snapshot.events.recorded
        return recorded.isEmpty ? time : span(.recorded) { source.gather(recorded, at: row) }
    }

    /// Milliseconds, -1 for none; nil where no event has one.
    var duration: Column<Int64>? {
        let duration = source.snapshot.events.duration
        return duration.isEmpty ? nil : span(.duration) { source.gather(duration, at: row) }
    }

    /// Not a number for none; nil where no event has one.
    var cost: Column<Double>? {
        let cost = source.snapshot.events.cost
        guard !cost.isEmpty else { return nil }
        return amounts.withLock { kept in
            if let kept { return kept }
            let column = source.gather(cost, at: row)
            kept = column
            return column
        }
    }

    private func cached(_ key: Key, _ make: () -> Column<Int32>) -> Column<Int32> {
        codes.withLock { kept in
            if let column = kept[key] { return column }
            let column = make()
            kept[key] = column
            return column
        }
    }

    private func span(_ key: Key, _ make: () -> Column<Int64>) -> Column<Int64> {
        spans.withLock { kept in
            if let column = kept[key] { return column }
            let column = make()
            kept[key] = column
            return column
        }
    }

    private func constant(_ value: Int32) -> Column<Int32> {
        Column(count: count) { $0.initialize(repeating: value) }
    }
}

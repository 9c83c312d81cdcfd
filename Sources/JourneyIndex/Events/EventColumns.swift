import JourneyModel
import Synchronization

/// Events in one fixed order, a column for each thing known of them: the rows of the index as they lie, or some of them in
/// another order. What a question asks for is gathered at first use and kept; as they lie nothing is copied.
final class EventColumns: Sendable {
    let source: EventSource
    /// The index's row of each event; nil where they are the same.
    private let order: Column<Int32>?
    let count: Int
    /// Positions in between that belong to no subject, or do not count any more: nobody visits them.
    let ignored: [Range<Int>]
    private let codes = Mutex<[Key: CodeColumn]>([:])
    private let spans = Mutex<[Key: Column<Int64>]>([:])

    private enum Key: Hashable {
        case dimension(IndexedDimension.Place)
        case person, ownPerson, caseID, session, time, recorded, sequence, duration
    }

    /// All rows of the index, as they lie.
    init(source: EventSource, ignoring ignored: [Range<Int>] = []) {
        self.source = source
        self.ignored = ignored
        order = nil
        count = source.rows
    }

    init(source: EventSource, rows: Column<Int32>) {
        self.source = source
        order = rows
        count = rows.count
        ignored = []
    }

    /// The index's row of the event at `position`.
    @inline(__always)
    func row(_ position: Int) -> Int { order.map { Int($0[position]) } ?? position }

    /// Milliseconds UTC.
    var time: Column<Int64> { span(.time) { source.time } }

    /// The code of each event; -1 where it has no value. A trait's code is that of the event's person or case.
    func codes(of dimension: IndexedDimension) -> CodeColumn {
        cached(.dimension(dimension.place)) { source.codes(of: dimension) }
    }

    /// The codes of the event dimension `name`, all -1 where the store has none of that name.
    func codes(named name: String) -> CodeColumn {
        guard let dimension = source.dimensionIfAny(name) else { return CodeColumn(absent: count) }
        return codes(of: dimension)
    }

    var touchpoint: CodeColumn { codes(named: Dimension.touchpoint) }
    var channel: CodeColumn { codes(named: Dimension.channel) }
    var service: CodeColumn { codes(named: Dimension.service) }

    /// -1 for none.
    var person: CodeColumn { cached(.person) { source.person } }
    /// The id by which the event calls its person (D26); -1 where it is the one that stands for the person.
    var ownPerson: CodeColumn { cached(.ownPerson) { source.ownPerson } }
    var caseID: CodeColumn { cached(.caseID) { source.codes(.caseID) } }
    var session: CodeColumn { cached(.session) { source.codes(.session) } }

    /// When the fact was recorded; the event's own time where nothing says so (D28).
    var recorded: Column<Int64> {
        guard let recorded = source.recorded else { return time }
        return span(.recorded) { recorded }
    }

    /// The order within one instant (D1); nil where no event says any.
    var sequence: Column<Int64>? {
        guard let sequence = source.sequence else { return nil }
        return span(.sequence) { sequence }
    }

    /// Nil where no event has one.
    var cost: CostColumn? {
        guard let whole = source.cost else { return nil }
        return order.map { whole.gathered(at: $0) } ?? whole
    }

    private func cached(_ key: Key, _ make: () -> CodeColumn) -> CodeColumn {
        codes.withLock { kept in
            if let column = kept[key] { return column }
            let column = order.map { make().gathered(at: $0) } ?? make()
            kept[key] = column
            return column
        }
    }

    private func span(_ key: Key, _ make: () -> Column<Int64>) -> Column<Int64> {
        spans.withLock { kept in
            if let column = kept[key] { return column }
            let column = order.map { make().gathered(at: $0) } ?? make()
            kept[key] = column
            return column
        }
    }
}

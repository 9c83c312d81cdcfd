internal import JourneyModel

/// Some hundred thousand events of an import with the store's codes, on their way from the reader to the table: a code is
/// the number in the store less one, and -1 none. A block belongs to one thread at a time.
///
/// An optional column is empty where no event has a value; `EventBatch.none` stands for a missing whole number.
final class EventBlock: @unchecked Sendable {
    /// No codes where no event has a value.
    struct Column {
        let dimension: ImportDimension
        var codes: [Int32] = []
    }

    private(set) var count = 0
    var time: [Int64] = []
    var end: [Int64] = []
    var recorded: [Int64] = []
    var sequence: [Int64] = []
    var duration: [Int64] = []
    var cost: [Double] = []
    var person: [Int32] = []
    var caseID: [Int32] = []
    var session: [Int32] = []
    /// An id that is a plain whole number is kept as one: a third of the space.
    var eventNumber: [Int64] = []
    /// Ids that are none.
    var eventText = TextColumn()
    /// A JSON object.
    var attributes = TextColumn()
    /// Of the import's dimensions, by place.
    var dimensions: [Column] = []
    /// Of traits that its rows give to their persons or cases, by place among the dimensions.
    var traits: [Column] = []
    /// Those that have no `eventNumber`.
    var keyed = KeyedEvents()
    /// The events' numbers in the store.
    var numbers: [Int64] = []

    init(reserving rows: Int) {
        time.reserveCapacity(rows)
        person.reserveCapacity(rows)
        caseID.reserveCapacity(rows)
        session.reserveCapacity(rows)
    }

    /// Whether the event at `index` has an id.
    func hasID(_ index: Int) -> Bool {
        !eventNumber.isEmpty && eventNumber[index] != EventBatch.none
            || index < eventText.count && !eventText.range(index).isEmpty
    }

    /// Bytes of text, which may be anything from none to most of the block.
    var textBytes: Int { eventText.bytes.count + attributes.bytes.count }

    /// Makes the block longer, once the columns that are always there are.
    func grow(by rows: Int) { count += rows }

    /// Leaves only the events at `kept`, which ascends.
    func keep(_ kept: [Int]) {
        func filter<Element>(_ column: inout [Element]) {
            if !column.isEmpty { column = kept.map { column[$0] } }
        }
        func filter(_ column: inout TextColumn) {
            guard !column.isEmpty else { return }
            var filtered = TextColumn()
            column.bytes.withUnsafeBufferPointer { bytes in
                for index in kept { filtered.append(UnsafeBufferPointer(rebasing: bytes[column.range(index)])) }
            }
            column = filtered
        }
        filter(&time)
        filter(&end)
        filter(&recorded)
        filter(&sequence)
        filter(&duration)
        filter(&cost)
        filter(&person)
        filter(&caseID)
        filter(&session)
        filter(&eventNumber)
        filter(&eventText)
        filter(&attributes)
        for index in dimensions.indices { filter(&dimensions[index].codes) }
        for index in traits.indices { filter(&traits[index].codes) }
        filter(&numbers)
        count = kept.count
    }
}

internal import JourneyModel

/// Makes the keys of one source's events.
struct EventHash {
    private let idStart: StableHash
    private let rowStart: StableHash

    /// - Parameter source: what every key of the source begins with.
    init(source: StableHash) {
        var hash = source
        hash.add(1)
        idStart = hash
        hash = source
        hash.add(2)
        rowStart = hash
    }

    @inline(__always)
    func key(id: UnsafeRawBufferPointer) -> RecordKey {
        var hash = idStart
        hash.add(id)
        return hash.key
    }

    /// As of the id that `number` is written as.
    func key(number: Int64) -> RecordKey {
        var id = String(number)
        return id.withUTF8 { key(id: UnsafeRawBufferPointer($0)) }
    }

    /// Of an event without an id.
    @inline(__always)
    func key(row: EventBatch.RowHash) -> RecordKey {
        var hash = rowStart
        hash.add(row.high)
        hash.add(row.low)
        return hash.key
    }
}

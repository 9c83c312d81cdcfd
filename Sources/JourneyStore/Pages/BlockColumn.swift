internal import JourneyModel

/// Where the values of a column of `events` come from; what it points to belongs to the block.
struct BlockColumn {
    enum Kind {
        /// No event has a value.
        case none
        case number, optionalNumber, code, real, text, eventID
    }

    var kind = Kind.none
    var values: UnsafeRawPointer?
    /// Of texts: where each row's ends in `texts`.
    var ends: UnsafePointer<UInt32>?
    var texts: UnsafePointer<UInt8>?

    @inline(__always)
    func put(_ row: Int, into record: inout RowRecord) {
        switch kind {
        case .none: record.putNull()
        case .number: record.put(value(row, as: Int64.self))
        case .optionalNumber: if !putNumber(row, into: &record) { record.putNull() }
        case .code:
            let code = value(row, as: Int32.self)
            if code >= 0 { record.put(Int64(code) + 1) } else { record.putNull() }
        case .real:
            let real = value(row, as: Double.self)
            if real.isNaN { record.putNull() } else { record.put(real) }
        case .text: putText(row, into: &record)
        case .eventID: if !putNumber(row, into: &record) { putText(row, into: &record) }
        }
    }

    @inline(__always)
    private func value<Value: BitwiseCopyable>(_ row: Int, as type: Value.Type) -> Value {
        values.unsafelyUnwrapped.load(fromByteOffset: row * MemoryLayout<Value>.size, as: Value.self)
    }

    @inline(__always)
    private func putNumber(_ row: Int, into record: inout RowRecord) -> Bool {
        let number = value(row, as: Int64.self)
        if number == EventBatch.none { return false }
        record.put(number)
        return true
    }

    @inline(__always)
    private func putText(_ row: Int, into record: inout RowRecord) {
        guard let ends, let texts else { return record.putNull() }
        let start = row == 0 ? 0 : Int(ends[row - 1])
        let count = Int(ends[row]) - start
        if count == 0 { return record.putNull() }
        record.put(UnsafeRawBufferPointer(start: texts + start, count: count))
    }
}

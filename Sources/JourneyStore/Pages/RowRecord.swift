/// One row as SQLite keeps it (https://www.sqlite.org/fileformat2.html, "Record Format"): the types of its values, then
/// the values, each in the form that SQLite would have chosen.
struct RowRecord: ~Copyable {
    /// A digit for each number of bytes that a value may need, from none to eight: its type, and the bytes it then takes.
    private static let typeOfSize: UInt64 = 0x6_6554_3210
    private static let widthOfSize: UInt64 = 0x8_8664_3210

    private let types: UnsafeMutableRawPointer
    private var values: UnsafeMutableRawPointer
    private var typeCount = 0
    /// Types up to the last value that is not NULL. What is behind need not be told: it is read as NULL.
    private var toldCount = 0
    private var valueCount = 0
    private var valueCapacity: Int
    private let numberBytes: Int

    /// - Parameter columns: how many values a row has at most.
    init(columns: Int) {
        numberBytes = columns * 8 + 8
        valueCapacity = numberBytes + 256
        types = .allocate(byteCount: columns * 9 + 8, alignment: 8)
        values = .allocate(byteCount: valueCapacity, alignment: 8)
    }

    deinit {
        types.deallocate()
        values.deallocate()
    }

    @inline(__always)
    mutating func begin() {
        typeCount = 0
        toldCount = 0
        valueCount = 0
    }

    @inline(__always)
    mutating func putNull() {
        types.storeBytes(of: 0, toByteOffset: typeCount, as: UInt8.self)
        typeCount += 1
    }

    @inline(__always)
    mutating func put(_ value: Int64) {
        // 0 and 1 are types of their own.
        if value & 1 == value { return put(type: 8 + UInt8(truncatingIfNeeded: value)) }
        let magnitude = value ^ (value >> 63)
        let shift = UInt64((72 - magnitude.leadingZeroBitCount) >> 3) << 2
        let width = Int(truncatingIfNeeded: RowRecord.widthOfSize >> shift & 0xF)
        put(type: UInt8(truncatingIfNeeded: RowRecord.typeOfSize >> shift & 0xF))
        let high = (value &<< Int64(64 - 8 * width)).bigEndian
        values.storeBytes(of: high, toByteOffset: valueCount, as: Int64.self)
        valueCount += width
    }

    /// A number of a column with the affinity REAL: a whole one is kept as such where that is shorter.
    @inline(__always)
    mutating func put(_ value: Double) {
        // Beyond six bytes it is not. Infinity and what is no number fail the comparison.
        if abs(value) < 0x1p47 {
            let whole = Int64(value)
            if Double(whole) == value { return put(whole) }
        }
        put(type: 7)
        values.storeBytes(of: value.bitPattern.bigEndian, toByteOffset: valueCount, as: UInt64.self)
        valueCount += 8
    }

    @inline(__always)
    mutating func put(_ text: UnsafeRawBufferPointer) {
        if valueCount + text.count + numberBytes > valueCapacity { makeRoom(text.count) }
        typeCount += Varint.write(UInt64(text.count) * 2 + 13, to: types + typeCount)
        toldCount = typeCount
        if let start = text.baseAddress { (values + valueCount).copyMemory(from: start, byteCount: text.count) }
        valueCount += text.count
    }

    /// Bytes of the whole record.
    var count: Int { headerSize + toldCount + valueCount }

    /// Writes the whole record, `count` bytes.
    @inline(__always)
    func write(to bytes: UnsafeMutableRawPointer) {
        let start = Varint.write(UInt64(headerSize + toldCount), to: bytes)
        (bytes + start).copyMemory(from: types, byteCount: toldCount)
        (bytes + start + toldCount).copyMemory(from: values, byteCount: valueCount)
    }

    /// Bytes of the number that the record begins with, which counts itself.
    private var headerSize: Int {
        toldCount < 127 ? 1 : toldCount < 16382 ? 2 : 3
    }

    @inline(__always)
    private mutating func put(type: UInt8) {
        types.storeBytes(of: type, toByteOffset: typeCount, as: UInt8.self)
        typeCount += 1
        toldCount = typeCount
    }

    @inline(never)
    private mutating func makeRoom(_ size: Int) {
        let capacity = max(valueCapacity * 2, valueCount + size + numberBytes)
        let grown = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
        grown.copyMemory(from: values, byteCount: valueCount)
        values.deallocate()
        values = grown
        valueCapacity = capacity
    }
}

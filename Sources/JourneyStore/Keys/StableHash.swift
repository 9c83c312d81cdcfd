/// An 80-bit hash that is the same in every run and on every machine: keys made with it are kept in the store, so it must
/// never change. Two lanes of multiply and rotate with SplitMix64's finisher (Steele, Lea, Flood 2014).
///
/// 64 bits place a key and 16 more (`mark`) tell chance collisions apart: among 100 million events the odds that any two
/// different keys are taken for one are below one in 100 million.
struct StableHash {
    private var first: UInt64 = 0x243F_6A88_85A3_08D3
    private var second: UInt64 = 0x1319_8A2E_0370_7344

    @inline(__always)
    mutating func add(_ word: UInt64) {
        first = (first ^ word) &* 0x9E37_79B9_7F4A_7C15
        first = first << 29 | first >> 35
        second = (second &+ word) &* 0xD6E8_FEB8_6659_FD93
        second = second << 37 | second >> 27
        second ^= first
    }

    mutating func add(_ value: Int64?) {
        add(value == nil ? 0 : 1)
        add(UInt64(bitPattern: value ?? 0))
    }

    mutating func add(_ value: Double?) {
        add(value == nil ? 0 : 1)
        add((value ?? 0).bitPattern)
    }

    mutating func add(_ text: String?) {
        guard var text else { return add(UInt64.max) }
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    /// As of the text that the bytes are.
    @inline(__always)
    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        add(UInt64(bytes.count))
        var offset = 0
        while offset + 8 <= bytes.count {
            add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
            offset += 8
        }
        var rest: UInt64 = 0
        for index in offset..<bytes.count { rest = rest << 8 | UInt64(bytes[index]) }
        if offset < bytes.count { add(rest) }
    }

    var key: RecordKey {
        let mixed = StableHash.finish(first ^ second)
        return RecordKey(place: mixed, mark: UInt16(truncatingIfNeeded: StableHash.finish(second &+ mixed)))
    }

    private static func finish(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// What tells one record of a source from another.
struct RecordKey: Hashable, Comparable {
    var place: UInt64
    var mark: UInt16

    /// As the store keeps it: SQLite's integers have a sign. Keeps the order of `place`.
    var column: Int64 { Int64(bitPattern: place ^ (1 << 63)) }

    init(place: UInt64, mark: UInt16) {
        self.place = place
        self.mark = mark
    }

    /// - Parameter column: as the store keeps `place`.
    init(column: Int64, mark: UInt16) {
        self.init(place: UInt64(bitPattern: column) ^ (1 << 63), mark: mark)
    }

    @inline(__always)
    static func < (left: RecordKey, right: RecordKey) -> Bool {
        left.place != right.place ? left.place < right.place : left.mark < right.mark
    }
}

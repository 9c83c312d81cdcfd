public import JourneyModel

/// The identity of an event that brings no id of its own.
public enum CanonicalRow {
    /// 128 bits that are the same for the same mapped event in every run and on every machine, whatever the order of the
    /// columns; the store adds how often the row has come in the file so far (architecture, "The store").
    ///
    /// Each value makes the bytes `name 0x00 value`, hashed by XXH64 with seed 0 and with seed 0x9E3779B97F4A7C15; the
    /// hash of the row is the sum of its values' hashes, modulo 2^64, for each seed. Adding makes the order immaterial.
    /// Fields have names that begin with 0x01 and no dimension can have; times are milliseconds since 1970 in decimal,
    /// numbers their IEEE 754 bits in decimal. Sequence and id are left out: they say where a row stood, not what it
    /// says. Whether a value is kept as a dimension or as an attribute makes no difference.
    public static func hash(_ record: EventRecord) -> (high: UInt64, low: UInt64) {
        var sum = EventBatch.RowHash(high: 0, low: 0)
        func add(_ name: Name, _ value: String?) {
            guard var value else { return }
            sum.add(value.withUTF8(name.hash))
        }
        add(.person, record.person)
        add(.caseID, record.caseID)
        add(.session, record.session)
        sum.add(Name.time.hash(record.time.milliseconds))
        if let end = record.end { sum.add(Name.end.hash(end.milliseconds)) }
        if let recorded = record.recorded { sum.add(Name.recorded.hash(recorded.milliseconds)) }
        if let cost = record.cost { sum.add(Name.cost.hash(cost.bitPattern)) }
        if let duration = record.duration { sum.add(Name.duration.hash(duration)) }
        for value in record.dimensions + record.traits + record.attributes { add(Name(value.name), value.value) }
        return (sum.high, sum.low)
    }

    /// The name of a value, ready to be hashed with one value after another.
    struct Name: Sendable {
        /// The name and 0x00.
        private let bytes: [UInt8]

        init(_ name: String) {
            bytes = Array(name.utf8) + [0]
        }

        static let person = Name("\u{1}person")
        static let caseID = Name("\u{1}case")
        static let session = Name("\u{1}session")
        static let time = Name("\u{1}time")
        static let end = Name("\u{1}end")
        static let recorded = Name("\u{1}recorded")
        static let cost = Name("\u{1}cost")
        static let duration = Name("\u{1}duration")

        /// What the value with this name adds to a row's hash.
        func hash(_ value: UnsafeBufferPointer<UInt8>) -> EventBatch.RowHash {
            withUnsafeTemporaryAllocation(byteCount: bytes.count + value.count, alignment: 8) { buffer in
                buffer.copyBytes(from: bytes)
                UnsafeMutableRawBufferPointer(rebasing: buffer[bytes.count...]).copyBytes(from: value)
                let whole = UnsafeRawBufferPointer(buffer)
                return EventBatch.RowHash(
                    high: XXHash64.hash(whole, seed: 0),
                    low: XXHash64.hash(whole, seed: 0x9E37_79B9_7F4A_7C15)
                )
            }
        }

        /// The same for a number, written in decimal.
        func hash(_ number: some FixedWidthInteger) -> EventBatch.RowHash {
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { digits in
                var start = digits.count
                var rest = UInt64(number.magnitude)
                repeat {
                    start -= 1
                    digits[start] = UInt8(48 + rest % 10)
                    rest /= 10
                } while rest > 0
                if number < 0 {
                    start -= 1
                    digits[start] = UInt8(ascii: "-")
                }
                return hash(UnsafeBufferPointer(rebasing: digits[start...]))
            }
        }
    }
}

extension EventBatch.RowHash {
    @inline(__always)
    mutating func add(_ other: EventBatch.RowHash) {
        high &+= other.high
        low &+= other.low
    }
}

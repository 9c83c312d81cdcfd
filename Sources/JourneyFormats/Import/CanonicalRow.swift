public import JourneyModel

/// The identity of an event that brings no id of its own.
public enum CanonicalRow {
    /// 128 bits that are the same for the same mapped event in every run and on every machine, whatever the order of the
    /// columns; the store adds how often the row has come in the file so far (architecture, "The store").
    ///
    /// Each value makes the bytes `name 0x00 value`, hashed by XXH64 with seed 0 and with seed 0x9E3779B97F4A7C15; the
    /// hash of the row is the sum of its values' hashes, modulo 2^64, for each seed. Adding makes the order immaterial.
    /// Fields have names that begin with 0x01 and no dimension can have; times are milliseconds since 1970 in decimal,
    /// numbers their IEEE 754 bits in decimal. Line, sequence and id are left out: they say where a row stood, not what it
    /// says. Whether a value is kept as a dimension or as an attribute makes no difference.
    public static func hash(_ record: EventRecord) -> (high: UInt64, low: UInt64) {
        var sum = Sum()
        sum.add("\u{1}person", record.person)
        sum.add("\u{1}case", record.caseID)
        sum.add("\u{1}session", record.session)
        sum.add("\u{1}time", String(record.time.milliseconds))
        sum.add("\u{1}end", record.end.map { String($0.milliseconds) })
        sum.add("\u{1}recorded", record.recorded.map { String($0.milliseconds) })
        sum.add("\u{1}cost", record.cost.map { String($0.bitPattern) })
        sum.add("\u{1}duration", record.duration.map { String($0) })
        for value in record.dimensions { sum.add(value.name, value.value) }
        for value in record.traits { sum.add(value.name, value.value) }
        for value in record.attributes { sum.add(value.name, value.value) }
        return (sum.high, sum.low)
    }

    private struct Sum {
        var high: UInt64 = 0
        var low: UInt64 = 0
        private var buffer: [UInt8] = []

        mutating func add(_ name: String, _ value: String?) {
            guard let value else { return }
            buffer.removeAll(keepingCapacity: true)
            buffer.append(contentsOf: name.utf8)
            buffer.append(0)
            buffer.append(contentsOf: value.utf8)
            buffer.withUnsafeBytes { bytes in
                high &+= XXHash64.hash(bytes, seed: 0)
                low &+= XXHash64.hash(bytes, seed: 0x9E37_79B9_7F4A_7C15)
            }
        }
    }
}

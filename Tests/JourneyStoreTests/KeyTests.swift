import JourneyModel
import Testing

@testable import JourneyStore

/// The parts that tell rows and names apart.
@Suite struct KeyTests {
    /// Keys are kept in stores: the hash may never change.
    @Test func hashesStayAsTheyAre() {
        var hash = StableHash()
        hash.add("crm")
        hash.add(1)
        hash.add("event-0001 of a source")
        #expect(hash.key == RecordKey(place: 3_866_324_868_066_592_945, mark: 63441))
    }

    @Test func hashesTellFieldsApart() {
        func key(_ add: (inout StableHash) -> Void) -> RecordKey {
            var hash = StableHash()
            add(&hash)
            return hash.key
        }
        let keys = [
            key {
                $0.add("ab"); $0.add("c")
            },
            key {
                $0.add("a"); $0.add("bc")
            }, key { $0.add("abc") },
            key { $0.add("") }, key { $0.add(String?.none) }, key { $0.add(Int64?.none) }, key { $0.add(Int64?(0)) },
            key { $0.add("12345678") }, key { $0.add("12345678\0") }, key { $0.add(Double?(0)) },
            key { $0.add("e\u{301}") }, key { $0.add("\u{E9}") },
        ]
        // 0 is 0, whole or not.
        #expect(Set(keys).count == keys.count - 1)
    }

    @Test(arguments: 0..<5 as Range<UInt64>)
    func namesAgreeWithADictionaryOfBytes(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let table = NameTable()
        var reference: [[UInt8]: Int32] = [:]
        for _ in 0..<3000 {
            let isLong = Int.random(in: 0...100, using: &generator) == 0
            let length = isLong ? 300 : Int.random(in: 0...6, using: &generator)
            let name = (0..<length).map { _ in UInt8.random(in: 97...100, using: &generator) }
            try name.withUnsafeBufferPointer { bytes in
                let hash = NameTable.hash(bytes)
                #expect(table.code(bytes, hash: hash) == reference[name])
                if reference[name] == nil {
                    reference[name] = Int32(reference.count)
                    try table.insert(bytes, hash: hash, code: Int32(reference.count - 1))
                }
            }
        }
        #expect(table.count == reference.count)
        var found: [[UInt8]: Int32] = [:]
        table.forEach { code, name in found[Array(name)] = code }
        #expect(found == reference)
    }

    @Test(
        arguments: [
            ("0", 0), ("7", 7), ("-12", -12), ("999999999999999999", 999_999_999_999_999_999),
            ("1000000000000000000", nil),
            ("007", nil), ("-0", nil), ("", nil), ("-", nil), ("+1", nil), ("1e3", nil), ("1 ", nil), ("\u{661}", nil),
        ] as [(String, Int64?)]
    )
    func onlyPlainNumbersAreNumbers(text: String, number: Int64?) {
        let bytes = Array(text.utf8)
        bytes.withUnsafeBufferPointer { #expect(PlainNumber.read($0) == number) }
    }
}

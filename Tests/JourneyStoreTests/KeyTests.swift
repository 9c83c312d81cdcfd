import GRDB
import TestSupport
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
        var generator = SeededGenerator(seed: seed)
        var table = NameTable()
        var reference: [[UInt8]: Int32] = [:]
        for _ in 0..<3000 {
            let length = Int.random(in: 0...12, using: &generator)
            let name = (0..<length).map { _ in UInt8.random(in: 97...100, using: &generator) }
            name.withUnsafeBufferPointer { bytes in
                let hash = NameTable.hash(bytes)
                #expect(table.code(bytes, hash: hash) == reference[name])
                if reference[name] == nil {
                    reference[name] = Int32(reference.count)
                    table.insert(bytes, hash: hash, code: Int32(reference.count - 1))
                }
            }
        }
        #expect(table.count == reference.count)
        for (name, code) in reference { #expect(Array(table.name(Int(code)).utf8) == name) }
    }

    /// Keys that meet by chance: ten places only, so that nearly all of them do. The places are apart, as
    /// 64-bit hashes are: a key that gave way must not stand where another one belongs.
    @Test(arguments: 0..<10 as Range<UInt64>)
    func keysThatMeetAreToldApart(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let queue = try DatabaseQueue()
        try queue.inDatabase { database in
            try database.execute(sql: #"CREATE TABLE event_keys("key" INTEGER PRIMARY KEY, mark, event)"#)
            let connection = try #require(database.sqliteConnection)
            var known: Set<RecordKey> = []
            for file in 0..<3 {
                let rows = (0..<60).map { _ in
                    RecordKey(
                        place: UInt64.random(in: 0..<10, using: &generator) &* 1000
                            &+ (seed % 2 == 0 ? 0 : .max - 4003),
                        mark: UInt16.random(in: 0..<8, using: &generator)
                    )
                }
                var keys = EventKeys()
                for row in rows { try keys.append(row, hasID: true) }
                let duplicates = try keys.store(in: connection, firstEvent: Int64(file) * 100 + 1, tick: {})
                for (index, row) in rows.enumerated() {
                    #expect(duplicates.contains(index) == !known.insert(row).inserted)
                }
            }
        }
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
        bytes.withUnsafeBytes { #expect(EventInsertion.number($0) == number) }
    }
}

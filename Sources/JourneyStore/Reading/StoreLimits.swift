/// The highest numbers that a store has given to persons, cases, sessions and values: no row can mean another one.
struct StoreLimits {
    /// Numbers are kept in 32 bits, and a code is a number less one; an import needs the next ones.
    static let highest: Int64 = Int64(Int32.max) - 1

    let people: Int64
    let cases: Int64
    let sessions: Int64
    private let values: [Int64: Int64]

    /// - Throws: `RowFault` where one is higher than numbers go.
    init(_ connection: OpaquePointer) throws {
        func highest(_ table: String) throws -> Int64 {
            let row = try RawStatement(connection, "SELECT max(id) FROM \(table)")
            guard try row.step(), !row.isNull(0) else { return 0 }
            return try StoreLimits.checked(row.int(0), table, row: "\(row.int(0))")
        }
        people = try highest("people")
        cases = try highest("cases")
        sessions = try highest("sessions")
        let dimensions = try RawStatement(
            connection,
            "SELECT id, (SELECT max(code) FROM dimension_values WHERE dimension = d.id) FROM dimensions d"
        )
        var values: [Int64: Int64] = [:]
        while try dimensions.step() {
            let dimension = dimensions.int(0)
            values[dimension] = try StoreLimits.checked(
                dimensions.int(1),
                "dimension_values",
                row: "\(dimension), \(dimensions.int(1))"
            )
        }
        self.values = values
    }

    /// The highest number of a value of `dimension`; 0 where it has none.
    func values(of dimension: Int64) -> Int64 { values[dimension] ?? 0 }

    var person: ValueRule { .number(1...max(1, people)) }
    var optionalPerson: ValueRule { .optionalNumber(1...max(1, people)) }
    var ofCase: ValueRule { .number(1...max(1, cases)) }

    private static func checked(_ number: Int64, _ table: String, row: String) throws(RowFault) -> Int64 {
        guard (0...highest).contains(number) else {
            throw RowFault(table: table, row: row, "its number is \(number), which it cannot be")
        }
        return number
    }
}

/// Numbers of names as they come, ascending: each may leave out numbers whose names were erased, but all together not so many
/// that a few rows fill the memory.
struct NameNumbers {
    private static let spare: Int64 = 1 << 20
    private static let perName: Int64 = 64

    let table: String
    private(set) var last: Int64
    private let highest: Int64

    /// - Parameters:
    ///   - rows: the part of the table that is read, as SQL names it behind FROM.
    ///   - column: has the numbers.
    ///   - start: the number before the first that may come.
    /// - Throws: `RowFault` where the highest number is too far from the number of names.
    init(
        _ table: String,
        _ rows: String,
        _ column: String = "id",
        after start: Int64,
        _ connection: OpaquePointer
    ) throws {
        self.table = table
        last = start
        let most = try RawStatement(connection, "SELECT max(\(column)) FROM \(rows)")
        highest = try most.step() ? most.int(0) : 0
        guard highest > start + NameNumbers.spare else { return }
        let names = try RawStatement(connection, "SELECT count(\(column)) FROM \(rows)")
        let count = try names.step() ? min(names.int(0), StoreLimits.highest) : 0
        guard highest <= StoreLimits.highest, highest <= start + NameNumbers.spare + count * NameNumbers.perName else {
            throw RowFault(table: table, row: highest, "its number is \(highest), and there are \(count) of them")
        }
    }

    /// - Returns: how many numbers before this one have no name.
    mutating func take(_ number: Int64) throws(RowFault) -> Int64 {
        guard number > last, number <= highest else {
            throw RowFault(table: table, row: number, "its number is \(number) after \(last), which it cannot be")
        }
        defer { last = number }
        return number - last - 1
    }
}

import JourneyModel

/// Turns the fields of a row, handed in one by one, into records.
protocol RowMapper: AnyObject {
    /// Makes a column known; rows refer to it by the number returned.
    func addColumn(_ name: String) throws -> Int
    /// Begins a row.
    func begin(line: Int)
    /// Takes a field of the row. Empty and missing ones are left out.
    func take(_ column: Int, _ bytes: UnsafeBufferPointer<UInt8>) throws
    /// The row's records, or why there are none.
    func finish() -> RowResult
}

enum RowResult {
    case record(JourneyRecord)
    case records([JourneyRecord])
    case rejected(String)
}

/// The words that stand for no value.
struct MissingWords {
    private let words: [[UInt8]]

    init(_ words: [String]) {
        self.words = words.map { Array($0.utf8) }
    }

    @inline(__always)
    func matches(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if bytes.isEmpty { return true }
        if words.isEmpty { return false }
        return words.contains { $0.elementsEqual(bytes) }
    }
}

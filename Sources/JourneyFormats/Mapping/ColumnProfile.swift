import Foundation
import JourneyModel

/// What a sample of the rows says about one column.
struct ColumnProfile: Sendable {
    static let mostDistinct = 200
    /// So few distinct values make a dimension however seldom they repeat, as in a small file.
    static let alwaysFew = 20
    private static let longestLabel = 64
    private static let keptValues = 1000

    let name: String
    /// Rows of the sample in which the column has a value.
    private(set) var filled = 0
    private(set) var distinct: Set<String> = []
    private(set) var hasTooManyDistinct = false
    /// The first values, for finding out how times are written.
    private(set) var values: [String] = []
    /// The rows that they stand in.
    private(set) var rows: [Int] = []
    private var longest = 0

    init(name: String) {
        self.name = name
    }

    /// - Parameter row: of the sample.
    mutating func add(_ value: String, row: Int) {
        filled += 1
        longest = max(longest, value.utf8.count)
        if values.count < ColumnProfile.keptValues {
            values.append(value)
            rows.append(row)
        }
        if hasTooManyDistinct { return }
        distinct.insert(value)
        hasTooManyDistinct = distinct.count > ColumnProfile.mostDistinct
    }

    /// Whether the column becomes a dimension when nobody says what it is: at most 200 distinct values that occur twice
    /// or more on average, or at most 20; none longer than a label; no instants.
    var isDimension: Bool {
        guard filled > 0, !hasTooManyDistinct, longest <= ColumnProfile.longestLabel, !looksLikeInstants else {
            return false
        }
        return distinct.count <= ColumnProfile.alwaysFew || filled >= 2 * distinct.count
    }

    /// Whether the values are times of day on a date, each its own instant, and so no labels.
    private var looksLikeInstants: Bool {
        let some = values.prefix(20)
        return some.allSatisfy { $0.utf8.count > 10 && Array($0.utf8).withUnsafeBufferPointer(ISO8601.parse) != nil }
    }

    /// Whether times can be read from the values, and how.
    var times: TimeDetection.Finding { TimeDetection.guess(values) }
}

/// The columns of an input and what its first rows say about them.
struct TableSample: Sendable {
    /// How much of the unpacked beginning is looked at.
    static let bytes = 4 << 20
    static let mostRows = 10_000

    var columns: [ColumnProfile]
    var rows = 0
    /// Why the first row is none, where one is not.
    var firstReject: String?
    /// Before the names of the columns.
    var linesAbove = 0
    /// What was found on the way to the rows.
    var notes: [ImportNote] = []

    func profile(_ name: String) -> ColumnProfile? {
        columns.first { $0.name == name }
    }
}

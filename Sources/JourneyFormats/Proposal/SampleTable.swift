/// The columns of a sample side by side: what one says of another.
struct SampleTable: Sendable {
    let columns: [ColumnValues]
    /// Rows that are looked at.
    let rows: Int
    /// Words that stand for no value in some column, in the order of their names.
    let missing: [String]

    init(_ sample: TableSample, given: Set<String>, dropped: Set<String>) {
        let kept = sample.columns.filter { !dropped.contains($0.name) }
        let found = Set(kept.flatMap(SampleTable.missing))
        missing = found.subtracting(given).sorted()
        columns = kept.enumerated().map { place, profile in
            ColumnValues(profile, place: place, rows: sample.rows, missing: found.union(given))
        }
        rows = min(sample.rows, ColumnValues.rows)
    }

    subscript(_ name: String) -> ColumnValues? { columns.first { $0.name == name } }

    /// A word of which a column has others beside it: a column of nothing else says so itself.
    private static func missing(_ profile: ColumnProfile) -> [String] {
        let values = Set(profile.values)
        return values.filter { value in
            if KnownValues.missing.contains(value) { return true }
            guard value.count >= 10, value.count <= 24 else { return false }
            return KnownValues.missingDays.contains { value.hasPrefix($0) }
        }
    }

    /// In how many of the groups that `key` makes, and that have two rows or more, `column` has more than one value: 0 to 1;
    /// nil where no group has two rows.
    func variety(of column: ColumnValues, within key: ColumnValues) -> Double? {
        var groups: [String: (rows: Int, values: Set<String>)] = [:]
        for row in 0..<rows {
            guard let name = key.cells[row], let value = column.cells[row] else { continue }
            groups[name, default: (0, [])].rows += 1
            groups[name]?.values.insert(value)
        }
        let several = groups.values.filter { $0.rows > 1 }
        guard !several.isEmpty else { return nil }
        return Double(several.filter { $0.values.count > 1 }.count) / Double(several.count)
    }

    /// How many rows a value of `column` has on average.
    func repeats(_ column: ColumnValues) -> Double {
        column.distinct.isEmpty ? 0 : Double(column.filled.count) / Double(column.distinct.count)
    }
}

import JourneyModel

extension TableSample {
    /// In which order the rows of a table of events lie.
    ///
    /// - Parameters:
    ///   - fields: by column, what it holds.
    ///   - parser: of the column that holds the time.
    func order(_ fields: [String: String], _ parser: TimestampParser?) -> FileOrder {
        func profile(_ field: String) -> ColumnProfile? {
            fields.first { $0.value == field }.flatMap { self.profile($0.key) }
        }
        guard let parser, let times = profile("time") else { return .unknown }
        let subjects = profile("person") ?? profile("case")
        let bySubjectRow = Dictionary(
            zip(subjects?.rows ?? [], subjects?.values ?? []),
            uniquingKeysWith: { first, _ in first }
        )
        var rows: [(time: Timestamp, repeats: Bool, subject: String?)] = []
        for (text, row) in zip(times.values, times.rows) {
            let (outcome, mark) = Array(text.utf8).withUnsafeBufferPointer(parser.read)
            guard case .time(let time) = outcome else { continue }
            var repeats = false
            if case .repeats = mark.clock { repeats = true }
            rows.append((time, repeats, bySubjectRow[row]))
        }
        return FileOrder(rows)
    }
}

import JourneyModel

extension TableSample {
    /// In which order the rows of a table of events lie.
    ///
    /// - Parameters:
    ///   - planner: knows which columns hold the time and the person or case.
    ///   - times: how the column of the time is read.
    /// - Throws: `ImportError` where it cannot be.
    func order(_ planner: ColumnPlanner, _ times: ColumnTimes) throws -> FileOrder {
        func profile(_ field: String) -> ColumnProfile? { planner.column(of: field).flatMap { self.profile($0) } }
        guard let parser = try planner.column(of: "time").map({ try times.parser(column: $0) }),
            let texts = profile("time")
        else { return .unknown }
        let subjects = profile("person") ?? profile("case")
        let bySubjectRow = Dictionary(
            zip(subjects?.rows ?? [], subjects?.values ?? []),
            uniquingKeysWith: { first, _ in first }
        )
        var rows: [(time: Timestamp, repeats: Bool, subject: String?)] = []
        for (text, row) in zip(texts.values, texts.rows) {
            let (outcome, mark) = Array(text.utf8).withUnsafeBufferPointer(parser.read)
            guard case .time(let time) = outcome else { continue }
            var repeats = false
            if case .repeats = mark.clock { repeats = true }
            rows.append((time, repeats, bySubjectRow[row]))
        }
        return FileOrder(rows)
    }
}

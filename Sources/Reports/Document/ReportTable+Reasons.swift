import JourneyModel

extension ReportTable {
    /// Why figures are absent, a line for every column and reason: a dash alone says too little.
    var reasons: [String] {
        var seen: Set<String> = []
        var lines: [String] = []
        for row in rows {
            for (column, cell) in zip(columns, row) where cell.isAbsent {
                guard let reason = cell.reason else { continue }
                let line = "\(NumberText.absent) under \"\(column.title)\": \(reason)"
                if seen.insert(line).inserted { lines.append(line) }
            }
        }
        return lines
    }
}

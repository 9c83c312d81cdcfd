/// Finds the delimiter of a table by trying each on the beginning of the file.
enum DelimiterDetection {
    static let candidates = [CSVDialect.comma, CSVDialect.semicolon, CSVDialect.tab, CSVDialect.bar]
    private static let rowsTried = 200

    /// The delimiter that gives the most rows with as many fields as the header, and of several such the one with the
    /// most fields; comma where none divides the header.
    static func delimiter(of beginning: [UInt8], name: String, dialect: CSVDialect) throws -> UInt8 {
        var best: (delimiter: UInt8, share: Double, fields: Int)?
        for candidate in candidates {
            var trial = dialect
            trial.delimiter = candidate
            let source = try ByteSource(name: name, bytes: beginning, chunkSize: ByteSource.chunkSize)
            let reader = try CSVReader(source, dialect: trial)
            guard case .row = try reader.next() else { continue }
            let fields = reader.fieldCount
            if fields < 2 { continue }
            var rows = 0
            var same = 0
            while rows < rowsTried, let item = try reader.next() {
                rows += 1
                if case .row = item, reader.fieldCount == fields { same += 1 }
            }
            let share = rows == 0 ? 1 : Double(same) / Double(rows)
            if let known = best, (known.share, known.fields) >= (share, fields) { continue }
            best = (candidate, share, fields)
        }
        return best?.delimiter ?? CSVDialect.comma
    }
}

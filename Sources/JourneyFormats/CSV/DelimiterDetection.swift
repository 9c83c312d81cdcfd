/// Finds the delimiter of a table by trying each on the beginning of the file.
enum DelimiterDetection {
    static let candidates = [CSVDialect.comma, CSVDialect.semicolon, CSVDialect.tab, CSVDialect.bar]
    private static let rowsTried = 200

    /// The delimiter that gives the most rows with as many fields as the header, and of several such the one with the
    /// most fields; comma where none divides the header.
    static func delimiter(of beginning: [UInt8], name: String, dialect: CSVDialect) throws -> UInt8 {
        try best(of: beginning, name: name, dialect: dialect)?.delimiter ?? CSVDialect.comma
    }

    /// What the beginning of a table looks like where its fields are divided so.
    struct Trial {
        var delimiter: UInt8
        /// Of the rows below the first, those with as many fields as it.
        var share: Double
        /// Below the first, as far as was looked.
        var rows: Int
        /// Of the first row.
        var fields: [String]
    }

    /// The trial with the best delimiter among `delimiters`; nil where none divides the first row.
    static func best(
        of beginning: [UInt8],
        name: String,
        dialect: CSVDialect,
        among delimiters: [UInt8] = candidates
    ) throws -> Trial? {
        var best: Trial?
        for candidate in delimiters {
            var form = dialect
            form.delimiter = candidate
            let source = try ByteSource(name: name, bytes: beginning, chunkSize: ByteSource.chunkSize)
            let reader = try CSVReader(source, dialect: form)
            guard case .row = try reader.next() else { continue }
            let fields = reader.fieldCount
            if fields < 2 { continue }
            var trial = Trial(delimiter: candidate, share: 1, rows: 0, fields: (0..<fields).map(reader.text))
            var same = 0
            while trial.rows < rowsTried, let item = try reader.next() {
                trial.rows += 1
                if case .row = item, reader.fieldCount == fields { same += 1 }
            }
            if trial.rows > 0 { trial.share = Double(same) / Double(trial.rows) }
            if let known = best, (known.share, known.fields.count) >= (trial.share, fields) { continue }
            best = trial
        }
        return best
    }
}

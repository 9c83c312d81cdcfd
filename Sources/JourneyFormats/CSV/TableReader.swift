import JourneyModel

extension InputFormat {
    /// Commas, or whatever else seems to divide the first lines.
    static let csv = InputFormat(
        "csv",
        endings: ["csv"],
        needsMapping: true,
        hasHeader: true,
        least: TableReader.least,
        likeness: { TableReader.isTable($0) ? .possible : .none },
        open: { try TableReader($0, delimiter: nil, mapping: $1) }
    )

    static let tsv = InputFormat(
        "tsv",
        endings: ["tsv", "tab"],
        needsMapping: true,
        hasHeader: true,
        least: TableReader.least,
        // Tabs are among what may divide the lines of a table without a name.
        likeness: { _ in .none },
        open: { try TableReader($0, delimiter: CSVDialect.tab, mapping: $1) }
    )
}

/// Reads a table: a first line that names the columns, and a row a line.
struct TableReader: InputReader {
    static let least = "The first line must name the columns."

    private let source: ByteSource
    private(set) var dialect = CSVDialect()

    /// - Parameter delimiter: nil: found from the first lines.
    /// - Throws: `ImportError` where nothing shows what divides its fields.
    init(_ source: ByteSource, delimiter: UInt8?, mapping: Mapping) throws {
        self.source = source
        let beginning = try source.peek(OpenedInput.beginning)
        dialect.encoding = mapping.encoding ?? .utf8
        dialect.delimiter =
            try mapping.delimiter ?? delimiter
            ?? DelimiterDetection.delimiter(of: beginning, name: source.name, dialect: dialect)
    }

    /// A table is still read from its first byte afterwards.
    func sample(missing: MissingWords) throws -> TableSample {
        try TableReader.sample(of: source, dialect, missing: missing)
    }

    func standard(_ sample: TableSample) -> Mapping? { nil }

    func read(_ session: ImportSession, mapping: Mapping, division: TableDivision) throws {
        try TableImport(session, dialect: dialect, mapping: mapping, division: division).run()
    }

    /// Whether the first line looks as if it were divided.
    static func isTable(_ beginning: ArraySlice<UInt8>) -> Bool {
        let first = beginning.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        let isText = !beginning.prefix(4096).contains(0)
        let isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
        let line = beginning.prefix { $0 != CSVDialect.lineFeed && $0 != CSVDialect.carriageReturn }
        return isText && !isJSON && line.contains(where: DelimiterDetection.candidates.contains)
    }

    /// What the beginning of a table says about its columns; the source is still read from there.
    static func sample(of source: ByteSource, _ dialect: CSVDialect, missing: MissingWords) throws -> TableSample {
        let beginning = try source.peek(TableSample.bytes)
        let isCut = beginning.count == TableSample.bytes
        let copy = try ByteSource(name: source.name, bytes: beginning, chunkSize: ByteSource.chunkSize)
        let reader = try CSVReader(copy, dialect: dialect)
        let header = try CSVHeader(reader, fileName: source.name)
        var sample = TableSample(columns: header.names.map(ColumnProfile.init), notes: header.notes)
        while sample.rows < TableSample.mostRows, let item = try reader.next() {
            // The last row of a beginning may have been cut in two.
            guard case .row = item, !isCut || !reader.isAtLastRow else { continue }
            sample.rows += 1
            for index in sample.columns.indices {
                if !missing.matches(reader.field(index)) {
                    sample.columns[index].add(reader.text(index), row: sample.rows)
                }
            }
        }
        return sample
    }
}

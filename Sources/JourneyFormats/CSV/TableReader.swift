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
    private let mapping: Mapping
    private(set) var dialect = CSVDialect()
    /// What was passed over before the first row.
    private let notes: [ImportNote]

    /// - Parameter delimiter: nil: found from the first lines.
    /// - Throws: `ImportError` where nothing shows what divides its fields.
    init(_ source: ByteSource, delimiter: UInt8?, mapping: Mapping) throws {
        self.source = source
        self.mapping = mapping
        let beginning = try source.peek(OpenedInput.beginning)
        dialect.encoding = mapping.encoding ?? .utf8
        let start = try TableStart(
            beginning,
            name: source.name,
            dialect: dialect,
            delimiter: delimiter,
            mapping: mapping
        )
        dialect.delimiter = start.delimiter
        dialect.bytesAbove = start.bytes
        dialect.linesAbove = start.lines
        dialect.rowsBelow = start.rowsBelow
        notes = start.notes
    }

    /// A table is still read from its first byte afterwards.
    func sample(missing: MissingWords) throws -> TableSample {
        var sample = try TableReader.sample(of: source, dialect, mapping, missing: missing).sample
        sample.notes = notes + sample.notes
        sample.linesAbove = dialect.linesAbove
        return sample
    }

    func head() throws -> String? {
        let beginning = try source.peek(OpenedInput.beginning)
        let copy = try ByteSource(name: source.name, bytes: beginning, chunkSize: ByteSource.chunkSize)
        let reader = try CSVReader(copy, dialect: dialect)
        _ = try CSVHeader(reader, fileName: source.name)
        let text = PaddedBytes(capacity: beginning.count)
        let hasMark = beginning.starts(with: [0xEF, 0xBB, 0xBF])
        dialect.encoding.appendUTF8(of: beginning[(hasMark ? 3 : 0)...], to: text)
        let region = CSVRegion(text, isAtEnd: true)
        var place = 0
        var end = 0
        for _ in 1..<reader.rest.line {
            guard let line = region.lineEnd(from: place), let next = line.next else { break }
            (end, place) = (line.text, next)
        }
        return region.text(0..<end)
    }

    func standard(_ sample: TableSample) -> Mapping? { nil }

    func read(_ session: ImportSession, mapping: Mapping, division: TableDivision) throws {
        for note in notes { session.note(note) }
        try TableImport(session, dialect: dialect, mapping: mapping, division: division).run()
    }

    /// Whether the first line that is no comment looks as if it were divided.
    static func isTable(_ beginning: ArraySlice<UInt8>) -> Bool {
        let first = beginning.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        let isText = !beginning.prefix(4096).contains(0)
        let isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
        let lines = beginning.split { $0 == CSVDialect.lineFeed || $0 == CSVDialect.carriageReturn }
        guard isText, !isJSON, let line = lines.first(where: { $0.first != UInt8(ascii: "#") }) ?? lines.first else {
            return false
        }
        return line.contains(where: DelimiterDetection.candidates.contains)
    }

    /// What the beginning of a table says about its columns, those that the mapping makes among them; the source is still
    /// read from there.
    static func sample(
        of source: ByteSource,
        _ dialect: CSVDialect,
        _ mapping: Mapping,
        missing: MissingWords
    ) throws -> (sample: TableSample, shape: RowShape) {
        let beginning = try source.peek(TableSample.bytes)
        let isCut = beginning.count == TableSample.bytes
        let copy = try ByteSource(name: source.name, bytes: beginning, chunkSize: ByteSource.chunkSize)
        let reader = try CSVReader(copy, dialect: dialect)
        let header = try CSVHeader(reader, fileName: source.name)
        let shape = try RowShape(mapping, columns: header.names, fileName: source.name)
        var shaper = RowShaper(shape)
        var sample = TableSample(columns: shape.names.map(ColumnProfile.init), notes: header.notes)
        while sample.rows < TableSample.mostRows, let item = try reader.next() {
            // The last row of a beginning may have been cut in two.
            if case .reject(let reject) = item { sample.firstReject = sample.firstReject ?? reject.reason }
            guard case .row = item, !isCut || !reader.isAtLastRow else { continue }
            sample.rows += 1
            let fields = shaper.shaped(reader.fields)
            for index in sample.columns.indices where !missing.matches(fields[index]) {
                sample.columns[index].add(fields[index].string, row: sample.rows)
            }
        }
        return (sample, shape)
    }
}

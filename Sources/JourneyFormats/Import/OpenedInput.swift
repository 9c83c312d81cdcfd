import JourneyModel

/// An input whose beginning has been looked at.
struct OpenedInput {
    let source: ByteSource
    let format: FileFormat
    /// How the table is written; without meaning for a log.
    var dialect: CSVDialect

    /// - Parameter isCancelled: asked while nothing comes of a pipe, now and later.
    init(
        _ input: ImportInput,
        format: FileFormat?,
        mapping: Mapping,
        isCancelled: @escaping () -> Bool = { false }
    ) throws {
        source = try ByteSource(input, isCancelled: isCancelled)
        let beginning = try source.peek(64 * 1024)
        if beginning.isEmpty, format != .xes {
            throw ImportError("\(input.name): is empty", hint: "The first line must name the columns.")
        }
        let found = try format ?? FileFormat.detect(name: input.name, beginning: beginning)
        self.format = found
        var dialect = CSVDialect()
        dialect.encoding = mapping.encoding ?? .utf8
        if found == .tsv { dialect.delimiter = CSVDialect.tab }
        if let delimiter = mapping.delimiter {
            dialect.delimiter = delimiter
        } else if found == .csv {
            dialect.delimiter = try DelimiterDetection.delimiter(of: beginning, name: input.name, dialect: dialect)
        }
        self.dialect = dialect
    }

    /// What the beginning of the input says about its columns. A table is still read from its first byte afterwards; of a
    /// log the beginning is used up.
    func sample(missing: [String]) throws -> TableSample {
        let words = MissingWords(missing)
        if format == .xes { return try logSample(words) }
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
                if !words.matches(reader.field(index)) { sample.columns[index].add(reader.text(index)) }
            }
        }
        return sample
    }

    /// Reads the first events of a log, and what comes before them, from the input itself: it cannot be read once more.
    private func logSample(_ words: MissingWords) throws -> TableSample {
        var sample = XESSample(missing: words)
        let reader = XESReader(source) { event in
            sample.add(event)
            if sample.isFull { throw SampleIsFull() }
        }
        do {
            try reader.read()
        } catch is SampleIsFull {
            // Enough was seen.
        }
        return sample.table
    }

    private struct SampleIsFull: Error {}
}

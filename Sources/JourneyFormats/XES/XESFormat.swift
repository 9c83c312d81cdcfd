import JourneyModel

extension InputFormat {
    static let xes = InputFormat(
        "xes",
        endings: ["xes"],
        needsMapping: false,
        hasHeader: false,
        least: "A log begins with the element <log>.",
        likeness: { beginning in
            let first = beginning.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
            return first == UInt8(ascii: "<") ? .sure : .none
        },
        open: { source, _ in XESLog(source: source) }
    )
}

/// An event log whose keys say what they mean.
private struct XESLog: InputReader {
    let source: ByteSource

    /// Reads the first events of the log, and what comes before them, from the input itself: it cannot be read once more.
    func sample(missing: MissingWords) throws -> TableSample {
        var sample = XESSample(missing: missing)
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

    func head() throws -> String? { nil }

    func standard(_ sample: TableSample) -> Mapping? { XESStandard.mapping(sample) }

    func read(_ session: ImportSession, mapping: Mapping, division: TableDivision) throws {
        try XESImport(session, mapping: mapping).run()
    }
}

import Foundation
public import JourneyModel
public import Threads

/// Reads files into a sink: what `cxm import` does, but for the storing.
///
/// A table needs a mapping that names its fields; `needsMapping` tells, and `propose` makes one to be looked at. A format that
/// says itself what its fields mean needs none.
public struct FileImport: Sendable {
    public var inputs: [ImportInput]
    /// Nil: found for each file by its name, else its first bytes.
    public var format: InputFormat?
    /// Its `zone` holds what `--zone` says.
    public var mapping: Mapping
    /// Whether whoever reads wants no more: asked once for every piece that is read, and ten times a second while something is
    /// waited for.
    public var cancellation: Cancellation
    /// How tables are divided among threads.
    var division = TableDivision()

    /// What lines begin with that are written between the rows of a table for people: they are read as no rows.
    public static let ownMark = String(decoding: CSVRows.ownMark, as: UTF8.self)

    public init(
        _ inputs: [ImportInput],
        format: InputFormat? = nil,
        mapping: Mapping = Mapping(),
        cancellation: Cancellation = .never
    ) {
        self.inputs = inputs
        self.format = format
        self.mapping = mapping
        self.cancellation = cancellation
    }

    /// Reads every input to its end and hands its records and rejects to `sink`, roles and kinds of channels first.
    ///
    /// - Parameters:
    ///   - willRead: called with a file's name and format before its first record.
    ///   - progress: called about once for every 2 MB of a table of events, else for every 128 kB.
    /// - Returns: what was read, file by file.
    /// - Throws: `ImportError` where a file cannot be read or the mapping does not fit it, `CancellationError`, and what the
    ///   sink throws. Whatever was handed on before must then be thrown away: an import is whole or not at all.
    public func read(
        into sink: any RecordSink,
        willRead: (String, InputFormat) throws -> Void = { _, _ in },
        progress: (ImportProgress) -> Void = { _ in }
    ) throws -> ImportSummary {
        for role in mapping.roles {
            let touchpoint = FoldedName.of(role.touchpoint)
            try sink.take(
                .touchpointRole(touchpoint: touchpoint, service: role.service.map(FoldedName.of), role: role.role)
            )
        }
        for entry in mapping.channelKinds {
            try sink.take(.channelKind(channel: FoldedName.of(entry.channel), kind: entry.kind))
        }
        var summary = ImportSummary()
        var decisions: [String: ColumnUse] = [:]
        for (index, input) in inputs.enumerated() {
            let opened = try open(input)
            try willRead(opened.source.name, opened.format)
            try withoutActuallyEscaping(progress) { progress in
                let count = inputs.count
                let pulse = ImportPulse(cancellation: cancellation) { bytes, rows in
                    progress(
                        ImportProgress(
                            name: opened.source.name,
                            fileIndex: index,
                            fileCount: count,
                            bytesRead: bytes,
                            totalBytes: opened.source.totalBytes,
                            rows: rows
                        )
                    )
                }
                let session = ImportSession(
                    opened.source,
                    format: opened.format,
                    sink: sink,
                    pulse: pulse,
                    decisions: decisions
                )
                try opened.reader.read(session, mapping: mapping, division: division)
                summary.files.append(try session.finished())
                decisions = session.decisions
            }
        }
        return summary
    }

    /// Whether the first input needs a mapping and that which there is names no field of it: then nothing can be stored, and
    /// `propose` says what could be meant.
    public func needsMapping() throws -> Bool {
        guard !mapping.namesFields, let input = inputs.first else { return false }
        return try open(input).format.needsMapping
    }

    /// The format that `input` is read as; nil where it is not given and the input can be read only once.
    ///
    /// - Throws: `ImportError` where the file cannot be read, or neither its name nor its beginning tells.
    public func format(of input: ImportInput) throws -> InputFormat? {
        if let format { return format }
        return input.comesOnce ? nil : try open(input).format
    }

    /// What stands before the first row of `input`, where it lies there as plain text; one that is gzipped and a pipe keep
    /// theirs to themselves.
    ///
    /// - Throws: as `format(of:)` does.
    public func header(of input: ImportInput) throws -> String? {
        guard case .file(let path) = input, try format(of: input)?.hasHeader == true, !input.comesOnce,
            !path.hasSuffix(".gz")
        else { return nil }
        return try open(input).reader.head()
    }

    /// Guesses a mapping from the header and the first rows of the first input, with a reason for each guess. Stores
    /// nothing. What comes once cannot be read a second time afterwards.
    ///
    /// - Throws: `ImportError` where the file cannot be read; `CancellationError`.
    public func propose() throws -> MappingProposal {
        guard let input = inputs.first else {
            throw ImportError("no file to look at", hint: "Name one: cxm import FILE --store STORE")
        }
        let opened = try open(input)
        let sample = try opened.reader.sample(missing: MissingWords(mapping.missing))
        return MappingProposal(sample: sample, standard: opened.reader.standard(sample), given: mapping)
    }

    private func open(_ input: ImportInput) throws -> OpenedInput {
        try OpenedInput(input, format: format, mapping: mapping, cancellation)
    }
}

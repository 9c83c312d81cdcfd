import JourneyModel

/// Tells of progress, and asks whether to stop, once a chunk.
final class ImportPulse {
    private let source: ByteSource
    private let isCancelled: () -> Bool
    private let progress: (_ bytes: Int, _ rows: Int) -> Void
    private var lastBytes = -1

    init(source: ByteSource, isCancelled: @escaping () -> Bool, progress: @escaping (Int, Int) -> Void) {
        self.source = source
        self.isCancelled = isCancelled
        self.progress = progress
    }

    /// - Throws: `CancellationError` where the caller wants no more.
    func beat(rows: Int, isLast: Bool = false) throws {
        guard isLast || source.consumedBytes != lastBytes else { return }
        lastBytes = source.consumedBytes
        progress(source.consumedBytes, rows)
        if isCancelled() { throw CancellationError() }
    }
}

/// The reading of one file: where its records go, and what is counted on the way.
final class ImportSession {
    let opened: OpenedInput
    let pulse: ImportPulse
    private let sink: any RecordSink
    private var summary: ImportSummary.File
    private(set) var decisions: [String: ColumnUse]

    init(sink: any RecordSink, pulse: ImportPulse, decisions: [String: ColumnUse], opened: OpenedInput) {
        self.sink = sink
        self.pulse = pulse
        self.decisions = decisions
        self.opened = opened
        summary = ImportSummary.File(name: opened.source.name, format: opened.format)
    }

    var name: String { opened.source.name }
    var rows: Int { summary.read }

    func note(_ text: String) {
        if !summary.notes.contains(text) { summary.notes.append(text) }
    }

    func didRead() { summary.read += 1 }
    func didSkip() { summary.skipped += 1 }

    func take(_ record: JourneyRecord) throws {
        summary.records += 1
        try sink.take(record)
    }

    func reject(_ reject: Reject) throws {
        summary.rejected += 1
        try sink.reject(reject)
    }

    /// Hands on what a row came to; `raw` is asked for only where it was rejected.
    func take(_ result: RowResult, line: Int, raw: () -> String) throws {
        switch result {
        case .record(let record): try take(record)
        case .records(let records): for record in records { try take(record) }
        case .rejected(let reason): try reject(Reject(line: line, reason: reason, raw: raw()))
        }
    }

    /// Takes note of what became of `columns`.
    func didPlan(_ planner: ColumnPlanner, columns: [String]) {
        decisions = planner.decisions
        for column in columns.sorted() {
            switch planner.use(of: column) {
            case .dimension, .trait: summary.dimensions.append(column)
            case .attribute: summary.attributes.append(column)
            case .drop: summary.dropped.append(column)
            case .field: break
            }
        }
    }

    func finished() -> ImportSummary.File { summary }
}

import JourneyModel
import Threads

/// Tells of progress, and asks whether to stop, once a chunk.
final class ImportPulse {
    let cancellation: Cancellation
    private let progress: (_ bytes: Int, _ rows: Int) -> Void
    private var lastBytes = -1

    init(cancellation: Cancellation, progress: @escaping (Int, Int) -> Void) {
        self.cancellation = cancellation
        self.progress = progress
    }

    /// - Parameter bytes: how many were read of the file, as it lies on disk.
    /// - Throws: `CancellationError` where the caller wants no more.
    func beat(bytes: Int, rows: Int, isLast: Bool = false) throws {
        guard isLast || bytes != lastBytes else { return }
        lastBytes = bytes
        progress(bytes, rows)
        try cancellation.check()
    }
}

/// The reading of one file: where its records go, and what is counted on the way.
final class ImportSession {
    let source: ByteSource
    let pulse: ImportPulse
    private let sink: any RecordSink
    private var summary: ImportSummary.File
    private(set) var decisions: [String: ColumnUse]
    private var clock = ClockChanges(.unknown)
    private var left = LeftOutCounts()
    private var names = FoldedNameCounts()

    init(
        _ source: ByteSource,
        format: InputFormat,
        sink: any RecordSink,
        pulse: ImportPulse,
        decisions: [String: ColumnUse] = [:]
    ) {
        self.sink = sink
        self.pulse = pulse
        self.decisions = decisions
        self.source = source
        summary = ImportSummary.File(name: source.name, format: format)
    }

    /// Whether rows of events without an id are known by their cells.
    var knowsRowsByCells: Bool { sink.knowsRowsByCells }

    var name: String { source.name }
    var rows: Int { summary.read }

    func beat(isLast: Bool = false) throws {
        try pulse.beat(bytes: source.consumedBytes, rows: rows, isLast: isLast)
    }

    func note(_ note: ImportNote) {
        if !summary.notes.contains(note) { summary.notes.append(note) }
    }

    func note(_ id: String, _ text: String, count: Int? = nil) { note(ImportNote(id, text, count: count)) }

    func didRead(_ rows: Int = 1) { summary.read += rows }
    func didSkip() { summary.skipped += 1 }

    func take(_ record: JourneyRecord) throws {
        summary.records += 1
        try sink.take(record)
    }

    /// In the order of the file.
    func take(_ events: MappedEvents) throws {
        guard events.batch.count > 0 else { return }
        summary.records += events.batch.count
        names.add(events.folded)
        guard !events.clockTimes.isEmpty else { return try sink.take(events.batch) }
        var batch = events.batch
        clock.settle(events.clockTimes, in: &batch)
        try sink.take(batch)
    }

    /// Takes note of how the rows of the file lie, as far as its beginning shows.
    func didFind(_ order: FileOrder) { clock = ClockChanges(order) }

    /// A time of a record beside the events: the first of two where it comes twice.
    func didPlace(_ mark: TimeMark) { clock.count(mark) }

    func reject(_ reject: Reject) throws {
        summary.rejected += 1
        try sink.reject(reject)
    }

    /// A row that is kept, but for what `left` says.
    func partial(_ left: LeftOut, line: Int, raw: String) throws {
        summary.partial += 1
        self.left.add(left, line: line)
        try sink.partial(Reject(line: line, reason: left.reason, raw: raw))
    }

    /// Names beside the events that were spelled otherwise than they are stored.
    func didFold(_ names: [FoldedName]) { self.names.add(names) }

    /// Takes note of what became of `columns`. Of a row that tells of several events each has its planner: what one of them
    /// uses is used.
    func didPlan(_ planners: [ColumnPlanner], columns: [String]) {
        guard let first = planners.first else { return }
        decisions = first.decisions
        for column in columns.sorted() {
            if planners.contains(where: { if case .fields = $0.use(of: column) { true } else { false } }) { continue }
            switch first.use(of: column) {
            case .dimension, .trait: summary.dimensions.append(column)
            case .attribute: summary.attributes.append(column)
            case .drop: summary.dropped.append(column)
            case .fields: break
            }
        }
    }

    func finished() throws -> ImportSummary.File {
        for note in clock.notes + left.notes + names.notes { self.note(note) }
        summary.content = try source.mark()
        return summary
    }
}

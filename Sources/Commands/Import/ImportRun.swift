import Foundation
import JourneyArchive
import JourneyFormats
import JourneyIndex
import JourneyModel
import JourneyStore
import Reports
import Wording

/// One `cxm import`: every file is a batch of its own, in whole or not at all, so that rows which two files share are
/// known as the same.
struct ImportRun {
    var inputs: [ImportInput]
    var format: InputFormat?
    var mapping: Mapping
    /// Of files that come without one: what was proposed and taken.
    var proposed: [ImportInput: Mapping] = [:]
    /// Whose events these are; nil: each file's name.
    var source: String?
    var rejects: RejectFile?
    var progress: ProgressLine

    /// Imports into the store at `path`, which is made if need be. A store that this run made and put nothing into is taken
    /// away again.
    ///
    /// - Throws: `ImportError`, `StoreError`, `CancellationError`, or `Complaint` where some of several files are in.
    func run(path: String) async throws -> ImportReport {
        // A link that leads nowhere is somebody's too.
        var status = stat()
        let isNew = lstat(path, &status) != 0 && errno == ENOENT
        return try await run(isDryRun: false, open: { try StoreWriter(path: path) }) { writer in
            if isNew { takeAway(writer) }
        }
    }

    /// Says what `run(path:)` would do, and stores nothing.
    ///
    /// - Parameter path: nil: as into a new store.
    /// - Throws: as `run(path:)` does.
    func rehearse(path: String?) async throws -> ImportReport {
        try await run(isDryRun: true, open: { try StoreWriter(rehearsing: path) }, onFailure: { _ in })
    }

    /// - Parameter onFailure: is called where nothing was imported.
    private func run(
        isDryRun: Bool,
        open: () throws -> StoreWriter,
        onFailure: (StoreWriter) -> Void
    ) async throws -> ImportReport {
        var report = ImportReport(isDryRun: isDryRun)
        var done = 0
        var opened: StoreWriter?
        do {
            let writer = try open()
            opened = writer
            for input in inputs {
                try await take(input, writer: writer, isFed: !isDryRun, into: &report)
                done += 1
            }
            try writer.close()
            try rejects?.close()
        } catch {
            progress.clear()
            if done == 0, let opened { onFailure(opened) }
            guard done > 0, !isDryRun else { throw error }
            throw partly(done, error)
        }
        progress.clear()
        report.seconds = progress.seconds
        return report
    }

    private func takeAway(_ writer: StoreWriter) {
        guard let stamp = try? StoreReader(path: writer.path).stamp(), (try? writer.removeIfUntouched()) == true else {
            return
        }
        IndexFolder.beside(store: writer.path, number: stamp.store).remove()
    }

    /// - Parameter isFed: whether the index grows with it.
    private func take(
        _ input: ImportInput,
        writer: StoreWriter,
        isFed: Bool,
        into report: inout ImportReport
    ) async throws {
        let files = FileImport(
            [input],
            format: format,
            mapping: proposed[input] ?? mapping,
            cancellation: Interrupt.cancellation
        )
        let name = try files.format(of: input)?.name ?? FormatOption.auto.name
        let feed =
            try isFed
            ? IndexFeed(store: writer.path, reader: StoreReader(path: writer.path), version: Version.text) : nil
        defer { feed?.stop() }
        var read = JourneyFormats.ImportSummary()
        let summary = try writer.importBatch(
            source: source ?? ImportRun.sourceName(of: input),
            format: name,
            fileName: ImportRun.fileName(of: input),
            now: .now,
            events: feed,
            cancellation: Interrupt.cancellation,
            body: { sink in
                read = try files.read(
                    into: tee(sink, files.header(of: input)),
                    progress: { show($0) }
                )
                progress.storing(input.name)
            }
        )
        // Dashboards that saw the import wait for the feed to be done, and find the answers there.
        if try feed?.finish(summary, cancellation: Interrupt.cancellation) ?? false { await feed?.prepareAnswers() }
        report.add(summary, read, name: inputs.count > 1 ? input.name : nil)
    }

    private func tee(_ sink: any RecordSink, _ header: @autoclosure () throws -> String?) rethrows -> any RecordSink {
        guard let rejects else { return sink }
        return RejectTee(sink, file: rejects, header: try header())
    }

    private func show(_ state: ImportProgress) {
        let share = state.totalBytes.flatMap { $0 > 0 ? Double(state.bytesRead) / Double($0) : nil }
        progress.show(state.name, share: share, count: state.rows, noun: "rows")
    }

    private func partly(_ done: Int, _ error: any Error) -> Complaint {
        let complaint = Complaint(about: error)
        let names = inputs.prefix(done).map { "'\($0.name)'" }.joined(separator: ", ")
        return Complaint(
            "'\(inputs[done].name)': \(complaint.message)",
            hint: "\(names) was stored before that; import all again, nothing is stored twice\n\(complaint.hint)",
            status: complaint.status
        )
    }

    /// The file's name without its folder and its endings; a name for what came by a pipe.
    static func sourceName(of input: ImportInput) -> String {
        guard let name = fileName(of: input) else { return "standard input" }
        let stem = name.prefix { $0 != "." }
        return stem.isEmpty ? name : String(stem)
    }

    static func fileName(of input: ImportInput) -> String? {
        guard case .file(let path) = input else { return nil }
        return path.split(separator: "/").last.map(String.init)
    }
}

extension ImportReport {
    fileprivate init(isDryRun: Bool) {
        self.init(
            read: 0,
            stored: 0,
            duplicates: 0,
            rejected: 0,
            rejects: [],
            ties: 0,
            seconds: 0,
            isDryRun: isDryRun
        )
    }

    /// Adds one file's figures; `name` stands before its notes where there are several files.
    fileprivate mutating func add(
        _ summary: JourneyStore.ImportSummary,
        _ files: JourneyFormats.ImportSummary,
        name: String?
    ) {
        read += summary.read
        stored += summary.stored
        duplicates += summary.duplicates
        rejected += summary.rejected
        rejects += summary.rejects
        ties += summary.ties
        partial += files.partial
        let prefix = name.map { "\($0): " } ?? ""
        for file in files.files {
            var own = file.notes
            for (id, title, columns) in [
                ("dimensions", "Kept as dimensions", file.dimensions),
                ("attributes", "Kept as attributes", file.attributes),
                ("columns-left-out", "Left out", file.dropped),
            ] where !columns.isEmpty {
                own.append(ImportNote(id, "\(title): " + columns.joined(separator: ", "), count: columns.count))
            }
            if file.skipped > 0 {
                own.append(
                    ImportNote("skipped", "\(file.skipped) skipped by a rule of the format", count: file.skipped)
                )
            }
            notes += own.map { ImportNote($0.id, prefix + $0.text, count: $0.count) }
        }
        notes += summary.unknownPreferences.findings.map { finding in
            let text = "\(prefix)\(NumberText.count(finding.count)) \(finding.title.text)"
            return ImportNote("unknown-preferences", text, count: finding.count)
        }
        if summary.identicalRows > 0 {
            let text = "\(prefix)\(summary.identicalRows) rows are identical to an earlier one; all are kept"
            notes.append(ImportNote("identical-rows", text, count: summary.identicalRows))
        }
    }
}

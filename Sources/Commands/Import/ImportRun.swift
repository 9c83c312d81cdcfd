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
    var choices = ImportChoices()
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
            var isRewritten = false
            for input in inputs {
                let isRewriting = try await take(input, writer: writer, isFed: !isDryRun, into: &report)
                isRewritten = isRewritten || isRewriting
                done += 1
            }
            try writer.close()
            try rejects?.close()
            if isRewritten, !isDryRun {
                try await RenewedIndex(path: writer.path, glyphs: progress.glyphs).make(after: "everything was stored")
            }
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
    /// - Returns: whether the index has to be made anew.
    private func take(
        _ input: ImportInput,
        writer: StoreWriter,
        isFed: Bool,
        into report: inout ImportReport
    ) async throws -> Bool {
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
            choices: choices,
            mark: try mark(of: input, files, writer),
            events: feed,
            cancellation: Interrupt.cancellation,
            progress: { progress.show($0) },
            body: { sink in
                read = try files.read(
                    into: tee(sink, files.header(of: input)),
                    progress: { show($0) }
                )
                if let content = read.files.first?.content { try sink.identify(files.mark(of: content)) }
                progress.storing(input.name)
            }
        )
        // Dashboards that saw the import wait for the feed to be done, and find the answers there.
        if try feed?.finish(summary, cancellation: Interrupt.cancellation) ?? false { await feed?.prepareAnswers() }
        report.add(summary, read, choices, name: inputs.count > 1 ? input.name : nil)
        return summary.isRewriting
    }

    /// What the file is known by, where the store may have it: found out before it is read, so that nothing is stored in vain.
    private func mark(of input: ImportInput, _ files: FileImport, _ writer: StoreWriter) throws -> ImportMark? {
        guard let bytes = files.likelyBytes(of: input), try writer.mayHave(bytes: bytes) else { return nil }
        return try files.mark(of: input)
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
        _ choices: ImportChoices,
        name: String?
    ) {
        read += summary.read
        stored += summary.stored
        duplicates += summary.duplicates
        rejected += summary.rejected
        rejects += summary.rejects
        ties += summary.ties
        partial += files.partial
        changed += summary.changed
        updated += summary.updated
        batches.append(summary.batch)
        let prefix = name.map { "\($0): " } ?? ""
        func note(_ id: String, _ text: String, _ count: Int? = nil) {
            notes.append(ImportNote(id, prefix + text, count: count))
        }
        for file in files.files {
            for own in file.notes { note(own.id, own.text, own.count) }
            let columns = [
                ("dimensions", "Kept as dimensions: ", file.dimensions),
                ("attributes", "Kept as attributes: ", file.attributes),
                ("columns-left-out", "Left out: ", file.dropped),
            ]
            for (id, text, names) in columns where !names.isEmpty {
                note(id, text + names.joined(separator: ", "), names.count)
            }
            if file.skipped > 0 { note("skipped", "\(file.skipped) skipped by a rule of the format", file.skipped) }
        }
        for finding in summary.unknownPreferences.findings {
            note("unknown-preferences", "\(NumberText.count(finding.count)) \(finding.title.text)", finding.count)
        }
        if summary.identicalRows > 0 {
            let count = summary.identicalRows
            note("identical-rows", "\(count) rows are identical to an earlier one; all are kept", count)
        }
        for batch in summary.replaced { note("replaced", "Import \(batch) was taken out first", 1) }
        noteKnown(summary, choices, note)
    }

    /// What the store had already.
    private func noteKnown(
        _ summary: JourneyStore.ImportSummary,
        _ choices: ImportChoices,
        _ note: (String, String, Int?) -> Void
    ) {
        if summary.changed > 0 {
            let ids = NumberText.counted(summary.changed, "known id")
            let text =
                choices.update == .newest
                ? "\(ids) came with other content, which holds now"
                : "\(ids) came with other content; what was there before is kept: --update newest takes the new"
            note("changed", text, summary.changed)
        }
        if summary.sharedIDs > 0 {
            let events = NumberText.counted(summary.sharedIDs, "event")
            note("ids-of-two-sources", "\(events) with an id that another source has too", summary.sharedIDs)
        }
        if summary.likeOthers > 0 {
            let events = NumberText.counted(summary.likeOthers, "event")
            let text =
                "\(events) at the same time, of the same person or case and at the same touchpoint as one of another import"
            note("like-another-import", text + ": is it stored twice?", summary.likeOthers)
        }
    }
}

import Foundation
import JourneyFormats
import JourneyModel
import JourneyStore
import Reports
import Threads

/// One `cxm sync`: every file that is new or has changed goes in, then what the book declares holds. Each file is a batch of its
/// own: whatever is interrupted, what is in is in, whole, and the next run goes on from there.
struct SyncRun {
    var book: SyncBook
    var folders: UserFolders
    var progress: () -> ProgressLine

    private struct Work {
        var path: String
        var source: SyncBook.Source
        var known: ImportedFile
    }

    /// - Throws: `StoreError` where the store itself cannot be used; `CancellationError`. What is wrong with one file is in the
    ///   report.
    func run() async throws -> SyncReport {
        var report = SyncReport()
        let work = work(&report)
        let isThere = FileManager.default.fileExists(atPath: book.store)
        let imported = isThere ? try StoreReader(path: book.store).importedFiles() : [:]
        let names = Dictionary(grouping: work, by: \.known).mapValues(\.count)
        for file in work {
            try Interrupt.cancellation.check()
            // Of two files that the store calls the same it could not tell which one it has.
            if names[file.known] == 1, let time = imported[file.known], SyncRun.isOlder(file.path, than: time) {
                report.unchanged += 1
            } else {
                try await take(file, &report)
            }
        }
        if let declarations = book.declarations {
            let run = DeclareRun(path: book.store, folders: folders)
            report.declared = try await run.declare(declarations)
            try await run.prepareAnswers()
        }
        return report
    }

    private func work(_ report: inout SyncReport) -> [Work] {
        var work: [Work] = []
        for source in book.sources {
            for pattern in source.patterns {
                let files = book.files(pattern)
                if files.isEmpty { report.failed.append(.init(file: pattern, reason: "no file is called so")) }
                work += files.map { path in
                    let input = ImportInput(argument: path)
                    let known = ImportedFile(
                        source: source.name ?? ImportRun.sourceName(of: input),
                        name: ImportRun.fileName(of: input) ?? path
                    )
                    return Work(path: path, source: source, known: known)
                }
            }
        }
        return work
    }

    private func take(_ file: Work, _ report: inout SyncReport) async throws {
        let run = ImportRun(
            inputs: [ImportInput(argument: file.path)],
            format: file.source.format,
            mapping: file.source.mapping,
            source: file.source.name,
            progress: progress()
        )
        do {
            let summary = try await run.run(path: book.store)
            report.imported.append(
                .init(
                    file: file.path,
                    stored: summary.stored,
                    duplicates: summary.duplicates,
                    rejected: summary.rejected
                )
            )
        } catch let error as RepeatedImport {
            // A copy of what is stored is nothing new, and no reason to leave out the files behind it.
            report.failed.append(.init(file: file.path, reason: error.message))
        } catch let error as ImportError {
            report.failed.append(.init(file: file.path, reason: error.message))
        }
    }

    /// Whether the file has come to lie there as it is, by whatever way, before `time`.
    private static func isOlder(_ path: String, than time: Timestamp) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { return false }
        let changed = Int64(status.st_ctim.tv_sec) * 1000 + Int64(status.st_ctim.tv_nsec) / 1_000_000
        return changed < time.milliseconds
    }
}

import DemoTown
import Foundation
import JourneyModel
import JourneyStore
import OwnFiles

/// The store of made-up data, made once for each user.
struct DemoStore {
    var town: DemoTown
    var path: String

    /// The usual town is `demo.cxm`; others have their size and seed in the name, so that none takes another's place.
    init(people: Int?, seed: UInt64?, folders: UserFolders) {
        let usual = DemoTown()
        town = DemoTown(people: people ?? usual.people, seed: seed ?? usual.seed)
        let isUsual = town.people == usual.people && town.seed == usual.seed
        let name = isUsual ? "demo.cxm" : "demo-\(town.people)-\(town.seed).cxm"
        path = StorePath.resolved("\(folders.data)/cxm/\(name)")
    }

    /// The period to open it with: the town's last quarter beside the one before it, because that is where its stories are.
    var usualPeriod: Period { Period(.quarter, containing: town.lastDay) }

    /// Makes it where it is not there yet, with progress on standard error.
    func makeIfNeeded(environment: [String: String]) throws {
        guard !exists else { return }
        Interrupt.watch()
        try make(progress: ProgressLine(glyphs: .ofLocale(environment)))
    }

    private var exists: Bool { FileManager.default.fileExists(atPath: path) }

    /// Makes it, under another name until it is whole.
    ///
    /// - Throws: `StoreError`, `CancellationError`, or `Complaint` where the folder cannot be made.
    private func make(progress: ProgressLine) throws {
        defer { progress.clear() }
        do {
            guard let parts = PathParts(path) else { throw FileFault(path, code: EISDIR) }
            _ = try OpenFolder(making: parts.folder)
            StaleFiles.remove(besideStore: path)
            let work = try WorkFolder(beside: path)
            try write(to: work.path(of: .draft), progress: progress)
            try work.move(.draft, to: parts.name)
        } catch let fault as FileFault {
            // Another process may have made it meanwhile.
            if fault.code == EEXIST, exists { return }
            let hint = "make room, or set XDG_DATA_HOME to a folder of yours"
            throw Complaint("'\(path)' cannot be made: \(fault.reason)", hint: hint)
        }
    }

    private func write(to path: String, progress: ProgressLine) throws {
        let writer = try StoreWriter(path: path)
        _ = try writer.importBatch(
            source: "demo",
            format: "demo",
            fileName: nil,
            now: .now,
            cancellation: Interrupt.cancellation,
            body: { sink in
                try town.emit(into: sink) { progress.show("making the demo town", share: $0) }
                progress.storing("the demo town")
            }
        )
        try writer.setDemo(true)
        try writer.close()
    }
}

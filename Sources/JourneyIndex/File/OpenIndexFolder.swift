import Foundation
import JourneyModel
import OwnFiles

/// An index folder that is open: a manifest, and a folder of columns that it names.
///
/// Columns only ever grow at their end, and a manifest says how much of them counts; so who has an older manifest goes on
/// reading, undisturbed, while a newer one is made. A new set of columns goes into a folder of its own; the old one is
/// unlinked, which does not touch those who have it mapped.
final class OpenIndexFolder: Sendable {
    let folder: OpenFolder
    let rights: Rights
    /// The store that the folder is marked for; nil where nothing says that it is an index.
    let store: UInt64?
    private let isMarked: Bool
    private let number: UInt64

    /// - Parameter number: of the store whose index it is to be.
    init(_ folder: OpenFolder, rights: Rights, number: UInt64) {
        self.folder = folder
        self.rights = rights
        self.number = number
        let mark = (try? folder.file(IndexMark.name).contents()).flatMap(IndexMark.store)
        isMarked = mark != nil
        // Before there were marks, or with one that is damaged: an index of this very store is one of ours.
        store = mark ?? (Self.namesStore(number, in: folder) ? number : nil)
    }

    private static func namesStore(_ number: UInt64, in folder: OpenFolder) -> Bool {
        guard let bytes = try? folder.file(IndexNames.manifest).contents() else { return false }
        return bytes.withUnsafeBytes { IndexManifest.store($0) } == number
    }

    var path: String { folder.path }

    /// Sets right who may look into it, where that is this user's to set: it may have been changed for the store.
    func setRights(_ status: FileStatus) {
        guard !rights.isExactly(status) else { return }
        // The folder first: whatever is in it is then seen by nobody who should not.
        folder.set(rights, status)
        for name in folder.names() where [IndexMark.name, IndexNames.lock].contains(name) || IndexNames.isFile(name) {
            guard let file = try? folder.file(name), let status = try? file.status() else { continue }
            file.set(rights, status)
        }
    }

    /// Whether more people may look into it than into the store.
    var isWiderThanStore: Bool { (try? folder.status()).map { !rights.isWithin($0) } ?? false }

    // MARK: Reading

    /// Opens the index; looks at no column yet.
    ///
    /// - Throws: `IndexFault`.
    func open() throws -> IndexImage {
        do {
            return try openOnce()
        } catch IndexFault.missing where folder.status(of: IndexNames.manifest) != nil {
            // Between the reading of the manifest and of its folder another set may have taken its place.
            return try openOnce()
        }
    }

    private func openOnce() throws -> IndexImage {
        let manifest = try readManifest()
        let files = try columns(manifest.folder)
        var columns: [ColumnID: StoredColumn] = [:]
        for column in manifest.columns {
            let file = try MappedFile(files, column.file, size: column.size, rights)
            columns[column.id] = StoredColumn(column, bytes: file.bytes, owner: file, sums: column.sums)
        }
        return IndexImage(manifest, columns: columns)
    }

    func readManifest() throws -> IndexManifest {
        try contents(of: IndexNames.manifest).withUnsafeBytes { try IndexManifest(bytes: $0) }
    }

    /// - Throws: `IndexFault`.
    func columns(_ name: String) throws -> OpenFolder {
        do throws(FileFault) {
            let columns = try folder.folder(name)
            columns.set(rights, try columns.status())
            return columns
        } catch {
            throw IndexFault.reading(error)
        }
    }

    func answers(of stamp: StoreStamp) -> [UInt8]? { try? contents(of: IndexNames.answers(of: stamp.state)) }

    private func contents(of name: String) throws -> [UInt8] {
        do throws(FileFault) {
            let file = try folder.file(name)
            file.set(rights, try file.status())
            return try file.contents()
        } catch {
            throw IndexFault.reading(error)
        }
    }

    // MARK: Writing

    /// Makes the folder of a new set of columns, which is in nobody's hands: not even a damaged set is written over while
    /// somebody may read it.
    ///
    /// - Parameter name: what it is to be called, if nothing is.
    /// - Throws: `IndexFault.notWritable`.
    func makeColumns(_ name: String) throws -> (name: String, folder: ColumnFolder) {
        var fault = FileFault(path, code: EEXIST)
        for number in 1..<1000 {
            let name = number == 1 ? name : "\(name)-\(number)"
            do throws(FileFault) {
                return (name, ColumnFolder(folder: try folder.makeFolder(name, rights), rights: rights))
            } catch {
                fault = error
                if error.code != EEXIST { break }
            }
        }
        throw IndexFault.writing(fault)
    }

    /// The folder of a set of columns that is added to.
    ///
    /// - Throws: `IndexFault`.
    func columnsToContinue(_ name: String) throws -> ColumnFolder {
        ColumnFolder(folder: try columns(name), rights: rights)
    }

    /// Makes `manifest` the one that counts, and removes what no manifest names any more.
    ///
    /// - Throws: `IndexFault.notWritable`.
    func publish(_ manifest: IndexManifest) throws {
        if store != number { try put(IndexMark.bytes(of: number), as: IndexMark.name) }
        try put(manifest.bytes, as: IndexNames.manifest)
        clean(keeping: manifest)
    }

    /// Keeps answers beside the index, for all who open it; the next change of the index takes them away.
    ///
    /// - Throws: `IndexFault.notWritable`.
    func keep(answers: [UInt8], of stamp: StoreStamp) throws {
        try put(answers, as: IndexNames.answers(of: stamp.state))
    }

    private func put(_ bytes: [UInt8], as name: String) throws(IndexFault) {
        do throws(FileFault) {
            // An empty folder in the way is nobody's.
            folder.remove(emptyFolder: name)
            try folder.put(bytes, as: name, rights)
        } catch {
            throw .writing(error)
        }
    }

    // MARK: Cleaning

    /// Takes away what a change that failed or was cut off has left. The caller has the lock.
    func sweep() {
        let manifest: IndexManifest?
        do {
            manifest = try readManifest()
        } catch IndexFault.otherFormat {
            // Another version of the program knows what it needs.
            return
        } catch {
            manifest = nil
        }
        if !isMarked { try? put(IndexMark.bytes(of: number), as: IndexMark.name) }
        clean(keeping: manifest)
        guard let manifest, let files = try? folder.folder(manifest.folder) else { return }
        for column in manifest.columns { cut(column.file, to: column.size, in: files) }
    }

    /// Whether there is anything to sweep; may be asked without the lock.
    func hasLeftovers(beside image: IndexImage) -> Bool {
        let kept = kept(image.manifest)
        let isLeft = folder.names().contains {
            !kept.contains($0) && (IndexNames.isColumns($0) || IndexNames.isFile($0) && !$0.hasPrefix("answers-"))
        }
        return isLeft || image.hasLongerFiles || !isMarked
    }

    /// Bytes behind those that count are of nothing, and who has the column mapped has no more of it than counts.
    private func cut(_ name: String, to size: Int, in files: OpenFolder) {
        guard let status = files.status(of: name), status.isSingleFile, status.size > size else { return }
        try? files.fileToChange(name).cut(to: size)
    }

    /// Removes files and folders of ours that are not of `manifest`: older sets, and what an interrupted build left.
    func clean(keeping manifest: IndexManifest?) {
        let kept = kept(manifest)
        for name in folder.names() where !kept.contains(name) {
            if IndexNames.isColumns(name) {
                removeColumns(name)
            } else if IndexNames.isFile(name) {
                folder.remove(file: name)
            }
        }
        guard let manifest, let files = try? folder.folder(manifest.folder) else { return }
        let used = Set(manifest.columns.map(\.file))
        for name in files.names() where !used.contains(name) && IndexNames.isColumnFile(name) {
            files.remove(file: name)
        }
    }

    private func kept(_ manifest: IndexManifest?) -> Set<String> {
        manifest.map { [$0.folder, IndexNames.manifest, IndexNames.answers(of: $0.stamp.state)] } ?? []
    }

    private func removeColumns(_ name: String) {
        guard let files = try? folder.folder(name) else { return }
        for file in files.names() where IndexNames.isColumnFile(file) { files.remove(file: file) }
        folder.remove(emptyFolder: name)
    }

    /// What is ours to the last: who is cut off here leaves a folder that is still known as one of ours.
    func removeLast() {
        folder.remove(file: IndexNames.lock)
        folder.remove(file: IndexMark.name)
    }
}

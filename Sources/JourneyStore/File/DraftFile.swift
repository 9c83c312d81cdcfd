internal import Foundation
internal import OwnFiles

/// A file beside a store that has no name while it is written: a process that is killed leaves nothing of it. It gets one
/// when SQLite is to open it, in a folder that nobody else looks into.
final class DraftFile {
    private let store: String
    /// Nil once it has a name: closing a file drops the locks that SQLite has on it.
    private var file: OpenFile?
    private var work: WorkFolder?

    /// - Parameter store: the store's path.
    init(besideStore store: String) throws {
        self.store = store
        do throws(FileFault) {
            file = try OpenFolder(named: PathParts(store)?.folder ?? store).makeNameableFile()
            guard file == nil else { return }
            let work = try WorkFolder(beside: store)
            file = try work.folder.makeFile(WorkFolder.Item.draft.rawValue, .ownerOnly)
            self.work = work
        } catch {
            throw StoreError.writing(error, path: store)
        }
    }

    /// Sets the rights of the store on it, so that it can take the store's place.
    ///
    /// - Returns: whether that could be done.
    func takeRights(of status: FileStatus) throws -> Bool {
        guard let file else { return false }
        return file.set(Rights(of: status), try file.status())
    }

    /// Another descriptor of it; who has it closes it.
    func descriptor() throws -> Int32 {
        let descriptor = fcntl(file?.descriptor ?? -1, F_DUPFD_CLOEXEC, 0)
        guard descriptor >= 0 else { throw StoreError.writing(FileFault(store, code: errno), path: store) }
        return descriptor
    }

    /// Its path from now on. No descriptor of it may be open any more when SQLite opens it.
    func named() throws -> String {
        do throws(FileFault) {
            if let work { return letGo(work) }
            let work = try WorkFolder(beside: store)
            if let file { try work.folder.name(file, WorkFolder.Item.draft.rawValue) }
            self.work = work
            return letGo(work)
        } catch {
            throw StoreError.writing(error, path: store)
        }
    }

    private func letGo(_ work: WorkFolder) -> String {
        file = nil
        return work.path(of: .draft)
    }

    /// It has no name any more: it is there as long as somebody has it open.
    func takeNameAway() { work = nil }

    /// Puts it in the place of the store, which `connection` has locked.
    func replaceStore(_ connection: OpaquePointer) throws {
        guard let work else { throw StoreError.failed(path: store, detail: "its new file is not there") }
        try StoreFile.replace(store, with: .draft, of: work, connection)
    }
}

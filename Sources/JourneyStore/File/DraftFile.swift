internal import CSQLiteDefence
internal import Foundation
internal import GRDBSQLite
internal import OwnFiles

/// A file beside a store that has no name until it takes the store's place: a process that is killed leaves nothing of it, also
/// while SQLite has it open. Where the file system has no such files, it is in a folder that nobody else looks into.
final class DraftFile {
    private let store: String
    /// Nil once it has a name: closing a file drops the locks that SQLite has on it.
    private var file: OpenFile?
    private var work: WorkFolder?

    /// - Parameter store: the store's path.
    init(besideStore store: String) throws {
        self.store = store
        do throws(FileFault) {
            if DraftFile.opensDescriptors {
                file = try OpenFolder(named: PathParts(store)?.folder ?? store).makeNameableFile()
            }
            guard file == nil else { return }
            let work = try WorkFolder(beside: store)
            file = try work.folder.makeFile(WorkFolder.Item.draft.rawValue, .ownerOnly)
            self.work = work
        } catch {
            throw StoreError.writing(error, path: store)
        }
    }

    /// Whether SQLite opens a file by its descriptor.
    private static let opensDescriptors = sqlite_defence_allow_descriptors() == SQLITE_OK

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

    /// The path by which SQLite opens it, while this lives. No other descriptor of it may be open any more then.
    func address() -> String {
        if let work {
            file = nil
            return work.path(of: .draft)
        }
        return "/proc/self/fd/\(file?.descriptor ?? -1)"
    }

    /// Once it is open, nobody else has to find it: what has a name loses it.
    func takeNameAway() { work = nil }

    /// Puts it in the place of the store, which `connection` has locked.
    func replaceStore(_ connection: OpaquePointer) throws {
        do throws(FileFault) {
            if work == nil { work = try WorkFolder(beside: store) }
            if let file { try work?.folder.name(file, WorkFolder.Item.draft.rawValue) }
        } catch {
            throw StoreError.writing(error, path: store)
        }
        guard let work else { throw StoreError.failed(path: store, detail: "its new file is not there") }
        try StoreFile.replace(store, with: .draft, of: work, connection)
    }
}

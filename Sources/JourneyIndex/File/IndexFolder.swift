import Foundation
public import JourneyModel
import OwnFiles

/// A place for the index of a store in a file system. What is there is ours only if it is a real folder of the right user's
/// with our mark; everything else is left as it is.
public struct IndexFolder: Sendable {
    public let path: String
    /// The store's own number, which is in the mark.
    private let number: UInt64
    /// The store beside which it stands; nil: the folder is one of the user's own.
    private let storePath: String?
    /// The user whose own it is, where it is one's own; nil: whoever runs the program.
    private let owner: uid_t?

    /// A folder for one user alone, for the index of the store with this number.
    ///
    /// - Parameter owner: that user; nil: who runs the program.
    public init(_ path: String, store number: UInt64, of owner: UInt32? = nil) {
        self.init(path, number, beside: nil, of: owner)
    }

    private init(_ path: String, _ number: UInt64, beside store: String?, of owner: uid_t? = nil) {
        self.path = path
        self.number = number
        storePath = store
        self.owner = owner
    }

    /// The index of the store at `path` stands beside it under this name. It is for those who may read the store, as there
    /// is nothing in it that is not in the store.
    public static func beside(store path: String, number: UInt64) -> IndexFolder {
        IndexFolder(path + "-index", number, beside: path)
    }

    // MARK: Reading

    /// Opens the index that is there; looks at no column yet.
    ///
    /// - Throws: `IndexFault`.
    public func open() throws -> IndexImage {
        let folder = try opened()
        guard folder.store == number else { throw IndexFault.stale }
        return try folder.open()
    }

    /// Whether the index can be there: there is a folder of ours, or one can be made.
    public var isUsable: Bool {
        do throws(IndexFault) {
            _ = try opened()
            return true
        } catch .missing {
            return mayMake && access(PathParts(path)?.folder ?? path, W_OK) == 0
        } catch {
            return false
        }
    }

    /// Whether there is a folder of ours.
    public var isThere: Bool { (try? opened()) != nil }

    /// Answers worked out beforehand from the index of `stamp`; nil where there are none.
    public func answers(of stamp: StoreStamp) -> [UInt8]? { (try? opened())?.answers(of: stamp) }

    /// Why what is there is not used, or who else may read it, in words for people; nil where there is nothing to say.
    public var objection: String? {
        do throws(IndexFault) {
            guard try !opened().isWiderThanStore else {
                return
                    "the index '\(path)' may be read by more people than its store; its owner mends that by opening the store"
            }
        } catch {
            guard case .foreign(let reason) = error else { return nil }
            return "'\(path)' is not used as the index: \(reason); move it away or delete it to have the index there"
        }
        return nil
    }

    /// The folder as it is; rights that are other than the store's are set right where this user may.
    ///
    /// - Throws: `missing`, `foreign`, `notWritable` where it may not be entered.
    func opened() throws(IndexFault) -> OpenIndexFolder {
        guard let parts = PathParts(path), let parent = try? OpenFolder(named: parts.folder) else { throw .missing }
        do throws(FileFault) {
            try check(parent: parent)
            return try open(try parent.folder(parts.name))
        } catch {
            throw fault(error)
        }
    }

    private func fault(_ fault: FileFault) -> IndexFault {
        switch fault.code {
        case ENOENT: .missing
        case ELOOP, ENOTDIR, EPERM, EINVAL: .foreign(fault.reason)
        default: .notWritable(fault.text)
        }
    }

    /// The user's own folder is the user's, whichever links of theirs lead to it.
    private func check(parent: OpenFolder) throws(FileFault) {
        guard storePath == nil, try parent.status().owner != owner ?? FileUser.current else { return }
        throw FileFault(parent.path, code: EPERM, reason: "the folder '\(parent.path)' belongs to somebody else")
    }

    private func open(_ folder: OpenFolder) throws(FileFault) -> OpenIndexFolder {
        let status = try folder.status()
        guard isOwner(status.owner) else {
            throw FileFault(path, code: EPERM, reason: "it belongs to somebody else")
        }
        let opened = OpenIndexFolder(folder, rights: rights, number: number)
        guard opened.store != nil else {
            throw FileFault(path, code: EINVAL, reason: "it has no mark of a folder that cxm has made")
        }
        opened.setRights(status)
        guard try rights.isWrittenWithin(folder.status()) else {
            throw FileFault(path, code: EPERM, reason: "more people may write to it than to the store")
        }
        return opened
    }

    /// The reader, the store's owner, and the administrator, who may do anything to both of them anyway.
    private func isOwner(_ owner: uid_t) -> Bool {
        if owner == self.owner ?? FileUser.current { return true }
        return storePath != nil && (owner == FileUser.administrator || owner == storeStatus?.owner)
    }

    private var storeStatus: FileStatus? {
        storePath.flatMap { FileStatus(at: $0) }.flatMap { $0.kind == .file ? $0 : nil }
    }

    private var rights: Rights { storeStatus.map { Rights(of: $0) } ?? .ownerOnly }

    // MARK: Writing

    /// Opens the folder for being written to; makes it where there is none. One that has the index of another store is
    /// taken over.
    ///
    /// - Throws: `notWritable`, `foreign`.
    func make() throws(IndexFault) -> OpenIndexFolder {
        do throws(IndexFault) {
            return try opened()
        } catch .missing {
            guard let parts = PathParts(path), mayMake else {
                throw .notWritable("'\(path)': the store's owner makes it")
            }
            do throws(FileFault) {
                try make(parts)
            } catch {
                // Somebody else may have been quicker.
                if error.code != EEXIST { throw .writing(error) }
            }
            do throws(IndexFault) { return try opened() } catch .missing { throw .notWritable("'\(path)' went away") }
        }
    }

    /// Beside a store its owner makes the folder, or the administrator for them: one that somebody else made would be of use to
    /// that person alone, and be in everybody's way.
    private var mayMake: Bool {
        guard storePath != nil else { return true }
        let user = FileUser.current
        return user == FileUser.administrator || user == storeStatus?.owner
    }

    /// Under a name that nobody can guess, with its mark; then moved to its place.
    private func make(_ parts: PathParts) throws(FileFault) {
        if storePath == nil { try check(parent: OpenFolder(making: parts.folder)) }
        WorkFolder.sweep(beside: path)
        let work = try WorkFolder(beside: path, rights)
        try work.folder.put(IndexMark.bytes(of: number), as: IndexMark.name, rights)
        try work.move(to: parts.name)
    }

    /// Takes away what a change of the index that was cut off has left, unless somebody is changing it now.
    ///
    /// - Parameter image: the index that is there.
    public func sweep(beside image: IndexImage) {
        guard let folder = try? opened(), folder.hasLeftovers(beside: image) else { return }
        _ = try? IndexLock(self)
    }

    /// Keeps answers beside the index, for all who open it; the next change of the index takes them away.
    ///
    /// - Throws: `IndexFault`.
    public func keep(answers: [UInt8], of stamp: StoreStamp) throws { try opened().keep(answers: answers, of: stamp) }

    /// Removes all that is ours in it but the lock, which the caller has. Who has the index open goes on reading it.
    public func removeContents() { (try? opened())?.clean(keeping: nil) }

    /// Removes the folder with all that is ours in it. What is not ours stays, and the folder with it.
    public func remove() {
        guard let folder = try? opened(), folder.store == number, let lock = try? IndexLock(self),
            let parts = PathParts(path), let parent = try? OpenFolder(named: parts.folder)
        else { return }
        withExtendedLifetime(lock) {
            folder.clean(keeping: nil)
            folder.removeLast()
            parent.remove(emptyFolder: parts.name)
        }
    }
}

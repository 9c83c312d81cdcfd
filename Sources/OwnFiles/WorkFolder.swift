internal import Foundation

/// A folder for files on their way to a place beside it: for this user alone, under a name that nobody can guess. It goes
/// with its maker; what a killed one leaves, `sweep` takes away.
public final class WorkFolder {
    /// What may be in one. Nothing else is ever removed.
    public enum Item: String, CaseIterable {
        case lock, mark, draft, copy, new
    }

    /// What SQLite puts beside a file that it writes.
    private static let companions = ["-journal", "-wal", "-shm"]
    private static let attempts = 8
    private static let longestName = 100

    public let folder: OpenFolder
    private let parent: OpenFolder
    private let name: String
    /// Held while the maker lives.
    private let lock: OpenFile
    private var isMoved = false

    /// - Parameter path: of what is to be made; the folder is made beside it.
    /// - Throws: `FileFault`.
    public init(beside path: String, _ rights: Rights = .ownerOnly) throws(FileFault) {
        guard let parts = PathParts(path) else { throw FileFault(path, code: EISDIR) }
        parent = try OpenFolder(named: parts.folder)
        for _ in 1..<Self.attempts {
            let name = Self.prefix(parts.name) + RandomName.make()
            if let (folder, lock) = try Self.make(name, in: parent, rights) {
                (self.name, self.folder, self.lock) = (name, folder, lock)
                return
            }
        }
        throw FileFault(path, code: EAGAIN)
    }

    /// Nil where somebody has swept it away before it was locked.
    private static func make(
        _ name: String,
        in parent: OpenFolder,
        _ rights: Rights
    ) throws(FileFault) -> (OpenFolder, OpenFile)? {
        let folder = try parent.makeFolder(name, rights)
        do throws(FileFault) {
            let lock = try folder.makeFile(Item.lock.rawValue, rights)
            guard (try? lock.lock()) != false, try lock.status().names > 0 else { return nil }
            return (folder, lock)
        } catch {
            parent.remove(emptyFolder: name)
            if error.isMissing { return nil }
            throw error
        }
    }

    deinit {
        guard !isMoved else { return }
        Self.clear(folder)
        parent.remove(emptyFolder: name)
    }

    /// Where an item is, for who opens files by paths.
    public func path(of item: Item) -> String { folder.path(of: item.rawValue) }

    /// Moves the whole folder to `other` beside it, where nothing may be yet. Whoever has it then has its lock too.
    ///
    /// - Throws: `FileFault` with `EEXIST` where there is something.
    public func move(to other: String) throws(FileFault) {
        try parent.move(name, to: parent, as: other)
        isMoved = true
    }

    /// Puts an item in the place of whatever file is called `other` beside the folder.
    ///
    /// - Throws: `FileFault`.
    public func replace(_ other: String, with item: Item) throws(FileFault) {
        try folder.replace(other, of: parent, with: item.rawValue)
        parent.sync()
    }

    /// Gives an item the name `other` beside the folder, where nothing may be yet.
    ///
    /// - Throws: `FileFault` with `EEXIST` where there is something.
    public func move(_ item: Item, to other: String) throws(FileFault) {
        try folder.move(item.rawValue, to: parent, as: other)
        parent.sync()
    }

    /// Takes away what makers that are no more have left beside `path`: folders of this user's with such a name, and in
    /// them what bears an item's name.
    ///
    /// - Parameter first: is given each folder before, to take out what only its maker knows.
    public static func sweep(beside path: String, first: (OpenFolder) -> Void = { _ in }) {
        guard let parts = PathParts(path), let parent = try? OpenFolder(named: parts.folder) else { return }
        sweep(parts.name, in: parent, first: first)
    }

    private static func sweep(_ name: String, in parent: OpenFolder, first: (OpenFolder) -> Void = { _ in }) {
        let prefix = prefix(name)
        for name in parent.names() where name.hasPrefix(prefix) && RandomName.isOne(name.dropFirst(prefix.count)) {
            guard let folder = try? parent.folder(name), (try? folder.status().owner) == FileUser.current else {
                continue
            }
            let lock = try? folder.fileToChange(Item.lock.rawValue)
            // Without a lock it is empty, or being made at this moment: then it is not empty when it is removed.
            if let lock {
                guard (try? lock.lock()) == true else { continue }
                first(folder)
                clear(folder)
            }
            parent.remove(emptyFolder: name)
        }
    }

    private static func clear(_ folder: OpenFolder) {
        // A store that is made in one has such a folder of its own meanwhile.
        sweep(Item.draft.rawValue, in: folder)
        for item in Item.allCases where item != .lock {
            for name in [""] + companions { folder.remove(file: item.rawValue + name) }
        }
        // Last: who is cut off here leaves something that can be swept.
        folder.remove(file: Item.lock.rawValue)
    }

    private static func prefix(_ name: String) -> String {
        var short = name
        while short.utf8.count > longestName { short.removeLast() }
        return ".\(short).cxm-"
    }
}

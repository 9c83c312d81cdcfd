/// A file that takes its place once it is whole. Until then nobody finds it, and if it never is, nothing is left of it: also
/// not after a kill, where the file system has files without names.
public final class PendingFile {
    private static let longestName = 100

    public let file: OpenFile
    private let folder: OpenFolder
    private let name: String
    /// What it is called on its way; nil: it has no name.
    private var temporary: String?

    /// - Throws: `FileFault`.
    public init(for name: String, in folder: OpenFolder, _ rights: Rights) throws(FileFault) {
        self.name = name
        self.folder = folder
        if let file = try folder.makeNameableFile(rights) {
            self.file = file
        } else {
            let temporary = Self.unguessable(name)
            file = try folder.makeFile(temporary, rights)
            self.temporary = temporary
        }
    }

    deinit {
        if let temporary { folder.remove(file: temporary) }
    }

    /// Puts it in its place.
    ///
    /// - Parameters:
    ///   - mayReplace: whether in place of a file that is there.
    ///   - isSynced: whether it is on the disk before.
    /// - Throws: `FileFault`: with `EEXIST` where there is one, and it may not.
    public func place(replacing mayReplace: Bool, isSynced: Bool = true) throws(FileFault) {
        if isSynced { try file.sync() }
        if let temporary, !mayReplace {
            try folder.move(temporary, to: folder, as: name)
        } else if !mayReplace {
            try folder.name(file, name)
        } else {
            let other = temporary ?? Self.unguessable(name)
            if temporary == nil { try folder.name(file, other) }
            temporary = other
            try folder.replace(name, of: folder, with: other)
        }
        temporary = nil
    }

    private static func unguessable(_ name: String) -> String {
        var short = name
        while short.utf8.count > longestName { short.removeLast() }
        return "\(short).\(RandomName.make())"
    }
}

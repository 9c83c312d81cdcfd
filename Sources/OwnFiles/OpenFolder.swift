internal import CFiles
internal import Foundation

/// A folder that is open. What is in it is reached by one name at a time, never by a path and never through a link: whatever
/// anybody puts in its way, nothing is opened, made, changed or removed elsewhere.
public final class OpenFolder: Sendable {
    /// Where it was when it was opened; for messages.
    public let path: String
    let descriptor: Int32

    private init(_ descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    /// The folder that somebody has named; links on the way are theirs, and are followed.
    ///
    /// - Throws: `FileFault`.
    public convenience init(named path: String) throws(FileFault) {
        let descriptor = openat(AT_FDCWD, path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFault(path, code: errno) }
        self.init(descriptor, path: path)
    }

    /// The folder that somebody has named; it and those it is in are made where they are not there, for the user alone.
    ///
    /// - Throws: `FileFault`.
    public convenience init(making path: String) throws(FileFault) {
        var made = path.hasPrefix("/") ? "/" : "."
        for name in path.split(separator: "/") {
            made += made == "/" ? name : "/" + name
            // Only what is missing at the end is made; what goes wrong before is said by the opening.
            if mkdir(made, 0o700) != 0, errno != EEXIST, errno != EACCES, errno != EROFS, errno != EPERM { break }
        }
        try self.init(named: path)
    }

    deinit {
        close(descriptor)
    }

    /// - Throws: `FileFault`.
    public func status() throws(FileFault) -> FileStatus { try FileStatus(of: descriptor, path: path) }

    /// Sets `rights` where it is this user's to set them.
    ///
    /// - Returns: whether they hold now, or are narrower.
    @discardableResult
    public func set(_ rights: Rights, _ status: FileStatus) -> Bool { rights.set(on: descriptor, status) }

    // MARK: Looking

    /// What bears a name in it, be it a link; nil where nothing does.
    public func status(of name: String) -> FileStatus? {
        var status = stat()
        guard isName(name), fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
        return FileStatus(status)
    }

    /// The names of all that is in it.
    public func names() -> [String] {
        let again = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard again >= 0 else { return [] }
        guard let stream = fdopendir(again) else {
            close(again)
            return []
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) {
                    String(cString: $0)
                }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    // MARK: Opening

    /// - Throws: `FileFault`, with a reason where something else than a folder bears the name.
    public func folder(_ name: String) throws(FileFault) -> OpenFolder {
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        return OpenFolder(try open(name, flags, expecting: .folder), path: path(of: name))
    }

    /// A plain file, for reading.
    ///
    /// - Throws: `FileFault`, with a reason where something else bears the name.
    public func file(_ name: String) throws(FileFault) -> OpenFile {
        let file = OpenFile(try open(name, O_RDONLY | Self.plainly, expecting: .file), path: path(of: name))
        try Self.check(file) { $0.kind == .file }
        return file
    }

    /// A plain file that has no other name, for reading and writing.
    ///
    /// - Throws: `FileFault`, with a reason where something else bears the name.
    public func fileToChange(_ name: String) throws(FileFault) -> OpenFile {
        let file = OpenFile(try open(name, O_RDWR | Self.plainly, expecting: .file), path: path(of: name))
        try Self.check(file) { $0.isSingleFile }
        return file
    }

    /// A plain file that is not written to, but had by one process at a time.
    ///
    /// - Throws: `FileFault`, with a reason where something else bears the name.
    public func fileToLock(_ name: String) throws(FileFault) -> OpenFile {
        let file = OpenFile(try open(name, O_RDWR | Self.plainly, expecting: .file), path: path(of: name))
        try Self.check(file) { $0.kind == .file }
        return file
    }

    /// Neither through a link, nor waiting for who writes to a pipe, nor taking a terminal.
    private static let plainly = O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC

    private static func check(_ file: OpenFile, _ isRight: (FileStatus) -> Bool) throws(FileFault) {
        let status = try file.status()
        guard !isRight(status) else { return }
        throw FileFault(
            file.path,
            code: EINVAL,
            reason: status.kind == .file ? "it has another name too" : status.kind.words
        )
    }

    private func open(_ name: String, _ flags: Int32, expecting kind: FileStatus.Kind) throws(FileFault) -> Int32 {
        try check(name)
        let file = openat(descriptor, name, flags)
        if file >= 0 { return file }
        let code = errno
        let other = [ELOOP, ENOTDIR, EISDIR, ENXIO].contains(code) ? status(of: name)?.kind : nil
        throw FileFault(path(of: name), code: code, reason: other.flatMap { $0 == kind ? nil : $0.words })
    }

    // MARK: Making

    /// A new folder.
    ///
    /// - Throws: `FileFault` with `EEXIST` where anything bears the name.
    public func makeFolder(_ name: String, _ rights: Rights) throws(FileFault) -> OpenFolder {
        try check(name)
        guard mkdirat(descriptor, name, 0o700) == 0 else { throw FileFault(path(of: name), code: errno) }
        let folder = try folder(name)
        let status = try folder.status()
        // In a folder that others may write to too, it could be another one by now.
        guard status.owner == FileUser.current else {
            throw FileFault(folder.path, code: EPERM, reason: "it was exchanged while it was made")
        }
        folder.set(rights, status)
        return folder
    }

    /// A new file, for reading and writing.
    ///
    /// - Throws: `FileFault` with `EEXIST` where anything bears the name.
    public func makeFile(_ name: String, _ rights: Rights) throws(FileFault) -> OpenFile {
        try check(name)
        let descriptor = openat(descriptor, name, O_RDWR | O_CREAT | O_EXCL | Self.plainly, rights.whenMade)
        guard descriptor >= 0 else { throw FileFault(path(of: name), code: errno) }
        let file = OpenFile(descriptor, path: path(of: name))
        file.set(rights, try file.status())
        return file
    }

    /// A new file that nobody finds and that is gone with who has it open: unless it is given a name.
    ///
    /// - Throws: `FileFault`.
    public func makeUnnamedFile() throws(FileFault) -> OpenFile {
        let descriptor = cfiles_open_unnamed(self.descriptor, Rights.ownerOnly.whenMade)
        if descriptor >= 0 { return OpenFile(descriptor, path: path) }
        guard Self.meansNoUnnamedFiles(-descriptor) else { throw FileFault(path, code: -descriptor) }
        let name = ".cxm-" + RandomName.make()
        let file = try makeFile(name, .ownerOnly)
        remove(file: name)
        return file
    }

    /// A new file without a name that `name` can give one; nil where the system cannot do that.
    ///
    /// - Throws: `FileFault`.
    public func makeNameableFile(_ rights: Rights = .ownerOnly) throws(FileFault) -> OpenFile? {
        let descriptor = cfiles_open_unnamed(self.descriptor, rights.whenMade)
        guard descriptor >= 0 else {
            if Self.meansNoUnnamedFiles(-descriptor) { return nil }
            throw FileFault(path, code: -descriptor)
        }
        let file = OpenFile(descriptor, path: path)
        file.set(rights, try file.status())
        // The way to it that does not need a name.
        return access("/proc/self/fd/\(descriptor)", F_OK) == 0 ? file : nil
    }

    /// Only a system or a file system without such files says these.
    private static func meansNoUnnamedFiles(_ code: Int32) -> Bool {
        [EOPNOTSUPP, EISDIR, EINVAL, ENOENT].contains(code)
    }

    /// Gives a file of `makeNameableFile` a name.
    ///
    /// - Throws: `FileFault`: with `EEXIST` where anything bears the name.
    public func name(_ file: OpenFile, _ name: String) throws(FileFault) {
        try check(name)
        let code = cfiles_name(file.descriptor, descriptor, name)
        guard code == 0 else { throw FileFault(path(of: name), code: code) }
    }

    /// Puts a file with these bytes in the place of whatever file bears the name: it is there whole, or as it was.
    ///
    /// - Throws: `FileFault`; nothing is left then.
    public func put(_ bytes: [UInt8], as name: String, _ rights: Rights) throws(FileFault) {
        let pending = try PendingFile(for: name, in: self, rights)
        try pending.file.write(bytes)
        try pending.place(replacing: true, isSynced: false)
    }

    // MARK: Moving and removing

    /// Gives what is called `name` another name, in `folder`, where nothing may bear that yet.
    ///
    /// - Throws: `FileFault` with `EEXIST` where something does.
    public func move(_ name: String, to folder: OpenFolder, as other: String) throws(FileFault) {
        try check(name)
        try folder.check(other)
        let code = cfiles_rename_new(descriptor, name, folder.descriptor, other)
        guard code == 0 else { throw FileFault(folder.path(of: other), code: code) }
    }

    /// Gives the file called `name` another name, in `folder`, in place of whatever file bears that.
    ///
    /// - Throws: `FileFault`.
    public func replace(_ other: String, of folder: OpenFolder, with name: String) throws(FileFault) {
        try check(name)
        try folder.check(other)
        guard renameat(descriptor, name, folder.descriptor, other) == 0 else {
            throw FileFault(folder.path(of: other), code: errno)
        }
    }

    /// Removes a file, a link or the like: the name, and nothing that it leads to.
    ///
    /// - Returns: whether it is gone.
    @discardableResult
    public func remove(file name: String) -> Bool { isName(name) && unlinkat(descriptor, name, 0) == 0 }

    /// Removes an empty folder.
    ///
    /// - Returns: whether it is gone.
    @discardableResult
    public func remove(emptyFolder name: String) -> Bool {
        isName(name) && unlinkat(descriptor, name, AT_REMOVEDIR) == 0
    }

    /// What was made or moved in it is on the disk afterwards, as far as the system does that.
    public func sync() { fsync(descriptor) }

    // MARK: Names

    public func path(of name: String) -> String { path == "/" ? "/" + name : "\(path)/\(name)" }

    private func check(_ name: String) throws(FileFault) {
        guard isName(name) else { throw FileFault(path(of: name), code: EINVAL, reason: "it is no name of a file") }
    }

    /// One name, and no way out of the folder.
    private func isName(_ name: String) -> Bool {
        !name.isEmpty && name != "." && name != ".." && !name.utf8.contains { $0 == UInt8(ascii: "/") || $0 == 0 }
    }
}

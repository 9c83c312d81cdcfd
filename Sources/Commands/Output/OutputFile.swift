import Foundation
import OwnFiles

/// A file that the user has named for something to be written to. It takes its place once it is whole, as `PendingFile`
/// does; a pipe or a device is written to as it is, and stays where it is.
///
/// A symbolic link is followed, as shells and editors do: what it leads to is replaced, and the link stays.
final class OutputFile {
    private enum Target {
        case pending(PendingFile)
        /// A pipe or a device.
        case stream(FileHandle)
    }

    private let path: String
    private let target: Target
    private var written = 0

    /// - Parameters:
    ///   - rights: of a new file; one that is replaced hands its own on.
    ///   - makesFolder: whether the folder is made where it is not there.
    /// - Throws: `FileFault`.
    init(_ path: String, _ rights: Rights = .usual, makesFolder: Bool = false) throws(FileFault) {
        self.path = path
        if let stream = try Self.stream(path) {
            target = .stream(stream)
            return
        }
        let file = try NamedPath.followed(path)
        guard let parts = PathParts(file) else { throw FileFault(path, code: EISDIR) }
        let folder = try makesFolder ? OpenFolder(making: parts.folder) : OpenFolder(named: parts.folder)
        let there = folder.status(of: parts.name)
        if there?.kind == .folder { throw FileFault(path, code: EISDIR) }
        let kept = there.map { $0.owner == FileUser.current ? Rights(of: $0) : rights } ?? rights
        target = .pending(try PendingFile(for: parts.name, in: folder, kept))
    }

    /// Nil where there is nothing, a file, or a folder.
    private static func stream(_ path: String) throws(FileFault) -> FileHandle? {
        var status = stat()
        guard stat(path, &status) == 0, ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) else { return nil }
        // Nobody waits for somebody to read a pipe.
        let descriptor = open(path, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFault(path, code: errno) }
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    /// - Throws: `FileFault`.
    func write(_ bytes: [UInt8]) throws(FileFault) {
        switch target {
        case .pending(let pending): try pending.file.write(bytes, at: written)
        case .stream(let handle):
            do { try handle.write(contentsOf: bytes) } catch { throw FileFault(path, code: EIO) }
        }
        written += bytes.count
    }

    /// Puts what was written in its place; what is let go without it is gone.
    ///
    /// - Throws: `FileFault`: with `EEXIST` where there is something, and it may not be replaced.
    func place(replacing mayReplace: Bool) throws(FileFault) {
        if case .pending(let pending) = target { try pending.place(replacing: mayReplace) }
    }
}

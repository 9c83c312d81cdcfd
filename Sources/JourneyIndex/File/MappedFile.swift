import OwnFiles
import Synchronization

/// A file of a column as memory: read where it lies, shared by all who have it open.
final class MappedFile: Sendable {
    /// Whether there is more of it than was asked for.
    let isLonger: Bool
    private let folder: OpenFolder
    private let name: String
    private let mapping: FileMapping?
    private let known: Mutex<FileStatus>

    /// The first `size` bytes of the file called `name`, whose rights are set right where this user may.
    ///
    /// - Throws: `IndexFault.missing`, `damaged` where the file is shorter.
    init(_ folder: OpenFolder, _ name: String, size: Int, _ rights: Rights) throws {
        do throws(FileFault) {
            let file = try folder.file(name)
            let status = try file.status()
            file.set(rights, status)
            guard size >= 0, status.size >= size else {
                throw FileFault(file.path, code: 0, reason: "it is shorter than it should be")
            }
            self.folder = folder
            self.name = name
            isLonger = status.size > size
            known = Mutex(status)
            mapping = size > 0 ? try FileMapping(file, size: size) : nil
        } catch {
            throw IndexFault.reading(error)
        }
    }

    var bytes: UnsafeRawBufferPointer {
        mapping?.bytes ?? UnsafeRawBufferPointer(start: ByteMemory.forever.base, count: 0)
    }

    /// What has become of it since it was last looked at.
    enum Change { case none, written, lost }

    /// Costs a microsecond.
    func look() -> Change {
        guard let mapping else { return .none }
        guard mapping.isWhole else { return .lost }
        // Behind a set of columns that has been replaced nothing of the name is left, or another file.
        guard let status = folder.status(of: name) else { return .none }
        return known.withLock { known in
            guard status.isSame(as: known) else { return .none }
            // Within the last page nobody is told that what is read is not there.
            if status.size < bytes.count { return .lost }
            guard status.written != known.written else { return .none }
            known = status
            return .written
        }
    }
}

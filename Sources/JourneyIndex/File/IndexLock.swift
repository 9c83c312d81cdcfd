import Foundation

/// The right to change an index: one process at a time has it. It ends with the process, however that ends.
public final class IndexLock {
    private let file: Int32

    /// Nil where another process is at work on the index.
    ///
    /// - Throws: `IndexFault.notWritable`.
    public init?(_ folder: IndexFolder) throws {
        try folder.make()
        let path = folder.path + "/lock"
        file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw IndexFault.notWritable("'\(path)': \(String(cString: strerror(errno)))") }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            close(file)
            return nil
        }
    }

    deinit {
        close(file)
    }
}

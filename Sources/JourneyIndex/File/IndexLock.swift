import Foundation
import OwnFiles

/// The right to change an index: one process at a time has it. It ends with the process, however that ends.
///
/// Who gets it takes away what whoever had it before has left half done, and who lets it go what is half done then.
public final class IndexLock {
    private let folder: OpenIndexFolder
    private let file: OpenFile

    /// Nil where another process is at work on the index.
    ///
    /// - Throws: `IndexFault.notWritable`, `IndexFault.foreign`.
    public init?(_ place: IndexFolder) throws {
        for _ in 0..<IndexLock.attempts {
            let folder = try place.make()
            do throws(FileFault) {
                let file = try IndexLock.file(in: folder)
                guard try file.lock() else { return nil }
                // Whoever had it before may have taken the folder away.
                guard try file.status().names > 0 else { continue }
                (self.folder, self.file) = (folder, file)
            } catch {
                throw IndexFault.writing(error)
            }
            self.folder.sweep()
            return
        }
        throw IndexFault.notWritable("'\(place.path)' is taken away again and again")
    }

    private static let attempts = 4

    private static func file(in folder: OpenIndexFolder) throws(FileFault) -> OpenFile {
        for _ in 0..<attempts {
            if let status = folder.folder.status(of: IndexNames.lock) {
                if status.kind == .file { return try folder.folder.fileToLock(IndexNames.lock) }
                // A link or a pipe of this name is nobody's lock.
                if !folder.folder.remove(file: IndexNames.lock) { folder.folder.remove(emptyFolder: IndexNames.lock) }
            }
            do throws(FileFault) {
                return try folder.folder.makeFile(IndexNames.lock, folder.rights)
            } catch {
                if error.code != EEXIST { throw error }
            }
        }
        throw FileFault(folder.path, code: EEXIST)
    }

    deinit {
        folder.sweep()
    }
}

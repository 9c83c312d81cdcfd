import Foundation
import JourneyModel

/// Rejected rows as they stood, in a file that can be mended and imported again; a table's header comes first.
final class RejectFile {
    private let path: String
    private let handle: FileHandle
    private var buffer = Data()

    /// - Throws: `Complaint` where the file cannot be made: before anything is imported.
    init(path: String) throws(Complaint) {
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else {
            throw Complaint("'\(path)' cannot be written", hint: "choose another file with --rejects FILE")
        }
        self.path = path
        self.handle = handle
    }

    func write(_ row: String) throws {
        buffer.append(contentsOf: row.utf8)
        if !row.hasSuffix("\n") { buffer.append(UInt8(ascii: "\n")) }
        if buffer.count > 1 << 16 { try flush() }
    }

    func close() throws {
        try flush()
        try handle.close()
    }

    /// Takes the file away: the import it belongs to did not happen.
    func remove() {
        try? handle.close()
        try? FileManager.default.removeItem(atPath: path)
    }

    private func flush() throws {
        do {
            try handle.write(contentsOf: buffer)
        } catch {
            throw Complaint("'\(path)' could not be written to its end", hint: "make room on its disk and try again")
        }
        buffer.removeAll(keepingCapacity: true)
    }
}

import Foundation
import JourneyModel
import OwnFiles

/// Rejected rows as they stood, in a file that can be mended and imported again; a table's header comes first. It is there
/// once the import is: of one that did not happen there is none, and one that was there before stays.
final class RejectFile {
    private let path: String
    private let file: OutputFile
    private var buffer: [UInt8] = []

    /// - Throws: `Complaint` where the file cannot be made: before anything is imported.
    init(path: String) throws(Complaint) {
        self.path = path
        do throws(FileFault) {
            // They are people's data, and for who imports them alone.
            file = try OutputFile(path, .ownerOnly)
        } catch {
            throw Complaint(
                "'\(path)' cannot be written: \(error.reason)",
                hint: "choose another file with --rejects FILE"
            )
        }
    }

    func write(_ row: String) throws {
        buffer.append(contentsOf: row.utf8)
        if !row.hasSuffix("\n") { buffer.append(UInt8(ascii: "\n")) }
        if buffer.count > 1 << 16 { try flush() }
    }

    /// Puts the file in its place.
    func close() throws {
        try flush()
        do throws(FileFault) { try file.place(replacing: true) } catch { throw unfinished }
    }

    private func flush() throws {
        do throws(FileFault) { try file.write(buffer) } catch { throw unfinished }
        buffer.removeAll(keepingCapacity: true)
    }

    private var unfinished: Complaint {
        Complaint("'\(path)' could not be written to its end", hint: "make room on its disk and try again")
    }
}

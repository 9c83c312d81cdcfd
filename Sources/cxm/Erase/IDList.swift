import Foundation

/// A file of ids, one a line.
enum IDList {
    static let standardInput = "-"

    /// - Parameter path: `-` for standard input.
    /// - Throws: `Complaint` where it cannot be read, or is no text.
    static func read(_ path: String) throws(Complaint) -> [String] {
        let bytes =
            path == standardInput
            ? try? FileHandle.standardInput.readToEnd() ?? Data() : FileManager.default.contents(atPath: path)
        guard let bytes else { throw Complaint("'\(path)' cannot be read", hint: "name a file with one id a line") }
        guard let text = String(data: bytes, encoding: .utf8) else {
            throw Complaint("'\(path)' is not in UTF-8", hint: "write one id a line, in UTF-8")
        }
        return text.split { ["\n", "\r\n", "\r"].contains($0) }.map(String.init)
    }
}

import Foundation
import JourneyFormats

/// A file of ids, one a line.
enum IDList {
    static let standardInput = "-"

    /// - Parameter path: `-` for standard input.
    /// - Throws: `Complaint` where it cannot be read, or is no text; `CancellationError`.
    static func read(_ path: String) throws -> [String] {
        let bytes: [UInt8]
        do {
            bytes = try ImportInput(argument: path).contents(cancellation: Interrupt.cancellation)
        } catch is ImportError {
            throw Complaint("'\(path)' cannot be read", hint: "name a file with one id a line")
        }
        guard let text = String(bytes: bytes, encoding: .utf8) else {
            throw Complaint("'\(path)' is not in UTF-8", hint: "write one id a line, in UTF-8")
        }
        return text.split { ["\n", "\r\n", "\r"].contains($0) }.map(String.init)
    }
}

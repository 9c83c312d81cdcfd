import Canvas
import Foundation
import JourneyModel

/// Standard output and error: the one door through which the program prints. What goes out has no character that a terminal
/// acts on, whoever wrote the text and whichever file or argument it quotes.
enum StandardStreams {
    static var inIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }
    static var outIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    static func out(_ text: String) {
        write(text.harmless, to: STDOUT_FILENO)
    }

    static func error(_ text: String) {
        write(text.harmless, to: STDERR_FILENO)
    }

    /// Puts `text` over the line that the cursor is in, with blanks over `width` columns of what stood there.
    static func errorLine(_ text: SafeText, over width: Int) {
        let blank = String(repeating: " ", count: max(0, width - text.width))
        write("\r" + text.text + blank + (text.isEmpty ? "\r" : ""), to: STDERR_FILENO)
    }

    /// `cxm: error: …` and a line that says what to do.
    static func complain(_ complaint: Complaint) {
        let message = safeLines(complaint.message).joined(separator: "\n  ")
        let hint = safeLines(complaint.hint).joined(separator: "\n  ")
        error("cxm: error: \(message)\n" + (hint.isEmpty ? "" : "  \(hint)\n"))
    }

    /// A line to know, which is no error.
    static func note(_ text: String) {
        for line in safeLines(text) { error("cxm: \(line)\n") }
    }

    /// What was passed over, a line each.
    static func warn(_ warnings: [FileWarning]) {
        for warning in warnings { note("warning: \(warning.text)") }
    }

    private static func safeLines(_ text: String) -> [String] {
        text.split(separator: "\n").map { SafeText(String($0)).text }
    }

    private static func write(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            // Whoever read has gone: there is nobody left to tell.
            guard written > 0 else { return }
            bytes = bytes.dropFirst(written)
        }
    }
}

import Canvas
import Foundation

/// Standard output and error. What is complained about is made safe first: a message may quote a file or an argument.
enum StandardStreams {
    static var inIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }
    static var outIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    static func out(_ text: String) {
        write(text, to: STDOUT_FILENO)
    }

    static func error(_ text: String) {
        write(text, to: STDERR_FILENO)
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
        // Where the locale is not UTF-8, also quotes and dots of our own are bytes that its terminal shows as others.
        let glyphs = GlyphChoice.set(nil, environment: ProcessInfo.processInfo.environment)
        return text.split(separator: "\n").map { SafeText(String($0), glyphs).text }
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

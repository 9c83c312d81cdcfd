import Canvas
import Foundation
import JourneyModel
import Synchronization
import TOML

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
    static func warn(_ warnings: [TextProblem]) {
        for warning in warnings { note("warning: \(warning.description)") }
    }

    /// The next line of standard input, without its end; nil at the end of the input, or where a signal comes first.
    ///
    /// Somebody else may have opened it so that a read does not wait. What is behind a line stays for the next.
    static func line() -> String? {
        while true {
            if let line = unread.withLock({ $0.next() }) { return line }
            var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            if poll(&input, 1, patience) == 0 {
                if Interrupt.isRaised { return nil }
                continue
            }
            var bytes = [UInt8](repeating: 0, count: 4096)
            let count = read(STDIN_FILENO, &bytes, bytes.count)
            if count > 0 {
                unread.withLock { $0.append(bytes[..<count]) }
            } else if count == 0 || ![EAGAIN, EWOULDBLOCK, EINTR].contains(errno) {
                return unread.withLock { $0.rest() }
            }
        }
    }

    private static let unread = Mutex(UnreadLines())
    /// Milliseconds between two looks for a signal.
    private static let patience: Int32 = 50

    private static func safeLines(_ text: String) -> [String] {
        // Where the locale is not UTF-8, also quotes and dots of our own are bytes that its terminal shows as others.
        let glyphs = GlyphSet.ofLocale(ProcessInfo.processInfo.environment)
        return text.split(separator: "\n").map { SafeText(String($0), glyphs).text }
    }

    private static func write(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if written > 0 {
                bytes = bytes.dropFirst(written)
            } else if errno == EAGAIN || errno == EWOULDBLOCK {
                // It does not let a write wait: the other end reads slowly. A signal is only noted, so that it has to be
                // looked for.
                var output = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                if poll(&output, 1, patience) <= 0, Interrupt.isRaised { return }
            } else if errno != EINTR {
                // Whoever read has gone: there is nobody left to tell.
                return
            }
        }
    }
}

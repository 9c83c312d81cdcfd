import Foundation

/// A question that a person answers at the terminal.
enum Confirmation {
    static var canAsk: Bool { isatty(STDIN_FILENO) == 1 && StandardStreams.errorIsTerminal }

    /// Whether the answer is yes.
    ///
    /// - Throws: `CancellationError` where a signal comes first.
    static func ask(_ question: String) throws(CancellationError) -> Bool {
        StandardStreams.error(question + " (yes/no) ")
        var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        // A reading would go on after a signal that is only noted; this waiting does not.
        while poll(&input, 1, -1) < 0 {
            if Interrupt.isRaised { throw CancellationError() }
        }
        let answer = readLine()?.trimmingCharacters(in: .whitespaces).lowercased()
        return answer == "yes" || answer == "y"
    }
}

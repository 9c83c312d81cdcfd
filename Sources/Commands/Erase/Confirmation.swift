import Foundation

/// A question that a person answers at the terminal.
enum Confirmation {
    static var canAsk: Bool { isatty(STDIN_FILENO) == 1 && StandardStreams.errorIsTerminal }

    /// Whether the answer is yes.
    ///
    /// - Throws: `CancellationError` where a signal comes first.
    static func ask(_ question: String) throws(CancellationError) -> Bool {
        StandardStreams.error(question + " (yes/no) ")
        let answer = StandardStreams.line()?.trimmingCharacters(in: .whitespaces).lowercased()
        if Interrupt.isRaised { throw CancellationError() }
        return answer == "yes" || answer == "y"
    }
}

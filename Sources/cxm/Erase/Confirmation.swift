import Foundation

/// A question that a person answers at the terminal.
enum Confirmation {
    static var canAsk: Bool { isatty(STDIN_FILENO) == 1 && StandardStreams.errorIsTerminal }

    /// Whether the answer is yes.
    static func ask(_ question: String) -> Bool {
        StandardStreams.error(question + " (yes/no) ")
        let answer = readLine()?.trimmingCharacters(in: .whitespaces).lowercased()
        return answer == "yes" || answer == "y"
    }
}

/// Why a file, or the way it was asked for, cannot be read at all, and what to do. What is wrong with a single row is a
/// reject instead.
public struct ImportError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What happened, with the file's name, and the line where there is one.
    public var message: String
    /// The way out, as a sentence or a command-line option.
    public var hint: String

    public init(_ message: String, hint: String) {
        self.message = message
        self.hint = hint
    }

    public var description: String { "\(message)\n\(hint)" }
}

/// A text of a person's that has been read, with the name by which they know it: whatever turns out to be wrong in it is
/// said with file and line, the same way everywhere.
public struct TOMLDocument: Sendable {
    public let name: String
    public let table: TOMLTable
    /// The line of the file on which the text begins, where it is a part of one.
    private let firstLine: Int?

    /// Reads a text that is there already.
    ///
    /// - Parameter firstLine: of the file on which the text begins, from 1.
    /// - Throws: `TextProblem` where it is no TOML.
    public init(_ text: String, name: String, firstLine: Int? = nil) throws(TextProblem) {
        self.name = name
        self.firstLine = firstLine
        do {
            table = try TOMLText.table(text)
        } catch {
            let line = error.line ?? firstLine.map { _ in 1 }
            throw TextProblem(name, line: line.map { $0 + (firstLine ?? 1) - 1 }, error.message)
        }
    }

    /// Reads the file at `path`; nil where there is none.
    ///
    /// - Throws: `TextProblem` where it cannot be read, or is no TOML.
    public init?(path: String) throws(TextProblem) {
        guard let text = try TOMLDocument.text(path: path) else { return nil }
        try self.init(text, name: path)
    }

    /// The text of the file at `path`; nil where there is none.
    ///
    /// - Throws: `TextProblem` where it cannot be read.
    public static func text(path: String) throws(TextProblem) -> String? {
        do {
            return try TOMLFile(path: path)?.text
        } catch {
            throw TextProblem(path, line: error.line, error.message)
        }
    }

    /// - Parameter line: of the text, from 1; nil where all of it is meant.
    public func problem(_ line: Int?, _ message: String, hint: String = "") -> TextProblem {
        TextProblem(name, line: line.map { $0 + (firstLine ?? 1) - 1 }, message, hint: hint)
    }
}

/// Something in a text of a person's that is not as it should be, and where.
public struct TextProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// As its owner calls it.
    public var file: String
    /// Counted from 1; nil where the file as a whole is meant.
    public var line: Int?
    public var message: String
    /// The way out; empty where there is nothing to add.
    public var hint: String

    public init(_ file: String, line: Int?, _ message: String, hint: String = "") {
        self.file = file
        self.line = line
        self.message = message
        self.hint = hint
    }

    /// `file:line: message`, as editors take it.
    public var description: String { line.map { "\(file):\($0): \(message)" } ?? "\(file): \(message)" }

    /// `file, line 3: message`, for a sentence.
    public var sentence: String { line.map { "\(file), line \($0): \(message)" } ?? "\(file): \(message)" }
}

public import JourneyModel

/// What is to be written to a file: what the screen shows, in one of the forms that it can have outside.
public struct Export: Hashable, Sendable {
    /// The answers on the screen: of the state of the data that is shown, not of a newer one. One, or where what is shown
    /// was asked level by level, that of each level.
    public struct Content: Hashable, Sendable {
        public let answers: [AnyAnswer]

        public init(_ answer: some Answer) { answers = [AnyAnswer(answer)] }

        public init(levels: [some Answer]) { answers = levels.map { AnyAnswer($0) } }
    }

    public var content: Content
    public var format: OutputFormat
    /// As it was typed: from the current folder where it begins with none.
    public var path: String
    /// Whether a file of that name may be replaced: somebody has said so.
    public var mayReplace: Bool

    public init(content: Content, format: OutputFormat, path: String, mayReplace: Bool = false) {
        self.content = content
        self.format = format
        self.path = path
        self.mayReplace = mayReplace
    }
}

/// What became of an export.
public enum ExportOutcome: Hashable, Sendable {
    /// The whole path, and the file's size.
    case written(path: String, bytes: Int)
    /// There is a file of that name, which was left as it was.
    case exists(path: String)
    case failed(message: String, hint: String)
}

public import JourneyModel

/// What is to be written to a file: what the screen shows, in one of the forms that it can have outside.
public struct Export: Hashable, Sendable {
    public enum Content: Hashable, Sendable {
        /// The answer on the screen: of the state of the data that is shown, not of a newer one.
        case answer(AnyAnswer)
        /// The levels of the tree of paths, from its anchor's on.
        case tree([BranchesResult])

        init(_ answer: some Answer) { self = .answer(AnyAnswer(answer)) }
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

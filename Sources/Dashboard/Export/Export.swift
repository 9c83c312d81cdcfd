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

    public enum Format: String, CaseIterable, Hashable, Sendable {
        // The words of `cxm show --format`.
        case text, json, csv, markdown, html
        /// The screen as it is, as a picture.
        case picture
    }

    public var content: Content
    public var format: Format
    /// As it was typed: from the current folder where it begins with none.
    public var path: String
    /// Whether a file of that name may be replaced: somebody has said so.
    public var mayReplace: Bool

    public init(content: Content, format: Format, path: String, mayReplace: Bool = false) {
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

extension Export.Format {
    var title: String {
        switch self {
        case .text: "text"
        case .json: "JSON"
        case .csv: "CSV"
        case .markdown: "Markdown"
        case .html: "HTML"
        case .picture: "picture"
        }
    }

    var summary: String {
        switch self {
        case .text: "to read, or to put into a mail"
        case .json: "for programs"
        case .csv: "for spreadsheets"
        case .markdown: "for wikis and notes"
        case .html: "a page that stands alone, with charts"
        case .picture: "SVG, the screen as it is"
        }
    }

    var fileExtension: String {
        switch self {
        case .text: "txt"
        case .markdown: "md"
        case .picture: "svg"
        case .json, .csv, .html: rawValue
        }
    }
}

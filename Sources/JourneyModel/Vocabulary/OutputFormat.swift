/// A form in which what is shown leaves the program, with all that help, dialogs and file names say of it. How it is written
/// is known to whoever writes it.
public struct OutputFormat: Sendable {
    public enum Content: Hashable, Sendable {
        /// One answer.
        case answer
        /// Several in one document.
        case book
        /// The screen as it is.
        case screen
    }

    /// The word of `--format`.
    public let name: String
    /// As it stands in a sentence.
    public let title: String
    /// What it is good for.
    public let summary: String
    /// The end of the name of a file that holds it.
    public let fileExtension: String
    public let contents: Set<Content>
    /// Whether programs read it, which know no locale: dates and numbers are then written in the one form.
    public let isForPrograms: Bool

    private init(
        _ name: String,
        title: String,
        _ summary: String,
        fileExtension: String,
        _ contents: Set<Content>,
        isForPrograms: Bool = false
    ) {
        self.name = name
        self.title = title
        self.summary = summary
        self.fileExtension = fileExtension
        self.contents = contents
        self.isForPrograms = isForPrograms
    }

    /// Nil where there is no format of that name.
    public init?(name: String) {
        guard let format = OutputFormat.all.first(where: { $0.name == name }) else { return nil }
        self = format
    }

    public func holds(_ content: Content) -> Bool { contents.contains(content) }
}

extension OutputFormat {
    public static let text = OutputFormat(
        "text",
        title: "text",
        "to read, or to put into a mail",
        fileExtension: "txt",
        [.answer]
    )
    public static let json = OutputFormat(
        "json",
        title: "JSON",
        "for programs",
        fileExtension: "json",
        [.answer],
        isForPrograms: true
    )
    public static let csv = OutputFormat(
        "csv",
        title: "CSV",
        "for spreadsheets",
        fileExtension: "csv",
        [.answer],
        isForPrograms: true
    )
    public static let markdown = OutputFormat(
        "markdown",
        title: "Markdown",
        "for wikis and notes",
        fileExtension: "md",
        [.answer, .book]
    )
    public static let html = OutputFormat(
        "html",
        title: "HTML",
        "a page that stands alone, with charts",
        fileExtension: "html",
        [.answer, .book]
    )
    public static let picture = OutputFormat(
        "picture",
        title: "picture",
        "SVG, the screen as it is",
        fileExtension: "svg",
        [.screen]
    )

    /// Every form there is, in the order in which they are listed to people.
    public static let all: [OutputFormat] = [.text, .json, .csv, .markdown, .html, .picture]

    /// Those that can hold `content`.
    public static func all(holding content: Content) -> [OutputFormat] { all.filter { $0.holds(content) } }
}

extension OutputFormat: Hashable {
    public static func == (left: OutputFormat, right: OutputFormat) -> Bool { left.name == right.name }

    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

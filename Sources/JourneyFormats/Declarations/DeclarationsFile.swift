public import JourneyModel
public import TOML

/// A file of declarations that has been read (TOML; docs/DECLARATIONS.md).
public struct DeclarationsFile: Sendable {
    /// A name of the data that the text uses.
    public struct Mention: Hashable, Sendable {
        public enum Kind: String, CaseIterable, Sendable {
            case touchpoint, channel, service, outcome
        }

        public var kind: Kind
        public var name: String
        /// Where it stands, from 1.
        public var line: Int
    }

    public let declarations: Declarations
    /// In the order of the text.
    public let mentions: [Mention]
    /// As its owner calls it.
    public let name: String

    /// Reads the file at `path`.
    ///
    /// - Throws: `TextProblem` with file and line, and the nearest right word, where it says something that has no meaning; where
    ///   it cannot be read, with the file alone.
    public init(path: String) throws(TextProblem) {
        guard let document = try TOMLDocument(path: path) else {
            throw TextProblem(
                path,
                line: nil,
                "there is no such file",
                hint: "check the path; cxm declare --propose writes a draft"
            )
        }
        try self.init(document, document.table)
    }

    /// Reads the text of one; `name` is what messages call it.
    ///
    /// - Throws: `TextProblem` as above.
    public init(_ text: String, name: String) throws(TextProblem) {
        let document = try TOMLDocument(text, name: name)
        try self.init(document, document.table)
    }

    /// Reads those that stand in a part of a document.
    ///
    /// - Throws: `TextProblem` as above.
    public init(_ document: TOMLDocument, _ table: TOMLTable) throws(TextProblem) {
        var reader = DeclarationsReader(document)
        try reader.read(table)
        declarations = reader.result
        mentions = reader.mentions
        name = document.name
    }
}

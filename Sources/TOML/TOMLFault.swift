/// Why a text is no TOML, or a file cannot be read as one.
public struct TOMLFault: Error, Hashable, Sendable {
    /// What is wrong, in plain words that hold no control characters whatever the text holds.
    public let message: String
    /// Nil where the file as a whole is meant.
    public let place: TOMLPlace?

    public var line: Int? { place?.line }

    init(_ message: String, at place: TOMLPlace?) {
        self.message = message
        self.place = place
    }

    /// As much of a word of the text as a message can hold.
    static func short(_ word: String) -> String {
        word.unicodeScalars.count <= 40 ? word : String(String.UnicodeScalarView(word.unicodeScalars.prefix(39))) + ".."
    }
}

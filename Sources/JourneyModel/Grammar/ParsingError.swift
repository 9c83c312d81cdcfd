/// A step, filter or range that cannot be read.
public struct ParsingError: Error, Codable, Hashable, Sendable {
    public var message: String
    public var hint: String

    public init(message: String, hint: String) {
        self.message = message
        self.hint = hint
    }
}

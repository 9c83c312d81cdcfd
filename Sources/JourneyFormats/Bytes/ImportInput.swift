/// Where bytes to be imported come from.
public enum ImportInput: Hashable, Sendable {
    case file(String)
    case standardInput
    /// Bytes that are already in memory, called `name` in messages.
    case bytes([UInt8], name: String)

    /// What a command-line argument means: `-` is standard input, anything else a path.
    public init(argument: String) {
        self = argument == "-" ? .standardInput : .file(argument)
    }

    /// The name that messages use: the path as it was given, or `standard input`.
    public var name: String {
        switch self {
        case .file(let path): path
        case .standardInput: "standard input"
        case .bytes(_, let name): name
        }
    }
}

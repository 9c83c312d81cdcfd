public import Threads

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

    /// Whether it can be read once only, as what comes through a pipe.
    public var comesOnce: Bool {
        switch self {
        case .file(let path): ReadableFile.comesOnce(path: path)
        case .standardInput: true
        case .bytes: false
        }
    }

    /// All of it as it lies there, packed or not.
    ///
    /// - Parameter cancellation: asked while nothing comes of a pipe, ten times a second.
    /// - Throws: `ImportError` where it cannot be read; `CancellationError`.
    public func contents(cancellation: Cancellation) throws -> [UInt8] {
        let file: ReadableFile
        switch self {
        case .bytes(let bytes, _): return bytes
        case .file(let path): file = try ReadableFile(path: path, cancellation: cancellation)
        case .standardInput: file = ReadableFile(standardInputNamed: name, cancellation: cancellation)
        }
        var contents: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: ByteSource.chunkSize)
        while case let count = try chunk.withUnsafeMutableBytes(file.read), count > 0 { contents += chunk[..<count] }
        return contents
    }
}

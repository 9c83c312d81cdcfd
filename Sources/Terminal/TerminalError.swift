/// Why there is no terminal to draw on. Each says what to do instead.
public enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
    case notATerminal
    case noName
    case unknown(name: String)
    case dumb(name: String)
    case noDatabase
    case noPipe

    public var description: String {
        switch self {
        case .notATerminal: "standard input and output are not both a terminal"
        case .noName: "TERM is not set, so the kind of terminal is unknown"
        case .unknown(let name): "the terminal “\(name)” is not in this system's terminal database"
        case .dumb(let name): "the terminal “\(name)” cannot place text freely on its screen"
        case .noDatabase: "this system has no terminal database"
        case .noPipe: "the system has no file descriptors left"
        }
    }

    /// The way out.
    public var hint: String {
        switch self {
        case .notATerminal, .dumb: "“cxm show” prints any screen as plain text"
        case .noName, .unknown: "set TERM, for example to xterm-256color, or print a screen with “cxm show”"
        case .noDatabase: "install the package with terminfo (ncurses-base), or print a screen with “cxm show”"
        case .noPipe: "close other programs, or raise the limit with “ulimit -n”"
        }
    }
}

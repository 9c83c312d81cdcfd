public import TOML

/// Why a theme cannot be used.
public enum ThemeError: Error, Hashable, Sendable, CustomStringConvertible {
    case notFound(name: String, available: [String])
    case unreadable(file: String, reason: String)
    /// At least one problem, in the order of the lines.
    case invalid([TextProblem])

    public var description: String {
        switch self {
        case .notFound(let name, _): "there is no theme “\(name)”"
        case .unreadable(let file, let reason): "\(file): \(reason)"
        case .invalid(let problems): problems.map(\.description).joined(separator: "\n")
        }
    }

    /// The way out.
    public var hint: String {
        switch self {
        case .notFound(_, let available): "choose one of: " + available.joined(separator: ", ")
        case .unreadable: "a theme is a file of text in UTF-8; docs/THEMES.md has its form"
        case .invalid(let problems): problems.first?.hint ?? ""
        }
    }
}

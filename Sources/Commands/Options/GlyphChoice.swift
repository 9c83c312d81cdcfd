import ArgumentParser
import Canvas
import Terminal

/// `--glyphs`.
enum GlyphChoice: String, CaseIterable, ExpressibleByArgument {
    case unicode, ascii

    /// The set; without a choice what the locale can show.
    static func set(_ choice: GlyphChoice?, environment: [String: String]) -> GlyphSet {
        switch choice {
        case .unicode: .unicode
        case .ascii: .ascii
        case nil: .ofLocale(environment)
        }
    }
}

extension GlyphChoice {
    /// What a setting asks for where there is no terminal to ask: Unicode, unless it says ASCII.
    init(_ setting: TerminalOptions.GlyphChoice) {
        self = setting == .ascii ? .ascii : .unicode
    }
}

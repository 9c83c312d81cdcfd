import ArgumentParser
import Canvas
import Terminal

/// `--glyphs`.
enum GlyphChoice: String, CaseIterable, ExpressibleByArgument {
    case unicode, ascii

    /// The set; without a choice what the locale can show (experience, rule 4).
    static func set(_ choice: GlyphChoice?, environment: [String: String]) -> GlyphSet {
        switch choice {
        case .unicode: return .unicode
        case .ascii: return .ascii
        case nil:
            // The first of these that is set decides, as for every program (POSIX, 8.2).
            let names = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }
            let locale = names.first { !$0.isEmpty }?.lowercased() ?? ""
            return locale.contains("utf-8") || locale.contains("utf8") ? .unicode : .ascii
        }
    }
}

extension GlyphChoice {
    /// What a setting asks for where there is no terminal to ask: Unicode, unless it says ASCII.
    init(_ setting: TerminalOptions.GlyphChoice) {
        self = setting == .ascii ? .ascii : .unicode
    }
}

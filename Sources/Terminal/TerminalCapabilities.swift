internal import CTerminal
public import Canvas

/// What a terminal can do, decided from its name, its database entry, the locale and the user's choice.
public struct TerminalCapabilities: Hashable, Sendable {
    /// The name to open the terminal by: `TERM`, or its variant with direct colour.
    public let term: String
    public let depth: ColourDepth
    public let glyphs: GlyphSet
    /// Whether the terminal says that its background is dark or light; few do.
    public let ground: Theme.Base?

    /// What the terminal database says of one name.
    public struct Facts: Hashable, Sendable {
        public enum Entry: Hashable, Sendable {
            case known
            case unknown
            case noDatabase
        }

        public var entry: Entry
        /// Whether the cursor can be moved and the screen cleared.
        public var isAddressable: Bool
        /// 0 for none.
        public var colours: Int
        public var hasDirectColour: Bool

        public init(entry: Entry = .known, isAddressable: Bool = true, colours: Int, hasDirectColour: Bool = false) {
            self.entry = entry
            self.isAddressable = isAddressable
            self.colours = colours
            self.hasDirectColour = hasDirectColour
        }
    }

    /// Decides.
    ///
    /// - Parameters:
    ///   - environment: TERM, COLORTERM, COLORFGBG, NO_COLOR, LC_ALL, LC_CTYPE and LANG are read.
    ///   - facts: what the terminal database says of a name.
    public init(
        environment: [String: String],
        options: TerminalOptions,
        facts: (String) -> Facts = Self.facts(of:)
    ) throws(TerminalError) {
        guard let name = environment["TERM"], !name.isEmpty else { throw .noName }
        let own = facts(name)
        switch own.entry {
        case .known: break
        case .unknown: throw .unknown(name: name)
        case .noDatabase: throw .noDatabase
        }
        guard own.isAddressable else { throw .dumb(name: name) }

        let depth = Self.depth(environment, options.colour, own)
        if depth == .indexed, let direct = Self.directVariant(name, environment), facts(direct).hasDirectColour {
            term = direct
            self.depth = .direct
        } else {
            term = name
            self.depth = depth
        }
        glyphs = Self.glyphs(environment, options.glyphs, name)
        ground = Self.ground(environment)
    }

    /// What the database on this machine says of `name`.
    public static func facts(of name: String) -> Facts {
        let found = ct_probe(name)
        return Facts(
            entry: found.known > 0 ? .known : found.known < 0 ? .noDatabase : .unknown,
            isAddressable: found.addressable != 0,
            colours: Int(found.colours),
            hasDirectColour: found.direct != 0
        )
    }

    private static func depth(
        _ environment: [String: String],
        _ choice: TerminalOptions.ColourChoice,
        _ facts: Facts
    ) -> ColourDepth {
        switch choice {
        case .never: return .none
        // no-color.org: present and not empty, whatever its value.
        case .auto where environment["NO_COLOR"].map { !$0.isEmpty } ?? false: return .none
        case .auto, .always: break
        }
        if facts.hasDirectColour { return .direct }
        switch facts.colours {
        case 256...: return .indexed
        case 16...: return .sixteen
        case 8...: return .eight
        default: return .none
        }
    }

    /// A terminal that can do direct colour says so in COLORTERM, not in TERM; the database may have an entry for it.
    private static func directVariant(_ name: String, _ environment: [String: String]) -> String? {
        guard ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? ""), name.hasSuffix("-256color") else {
            return nil
        }
        return name.dropLast("-256color".count) + "-direct"
    }

    private static func glyphs(
        _ environment: [String: String],
        _ choice: TerminalOptions.GlyphChoice,
        _ name: String
    ) -> GlyphSet {
        switch choice {
        case .unicode: .unicode
        case .ascii: .ascii
        case .auto: isUTF8(environment) && !hasFewGlyphs(name) ? .unicode : .ascii
        }
    }

    /// The first of these that is set decides, as for every program (POSIX, 8.2).
    private static func isUTF8(_ environment: [String: String]) -> Bool {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        let lower = locale.lowercased()
        return lower.contains("utf-8") || lower.contains("utf8")
    }

    /// Consoles whose font has a few hundred characters, and terminals older than Unicode.
    private static func hasFewGlyphs(_ name: String) -> Bool {
        ["linux", "vt", "ansi", "cons25", "sun", "pcansi", "wsvt", "mach", "hurd", "cygwin"]
            .contains { name.hasPrefix($0) } && !name.hasPrefix("vte")
    }

    /// COLORFGBG ends in the number of the background's colour.
    private static func ground(_ environment: [String: String]) -> Theme.Base? {
        guard let last = environment["COLORFGBG"]?.split(separator: ";").last, let colour = Int(last) else {
            return nil
        }
        switch colour {
        case 0...6, 8: return .dark
        case 7, 9...15: return .light
        default: return nil
        }
    }
}

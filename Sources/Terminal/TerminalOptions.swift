/// What a user may choose about the terminal.
public struct TerminalOptions: Hashable, Sendable {
    public enum ColourChoice: String, CaseIterable, Hashable, Sendable {
        /// As many colours as the terminal has, unless `NO_COLOR` is set.
        case auto
        /// As many colours as the terminal has, whatever `NO_COLOR` says.
        case always
        case never
    }

    public enum GlyphChoice: String, CaseIterable, Hashable, Sendable {
        /// Unicode where the locale and the terminal can, else ASCII.
        case auto
        case unicode
        case ascii
    }

    public var colour: ColourChoice
    public var glyphs: GlyphChoice
    /// Whether clicks and the wheel are asked for.
    public var mouse: Bool
    /// Whether the terminal's own cursor is seen on the selected row. It stands there in any case.
    public var cursor: Bool

    /// Whether Ctrl-Z gives the terminal to the shell that started the program.
    public var mayStop: Bool

    public init(
        colour: ColourChoice = .auto,
        glyphs: GlyphChoice = .auto,
        mouse: Bool = false,
        cursor: Bool = false,
        mayStop: Bool = true
    ) {
        self.colour = colour
        self.glyphs = glyphs
        self.mouse = mouse
        self.mayStop = mayStop
        self.cursor = cursor
    }
}

internal import CTerminal
internal import Canvas

/// What a terminal understands, each as the bytes to send; empty where it has nothing of the kind.
struct TerminalLanguage: Sendable {
    /// Puts the cursor in column `x` of row `y`, both from 0.
    var cursor: @Sendable (_ x: Int, _ y: Int) -> [UInt8]
    /// Moves the cursor this many columns to the right, over what is there.
    var right: @Sendable (Int) -> [UInt8]
    /// A number of its palette, or a packed colour where it takes those, for what is written from now on.
    var foreground: @Sendable (Int) -> [UInt8]
    var background: @Sendable (Int) -> [UInt8]

    var clear: [UInt8]
    /// Blanks the row from the cursor to its end.
    var eraseToEnd: [UInt8]
    var showCursor: [UInt8]
    var hideCursor: [UInt8]

    /// Ends all that the others set.
    var plain: [UInt8]
    var bold: [UInt8]
    var dim: [UInt8]
    var reverse: [UInt8]
    var underline: [UInt8]
    /// What cannot be shown together with a colour.
    var clashesWithColour: Attributes = []

    /// Whether an attribute or a colour can be ended without the others (22, 24, 27, 39, 49 of ECMA-48).
    var endsSingly = false
    /// Whether the ASCII character just written can be repeated (REP of ECMA-48).
    var repeats = false
    /// Whether writing the last column moves to the next row at once: the last cell of all would then scroll the screen.
    var wrapsAtOnce = false
    /// Whether the C library, and so most likely the terminal, gives a grapheme of these scalars this width.
    var canPrint: @Sendable (_ scalars: [UInt32], _ width: Int) -> Bool

    /// The language of the terminal that is open, from the system's database.
    static func ofOpenTerminal() -> TerminalLanguage {
        let plain = sequence("sgr0")
        let isECMA = [Self.plainOfECMA, Array("\u{1B}[0m".utf8)].contains { plain.firstRange(of: $0) != nil }
        // Old terminals keep a space on the screen for every change of attributes.
        let keepsSpaces = ct_number("xmc") > 0
        return TerminalLanguage(
            cursor: { x, y in sequence("cup", y, x) },
            right: { sequence("cuf", $0) },
            foreground: { sequence("setaf", $0) },
            background: { sequence("setab", $0) },
            clear: sequence("clear"),
            eraseToEnd: sequence("el"),
            showCursor: sequence("cnorm"),
            hideCursor: sequence("civis"),
            // Nothing here uses another character set, so there is none to come back from.
            plain: isECMA ? plainOfECMA : plain,
            bold: keepsSpaces ? [] : sequence("bold"),
            dim: keepsSpaces ? [] : sequence("dim"),
            reverse: keepsSpaces ? [] : sequence("rev"),
            underline: keepsSpaces ? [] : sequence("smul"),
            clashesWithColour: clashes(ct_number("ncv")),
            endsSingly: sequence("rmul") == Array("\u{1B}[24m".utf8) && sequence("op") == Array("\u{1B}[39;49m".utf8),
            repeats: sequence("rep", 0x78, 5) == Array("x\u{1B}[4b".utf8),
            wrapsAtOnce: ct_flag("am") != 0 && ct_flag("xenl") == 0,
            canPrint: { ct_is_printable($0, Int32($0.count), Int32($1)) != 0 }
        )
    }

    private static let plainOfECMA = Array("\u{1B}[m".utf8)

    private static func sequence(_ capability: String, _ first: Int = 0, _ second: Int = 0) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: Int(CT_LONGEST_SEQUENCE)) { buffer, count in
            count = Int(ct_sequence(capability, Int32(first), Int32(second), buffer.baseAddress, Int32(buffer.count)))
        }
    }

    /// `mask` as terminfo(5) has it under `ncv`.
    private static func clashes(_ mask: Int32) -> Attributes {
        guard mask > 0 else { return [] }
        var found: Attributes = []
        if mask & 2 != 0 { found.insert(.underline) }
        if mask & 4 != 0 { found.insert(.reverse) }
        if mask & 16 != 0 { found.insert(.dim) }
        if mask & 32 != 0 { found.insert(.bold) }
        return found
    }
}

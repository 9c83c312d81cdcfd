extension Unicode.Scalar {
    /// Whether a terminal does something at this character in place of showing it: controls (of one byte too), and those that
    /// turn the reading direction or end a line. Whatever is written for a terminal, or for a file that may be printed on one,
    /// has none of them but line feeds and tabs of the program's own.
    public var isActing: Bool {
        switch value {
        case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}

extension String {
    /// The text with U+FFFD for every character that a terminal would act on; line feeds and tabs stay, and the carriage
    /// return before a line feed, with which a line of CSV ends (RFC 4180).
    public var harmless: String {
        guard unicodeScalars.contains(where: { $0.isActing && $0 != "\n" && $0 != "\t" }) else { return self }
        var text = ""
        var rest = unicodeScalars[...]
        while let scalar = rest.popFirst() {
            let stays = scalar == "\n" || scalar == "\t" || scalar == "\r" && rest.first == "\n"
            text.unicodeScalars.append(scalar.isActing && !stays ? "\u{FFFD}" : scalar)
        }
        return text
    }

    /// The same for a text that has to stay on its line: a remark behind something that is read again.
    public var harmlessLine: String { split(whereSeparator: \.isNewline).joined(separator: " ").harmless }
}

/// Words of a command line for a POSIX shell.
public enum ShellWord {
    private static let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:,=@%+")

    /// `word` as a shell reads it back: as it is where nothing in it is special, else in single quotes. What a terminal would
    /// act on when the line is pasted, or would not show as it is, is written as `$'\x1b'` does: the line stays the same
    /// command however it is made safe to show.
    public static func quoted(_ word: String) -> String {
        if !word.isEmpty, word.allSatisfy({ plain.contains($0) }) { return word }
        if !word.allSatisfy(isShown) { return "$'" + word.map(escaped).joined() + "'" }
        return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
    }

    /// Whether every terminal shows the character as it is: one scalar that is a letter, a number, a sign, or a space.
    private static func isShown(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else { return false }
        if scalar.isASCII { return !scalar.isActing }
        if scalar.properties.isDefaultIgnorableCodePoint { return false }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        case .decimalNumber, .letterNumber, .otherNumber: true
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation: true
        case .initialPunctuation, .finalPunctuation, .otherPunctuation: true
        case .mathSymbol, .currencySymbol, .otherSymbol: true
        default: false
        }
    }

    private static func escaped(_ character: Character) -> String {
        switch character {
        case "'": #"\'"#
        case "\\": #"\\"#
        case _ where isShown(character): String(character)
        default:
            // Byte by byte: every shell that knows this form of quoting knows \x.
            String(character).utf8.map { byte in
                let digits = String(byte, radix: 16)
                return #"\x"# + (digits.count == 1 ? "0" : "") + digits
            }.joined()
        }
    }
}

/// Words of a command line for a POSIX shell.
public enum ShellWord {
    private static let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:,=@%+")

    /// `word` as a shell reads it back: as it is where nothing in it is special, else in single quotes. Control
    /// characters, which a terminal would act on when the line is pasted, are written as `$'\x1b'` does.
    public static func quoted(_ word: String) -> String {
        if !word.isEmpty, word.allSatisfy({ plain.contains($0) }) { return word }
        if word.unicodeScalars.contains(where: isControl) {
            return "$'" + word.unicodeScalars.map(escaped).joined() + "'"
        }
        return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "'": #"\'"#
        case "\\": #"\\"#
        case _ where isControl(scalar):
            // Byte by byte: every shell that knows this form of quoting knows \x.
            String(scalar).utf8.map { byte in
                let digits = String(byte, radix: 16)
                return #"\x"# + (digits.count == 1 ? "0" : "") + digits
            }.joined()
        default: String(scalar)
        }
    }
}

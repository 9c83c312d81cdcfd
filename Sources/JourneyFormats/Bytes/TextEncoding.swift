/// How the bytes of a text file stand for characters.
public enum TextEncoding: String, CaseIterable, Hashable, Sendable {
    case utf8 = "utf-8"
    case latin1
    /// Latin-1 with letters, quotes and the euro sign where Latin-1 has control characters; what Windows calls ANSI.
    case windows1252 = "windows-1252"

    /// The encoding that `name` means, in any of its usual spellings; nil where there is none.
    public init?(named name: String) {
        let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
        switch plain {
        case "utf8": self = .utf8
        case "latin1", "iso88591", "l1": self = .latin1
        case "windows1252", "cp1252", "ansi": self = .windows1252
        default: return nil
        }
    }

    /// Appends the UTF-8 form of `bytes` to `output`. UTF-8 itself is copied unchecked: what is wrong with it is told
    /// row by row.
    func appendUTF8(of bytes: ArraySlice<UInt8>, to output: PaddedBytes) {
        if self == .utf8 { return bytes.withUnsafeBytes(output.append) }
        // No character of these encodings takes more than three bytes.
        output.reserve(output.count + 3 * bytes.count)
        for byte in bytes {
            let scalar = self == .windows1252 ? TextEncoding.windowsScalar(byte) : UInt32(byte)
            TextEncoding.append(scalar, to: output)
        }
    }

    private static func append(_ scalar: UInt32, to output: PaddedBytes) {
        let target = output.base + output.count
        let last = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
        if scalar < 0x80 {
            target[0] = UInt8(scalar)
            output.didAppend(1)
        } else if scalar < 0x800 {
            target[0] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
            target[1] = last
            output.didAppend(2)
        } else {
            target[0] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
            target[1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
            target[2] = last
            output.didAppend(3)
        }
    }

    private static func windowsScalar(_ byte: UInt8) -> UInt32 {
        (0x80...0x9F).contains(byte) ? windows[Int(byte) - 0x80] : UInt32(byte)
    }

    /// The characters of 0x80…0x9F (Unicode's CP1252 table); the five undefined bytes keep their control characters.
    private static let windows: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]
}

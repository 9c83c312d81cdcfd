import Foundation
import JourneyModel

/// A name of a dimension that a file spells otherwise than it is stored, and how often.
///
/// Names are one where they differ in nothing but spaces and in how letters are composed: `start form`, `start form ` with a
/// space behind it, with a space that does not break, and `café` with the accent as a character of its own. What is stored is
/// the name as it is compared: single spaces, none at the ends, composed as Unicode's NFC.
struct FoldedName: Hashable, Sendable {
    var spelling: String
    var name: String
    var count: Int

    /// The name as it is stored.
    static func of(_ text: String) -> String {
        var text = text
        if text.withUTF8(isPlain) { return text }
        return folded(text)
    }

    /// Whether the bytes are a name as it is stored, for all that a look at them can tell: printable ASCII without a space at
    /// either end and without two in a row. Nearly all are.
    static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var before: UInt8 = 0x20
        for byte in bytes {
            if byte &- 0x20 > 0x5E || (byte == 0x20 && before == 0x20) { return false }
            before = byte
        }
        return before != 0x20 || bytes.isEmpty
    }

    /// Whether the field is nothing but spaces, and so no name.
    @inline(__always)
    static func isBlank(_ field: CSVScanner.Field) -> Bool {
        // A space, or the first byte of one in UTF-8.
        guard field.count > 0, field.base[0] <= 0x20 || field.base[0] >= 0xC2 else { return false }
        return isBlankText(field)
    }

    @inline(never)
    private static func isBlankText(_ field: CSVScanner.Field) -> Bool {
        field.string.unicodeScalars.allSatisfy { isSpace($0) || isNothing($0) }
    }

    private static func folded(_ text: String) -> String {
        // What has no width stands between nothing: an accent behind it belongs to the letter before.
        let visible = String(text.unicodeScalars.filter { !isNothing($0) })
        var result = String.UnicodeScalarView()
        var isApart = false
        for scalar in visible.precomposedStringWithCanonicalMapping.unicodeScalars {
            if isSpace(scalar) {
                isApart = !result.isEmpty
                continue
            }
            if isApart { result.append(" ") }
            isApart = false
            result.append(scalar)
        }
        return String(result)
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

    /// Characters without any width: a space of no width, a byte order mark, and what joins words.
    private static func isNothing(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{200B}" || scalar == "\u{FEFF}" || scalar == "\u{2060}"
    }
}

/// The names of a file that were spelled otherwise than they are stored.
struct FoldedNameCounts {
    /// So many are told apart; of those beyond only the number is known.
    private static let most = 10_000
    private static let shown = 8

    private var counts: [FoldedName: Int] = [:]
    private var total = 0

    mutating func add(_ names: [FoldedName]) {
        for name in names {
            total += name.count
            var key = name
            key.count = 0
            if counts.count < FoldedNameCounts.most || counts[key] != nil { counts[key, default: 0] += name.count }
        }
    }

    var notes: [ImportNote] {
        guard total > 0 else { return [] }
        let sorted = counts.sorted {
            ($1.value, $0.key.name, $0.key.spelling) < ($0.value, $1.key.name, $1.key.spelling)
        }
        let list = sorted.prefix(FoldedNameCounts.shown)
            .map { "\"\($0.key.spelling)\" as \"\($0.key.name)\" (\($0.value))" }
        let more = sorted.count > list.count ? " and \(sorted.count - list.count) more" : ""
        return [
            ImportNote(
                "folded-names",
                "names that differ only in spaces or in how letters are composed are one: "
                    + list.joined(separator: ", ") + more,
                count: total
            )
        ]
    }
}

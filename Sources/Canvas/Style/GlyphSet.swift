/// The characters a screen is drawn with, as data: one set for Unicode and one for ASCII.
///
/// In both, every kind of bar segment has a character of its own, so that nothing is said by colour alone.
public struct GlyphSet: Hashable, Sendable {
    /// What text may hold: any Unicode, or ASCII only.
    public enum Repertoire: String, Hashable, Sendable {
        case unicode
        case ascii
    }

    public let repertoire: Repertoire
    /// Stands for every character that cannot be shown.
    public let replacement: String
    /// Parts of a bar's last cell, from the thinnest; the last one is a whole cell, which leaves an eighth of its height
    /// free: bars in neighbouring rows would melt into one slab.
    public let barParts: [String]
    public let barPending: String
    public let barRest: String
    /// The filled part that lies within the interval: it may be less.
    public let barUnsure: String
    public let whisker: String
    public let whiskerLeft: String
    public let whiskerRight: String
    public let target: String
    /// From the lowest.
    public let spark: [String]
    /// A thin line's heights within a cell, from the lowest.
    public let curve: [String]
    /// Stands where a series has no value.
    public let absent: String
    public let up: String
    public let down: String
    public let flat: String
    public let marker: String
    /// `├ `, `└ `, `│ ` and as wide a blank.
    public let treeBranch: String
    public let treeLast: String
    public let treeThrough: String
    public let treeBlank: String
    public let opened: String
    public let closed: String
    public let rule: String
    public let verticalRule: String
    public let dropped: String
    public let check: String
    public let cross: String
    public let dash: String
    /// From the lowest.
    public let shades: [String]
    public let ellipsis: String
    public let bullet: String
    public let middleDot: String
    public let sortAscending: String
    public let sortDescending: String
    public let crumb: String
    public let arrowRight: String
    public let arrowLeft: String
    public let plusMinus: String
    public let dot: String
    public let circle: String
    public let halfCircle: String
}

extension GlyphSet {
    public static let unicode = GlyphSet(
        repertoire: .unicode,
        replacement: "\u{FFFD}",
        barParts: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "▇"],
        barPending: "░",
        barRest: "·",
        barUnsure: "▓",
        whisker: "─",
        whiskerLeft: "├",
        whiskerRight: "┤",
        target: "┃",
        spark: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
        curve: ["▁", "─", "▔"],
        absent: "·",
        up: "▲",
        down: "▼",
        flat: "·",
        marker: "›",
        treeBranch: "├ ",
        treeLast: "└ ",
        treeThrough: "│ ",
        treeBlank: "  ",
        opened: "▾",
        closed: "▸",
        rule: "─",
        verticalRule: "│",
        dropped: "╰",
        check: "✓",
        cross: "✗",
        dash: "–",
        shades: [" ", "·", "░", "▒", "▓", "█"],
        ellipsis: "…",
        bullet: "•",
        middleDot: "·",
        sortAscending: "↑",
        sortDescending: "↓",
        crumb: "›",
        arrowRight: "→",
        arrowLeft: "←",
        plusMinus: "±",
        dot: "●",
        circle: "○",
        halfCircle: "◐"
    )

    public static let ascii = GlyphSet(
        repertoire: .ascii,
        replacement: "?",
        barParts: ["=", "#"],
        barPending: "-",
        barRest: ".",
        barUnsure: "+",
        whisker: "~",
        whiskerLeft: "[",
        whiskerRight: "]",
        target: "|",
        spark: ["_", ".", ":", "-", "=", "+", "*", "#"],
        curve: ["_", "-", "'"],
        absent: " ",
        up: "^",
        down: "v",
        flat: ".",
        marker: ">",
        treeBranch: "|-",
        treeLast: "`-",
        treeThrough: "| ",
        treeBlank: "  ",
        opened: "v",
        closed: ">",
        rule: "-",
        verticalRule: "|",
        dropped: "`",
        check: "+",
        cross: "x",
        dash: "-",
        shades: [" ", ".", ":", "+", "*", "#"],
        ellipsis: "~",
        bullet: "*",
        middleDot: ".",
        sortAscending: "^",
        sortDescending: "v",
        crumb: ">",
        arrowRight: "->",
        arrowLeft: "<-",
        plusMinus: "+-",
        dot: "*",
        circle: "o",
        halfCircle: "%"
    )

    /// Which of `count` equal steps a fraction from 0 to 1 falls into; what is outside counts as the nearest end.
    static func step(_ fraction: Double, of count: Int) -> Int {
        guard fraction.isFinite, fraction > 0 else { return 0 }
        return min(count - 1, Int(min(1, fraction) * Double(count)))
    }
}

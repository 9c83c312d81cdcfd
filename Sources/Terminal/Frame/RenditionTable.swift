internal import Canvas

/// The renditions in use, by number, and how to get from one to another with the fewest bytes.
struct RenditionTable {
    /// The number of the terminal's own colours without attributes, which is in force before and after every frame.
    static let plain = 0
    /// The number of any rendition that does not show on a space.
    static let unseen = -1

    private let language: TerminalLanguage
    private var renditions = [Rendition.plain]
    private var numbers = [Rendition.plain: Self.plain]
    private var switches: [Change: [UInt8]] = [:]

    private struct Change: Hashable {
        var from: Int
        var to: Int
    }

    init(_ language: TerminalLanguage) {
        self.language = language
    }

    mutating func number(_ rendition: Rendition) -> Int {
        if let known = numbers[rendition] { return known }
        renditions.append(rendition)
        numbers[rendition] = renditions.count - 1
        return renditions.count - 1
    }

    /// Whether a space in rendition `number` looks different from one on the bare screen.
    func showsOnSpaces(_ number: Int) -> Bool {
        !renditions[number].isInvisibleOnSpaces
    }

    /// The bytes that lead from rendition `from` to `to`; none where they are the same.
    mutating func change(from: Int, to: Int) -> [UInt8] {
        if from == to { return [] }
        let change = Change(from: from, to: to)
        if let known = switches[change] { return known }
        let made = make(from: renditions[from], to: renditions[to])
        switches[change] = made
        return made
    }

    private func make(from: Rendition, to: Rendition) -> [UInt8] {
        let (before, after) = (parts(from), parts(to))
        let afresh = joined([language.plain] + after.map(\.begin))
        let kept = Set(before).intersection(after)
        let ended = before.filter { !kept.contains($0) }
        // Bold and dim have one end, and a colour that follows another takes its place.
        let ends = ended.filter { old in !after.contains { $0.replaces(old) } }.map(\.end)
        let canEnd = ends.isEmpty || language.endsSingly
        let sharesEnd = ended.contains { $0.end == Self.weightEnd } && kept.contains { $0.end == Self.weightEnd }
        guard canEnd, !sharesEnd else { return afresh }
        var distinct: [[UInt8]] = []
        for end in ends where !distinct.contains(end) { distinct.append(end) }
        let byParts = joined(distinct + after.filter { !kept.contains($0) }.map(\.begin))
        return byParts.count < afresh.count ? byParts : afresh
    }

    /// One attribute or colour.
    private struct Part: Hashable {
        var begin: [UInt8]
        var end: [UInt8]
        var isColour = false

        func replaces(_ other: Part) -> Bool { isColour && end == other.end }
    }

    private static let weightEnd = Array("\u{1B}[22m".utf8)

    private func parts(_ rendition: Rendition) -> [Part] {
        var parts: [Part] = []
        let hasColour = rendition.foreground != .standard || rendition.background != .standard
        let attributes = rendition.attributes.subtracting(hasColour ? language.clashesWithColour : [])
        if attributes.contains(.bold) { parts.append(Part(begin: language.bold, end: Self.weightEnd)) }
        if attributes.contains(.dim) { parts.append(Part(begin: language.dim, end: Self.weightEnd)) }
        if attributes.contains(.underline) {
            parts.append(Part(begin: language.underline, end: Array("\u{1B}[24m".utf8)))
        }
        if attributes.contains(.reverse) { parts.append(Part(begin: language.reverse, end: Array("\u{1B}[27m".utf8))) }
        if let number = rendition.foreground.number {
            parts.append(Part(begin: language.foreground(number), end: Array("\u{1B}[39m".utf8), isColour: true))
        }
        if let number = rendition.background.number {
            parts.append(Part(begin: language.background(number), end: Array("\u{1B}[49m".utf8), isColour: true))
        }
        return parts.filter { !$0.begin.isEmpty }
    }

    /// `sequences` one after the other; as one where all of them select graphic renditions (SGR).
    private func joined(_ sequences: [[UInt8]]) -> [UInt8] {
        let parameters = sequences.compactMap(Self.parameters)
        guard sequences.count > 1, parameters.count == sequences.count else { return Array(sequences.joined()) }
        return Array("\u{1B}[".utf8) + parameters.joined(separator: Array(";".utf8)) + Array("m".utf8)
    }

    private static func parameters(_ sequence: [UInt8]) -> [UInt8]? {
        guard sequence.starts(with: Array("\u{1B}[".utf8)), sequence.last == UInt8(ascii: "m") else { return nil }
        let inside = sequence.dropFirst(2).dropLast()
        guard inside.allSatisfy({ (0x30...0x3B).contains($0) }) else { return nil }
        return inside.isEmpty ? [UInt8(ascii: "0")] : Array(inside)
    }
}

extension Ink {
    /// As the database's sequences take it; nil for the terminal's own.
    fileprivate var number: Int? {
        switch self {
        case .standard: nil
        case .index(let index): index
        // Direct-colour terminals keep the first eight numbers for their palette; these are black but for a shade.
        case .rgb(let rgb): max(8, Int(rgb.packed))
        }
    }
}

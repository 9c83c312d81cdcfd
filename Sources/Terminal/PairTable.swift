internal import CTerminal
internal import Canvas

/// The colour pairs that have been defined, each when it is first needed.
struct PairTable {
    private struct Inks: Hashable {
        var foreground: Ink
        var background: Ink
    }

    private var pairs: [Inks: Int32] = [:]

    /// The pair for these colours; that of the terminal's own where it has no more room.
    mutating func pair(_ rendition: Rendition) -> Int32 {
        let inks = Inks(foreground: rendition.foreground, background: rendition.background)
        let plain = ct_plain_pair()
        if inks.foreground == .standard && inks.background == .standard { return plain }
        if let known = pairs[inks] { return known }
        let next = (pairs.values.max() ?? plain) + 1
        let isDefined = ct_define_pair(next, Self.number(inks.foreground), Self.number(inks.background)) != 0
        guard isDefined else { return plain }
        pairs[inks] = next
        return next
    }

    private static func number(_ ink: Ink) -> Int32 {
        switch ink {
        case .standard: -1
        case .index(let index): Int32(index)
        // Direct-colour terminals keep the first eight numbers for their palette; these are black but for a shade.
        case .rgb(let rgb): Int32(max(8, rgb.packed))
        }
    }
}

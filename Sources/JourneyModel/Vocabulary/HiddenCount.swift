/// A count that may not be shown is a number that no count can be, as "not a number" is among the fractions: an answer
/// keeps its type, and what is computed from a hidden count is hidden too. Whoever prints has the words.
extension Int {
    /// Far from every count there is, and from every sum of hidden ones that still fits.
    private static let unit = 1 << 40

    /// Stands for 0 or more and fewer than `limit`.
    static func hidden(below limit: Int) -> Int { -limit * unit }

    /// Stands for a count large enough, which is hidden so that another is not found by subtraction.
    static let withheld = -unit - 1

    /// This stands for a count that is not shown.
    public var isHidden: Bool { magnitude >= Int.unit.magnitude / 2 }

    /// This count where it may be shown.
    public var shown: Int? { isHidden ? nil : self }

    /// What it is fewer than; nil where that is not known.
    public var hiddenLimit: Int? {
        let (limit, rest) = (-self).quotientAndRemainder(dividingBy: Int.unit)
        return rest == 0 && limit > 0 ? limit : nil
    }

    /// Why a figure made of it is not there; nil for what is shown.
    var hiddenReason: Remark? {
        isHidden ? hiddenLimit.map { .hiddenFew(below: $0) } ?? .hiddenWithAnother : nil
    }

    /// This count where it may be drawn; what is hidden has no length.
    public var drawn: Int { shown ?? 0 }

    /// This count as a share of `whole`; nil where there is none, or either is hidden.
    public func share(of whole: Int) -> Double? {
        whole > 0 && !whole.isHidden && !isHidden ? Double(self) / Double(whole) : nil
    }
}

extension Sequence<Int> {
    /// The sum of those that are shown; hidden where none of them is.
    public var shownSum: Int {
        var (shown, hidden) = (0, 0)
        for count in self { if count.isHidden { hidden += count } else { shown += count } }
        return shown == 0 ? hidden : shown
    }
}

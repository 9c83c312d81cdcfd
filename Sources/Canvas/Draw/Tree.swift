/// Where a row stands in a tree.
public struct TreePlace: Hashable, Sendable {
    /// For each ancestor below the root, and then for the row itself: whether it is the last of its siblings.
    public var isLast: [Bool]
    /// Whether the row's children are shown; nil when it has none.
    public var isOpen: Bool?

    /// - Parameter isLast: empty for a root.
    public init(isLast: [Bool], isOpen: Bool? = nil) {
        self.isLast = isLast
        self.isOpen = isOpen
    }

    /// The lines to the left of the row, two columns a level, and the mark for opened or closed.
    public func prefix(_ glyphs: GlyphSet) -> String {
        var prefix = ""
        for (level, last) in isLast.enumerated() {
            if level == isLast.count - 1 {
                prefix += last ? glyphs.treeLast : glyphs.treeBranch
            } else {
                prefix += last ? glyphs.treeBlank : glyphs.treeThrough
            }
        }
        switch isOpen {
        case true?: return prefix + glyphs.opened + " "
        case false?: return prefix + glyphs.closed + " "
        case nil: return prefix
        }
    }
}

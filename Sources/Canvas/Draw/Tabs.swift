/// A screen's name in the row of screens.
public struct Tab: Hashable, Sendable {
    public var key: String
    public var title: String

    public init(_ key: String, _ title: String) {
        self.key = key
        self.title = title
    }
}

extension Canvas {
    /// Draws the row of screens. When they do not all fit, only the selected one keeps its title; when not even that
    /// fits, it stands alone. Returns each tab's rectangle, in order; nil for one not drawn.
    /// A click on one is its key.
    @discardableResult
    public mutating func tabs(_ tabs: [Tab], selected: Int, x: Int = 1, y: Int = 0, width: Int? = nil) -> [Rect?] {
        let columns = max(0, width ?? (self.width - x - 1))
        let full = tabs.map { "\($0.key) \($0.title)" }
        let short = tabs.enumerated().map { $0.offset == selected ? full[$0.offset] : $0.element.key }
        let labels: [String?]
        if rowWidth(full) <= columns {
            labels = full
        } else if rowWidth(short) <= columns {
            labels = short
        } else {
            labels = full.enumerated().map { $0.offset == selected ? $0.element : nil }
        }
        var column = x
        return labels.enumerated().map { index, label in
            guard let label else { return nil }
            let style: Style = index == selected ? .tabSelected.bold : .tab
            let used = text(label, x: column, y: y, style, width: max(0, x + columns - column))
            // Underlined as well: bold does not show everywhere.
            if index == selected {
                restyle(Rect(x: column, y: y, width: used, height: 1)) { $0.underlined }
            }
            defer { column += used + 2 }
            let frame = Rect(x: column, y: y, width: used, height: 1)
            if let key = Key(name: tabs[index].key) { clickable(frame, .key(key)) }
            return frame
        }
    }

    private func rowWidth(_ labels: [String]) -> Int {
        labels.reduce(2 * max(0, labels.count - 1)) { $0 + measure($1) }
    }
}

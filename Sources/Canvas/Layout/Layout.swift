/// One part of a row or column of panels.
public struct Panel: Hashable, Sendable {
    public enum Length: Hashable, Sendable {
        /// So many cells.
        case fixed(Int)
        /// A share of the whole, from 0 to 1.
        case fraction(Double)
        /// A share of what the others leave, by weight.
        case flexible(Double)
    }

    public var length: Length
    /// Below this the panel is of no use: one with the lowest priority is dropped.
    public var minimum: Int
    public var maximum: Int?
    /// What a flexible panel gets, if there is room, before the rest is shared out.
    public var ideal: Int
    /// The higher, the longer it stays when room runs out; of equals, the last goes first.
    public var priority: Int

    public init(_ length: Length, minimum: Int = 1, maximum: Int? = nil, ideal: Int = 0, priority: Int = 0) {
        self.length = length
        self.minimum = minimum
        self.maximum = maximum
        self.ideal = ideal
        self.priority = priority
    }

    public static func fixed(_ cells: Int, priority: Int = 0) -> Panel {
        Panel(.fixed(cells), minimum: cells, maximum: cells, priority: priority)
    }

    public static func flexible(_ weight: Double = 1, minimum: Int = 1, priority: Int = 0) -> Panel {
        Panel(.flexible(weight), minimum: minimum, priority: priority)
    }
}

/// Shares a rectangle out among panels.
public enum Layout {
    /// The panels one below the other; nil for each that had to be dropped for want of room.
    public static func rows(_ rect: Rect, _ panels: [Panel], gap: Int = 0) -> [Rect?] {
        var y = rect.y
        return lengths(rect.height, panels, gap: gap).map { length in
            guard let length else { return nil }
            defer { y += length + gap }
            return Rect(x: rect.x, y: y, width: rect.width, height: length)
        }
    }

    /// The panels side by side; nil for each that had to be dropped for want of room.
    public static func columns(_ rect: Rect, _ panels: [Panel], gap: Int = 0) -> [Rect?] {
        var x = rect.x
        return lengths(rect.width, panels, gap: gap).map { length in
            guard let length else { return nil }
            defer { x += length + gap }
            return Rect(x: x, y: rect.y, width: length, height: rect.height)
        }
    }

    /// The length of each panel in cells; nil for each that had to be dropped.
    ///
    /// The lengths and the gaps between them never exceed `total`. If not even the last panel's minimum fits, it gets
    /// what there is.
    public static func lengths(_ total: Int, _ panels: [Panel], gap: Int = 0) -> [Int?] {
        var kept = Array(panels.indices)
        while kept.count > 1, need(kept, panels, gap) > total {
            guard
                let least = kept.indices.min(by: { left, right in
                    let (a, b) = (panels[kept[left]].priority, panels[kept[right]].priority)
                    return a == b ? left > right : a < b
                })
            else { break }
            kept.remove(at: least)
        }
        var result = [Int?](repeating: nil, count: panels.count)
        for (index, length) in zip(kept, share(total - gap * max(0, kept.count - 1), kept.map { panels[$0] })) {
            result[index] = length
        }
        return result
    }

    private static func need(_ kept: [Int], _ panels: [Panel], _ gap: Int) -> Int {
        kept.reduce(gap * (kept.count - 1)) { $0 + max(0, panels[$1].minimum) }
    }

    /// Gives every panel its minimum, then what it asks for, then shares out the rest by weight.
    private static func share(_ room: Int, _ panels: [Panel]) -> [Int] {
        var lengths = panels.map { max(0, min($0.minimum, room)) }
        var left = max(0, room - lengths.reduce(0, +))
        for (index, panel) in panels.enumerated() {
            let wish: Int
            switch panel.length {
            case .fixed(let cells): wish = cells
            case .fraction(let share): wish = share.isFinite ? Int((Double(room) * max(0, min(1, share))).rounded()) : 0
            case .flexible: wish = panel.ideal
            }
            let extra = max(0, min(left, min(wish, panel.maximum ?? Int.max) - lengths[index]))
            lengths[index] += extra
            left -= extra
        }
        var open = panels.indices.filter { isOpen(panels[$0], lengths[$0]) }
        // One cell after the other to whoever is furthest below its share: exact, and no length is ever large.
        while left > 0, !open.isEmpty {
            guard let next = open.min(by: { load(panels[$0], lengths[$0]) < load(panels[$1], lengths[$1]) })
            else { break }
            lengths[next] += 1
            left -= 1
            if !isOpen(panels[next], lengths[next]) { open.removeAll { $0 == next } }
        }
        return lengths
    }

    private static func isOpen(_ panel: Panel, _ length: Int) -> Bool {
        guard case .flexible(let weight) = panel.length, weight > 0 else { return false }
        return length < panel.maximum ?? Int.max
    }

    private static func load(_ panel: Panel, _ length: Int) -> Double {
        guard case .flexible(let weight) = panel.length, weight > 0 else { return .infinity }
        return (Double(length) + 1) / weight
    }
}

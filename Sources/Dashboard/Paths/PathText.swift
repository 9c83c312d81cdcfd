import Canvas

/// A path of touchpoints in so many columns: `landing → form ×2 → … 3 … → confirmation`.
enum PathText {
    /// Repeats in a row are counted; where the rest is still too long, whole touchpoints go from the middle: the first
    /// ones and the last say most.
    static func text(_ path: [String], columns: Int, _ canvas: Canvas) -> String {
        let parts = folded(path, canvas.glyphs)
        let arrow = " \(canvas.glyphs.arrowRight) "
        let full = parts.joined(separator: arrow)
        guard canvas.measure(full) > columns, parts.count > 2 else { return full }
        // The touchpoints before the gap, and how many come after it.
        var kept: (head: Int, tail: Int)?
        for total in 2..<parts.count {
            let head = (total + 1) / 2
            let text = shortened(parts, head: head, tail: total - head, arrow, canvas.glyphs)
            guard canvas.measure(text) <= columns else { break }
            kept = (head, total - head)
        }
        guard let kept else { return full }
        return shortened(parts, head: kept.head, tail: kept.tail, arrow, canvas.glyphs)
    }

    private static func shortened(
        _ parts: [String],
        head: Int,
        tail: Int,
        _ arrow: String,
        _ glyphs: GlyphSet
    ) -> String {
        let gap = "\(glyphs.ellipsis)\(parts.count - head - tail)\(glyphs.ellipsis)"
        return (parts.prefix(head) + [gap] + parts.suffix(tail)).joined(separator: arrow)
    }

    private static func folded(_ path: [String], _ glyphs: GlyphSet) -> [String] {
        var runs: [(name: String, count: Int)] = []
        for name in path {
            if runs.last?.name == name { runs[runs.count - 1].count += 1 } else { runs.append((name, 1)) }
        }
        let times = glyphs.repertoire == .unicode ? "×" : "x"
        return runs.map { $0.count > 1 ? "\($0.name) \(times)\($0.count)" : $0.name }
    }
}

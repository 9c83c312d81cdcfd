import Canvas

extension Canvas {
    /// Draws an answer: dimmed while a newer one is long on its way, or what stands in its place while there is none.
    mutating func answer<Value>(
        _ loadable: Loadable<Value>,
        waiting: String = "Counting \u{2026}",
        _ draw: (Value, inout Canvas) -> Void
    ) {
        guard let value = loadable.value else {
            if let failure = loadable.failure {
                emptyState(EmptyState(failure.message, failure.hint))
            } else {
                text(waiting, y: height > 4 ? 1 : 0, .muted)
            }
            return
        }
        draw(value, &self)
        if loadable.isDimmed { restyle(bounds) { $0.dimmed } }
    }

    /// The first of several forms of a line that fits; the last where none does.
    func firstFitting(_ forms: [[Span]], _ columns: Int) -> [Span] {
        forms.first { measure($0) <= columns } ?? forms.last ?? []
    }

    /// As many of the parts as there is room for, `gap` between them; the first in any case. A figure is whole or not there.
    func asManyAsFit(_ parts: [[Span]], gap: String, _ columns: Int) -> [Span] {
        let forms = parts.indices.reversed().map { last in
            Array(parts[...last].joined(separator: [Span(gap)]))
        }
        return firstFitting(forms, columns)
    }

    /// The columns that runs of text cover, one after the other.
    func measure(_ spans: [Span]) -> Int {
        spans.reduce(0) { $0 + measure($1.text) }
    }
}

import Canvas
import JourneyModel
import Wording

/// Who went no further after a step, and where they went: one line on the screen.
struct FunnelLoss {
    var step: FunnelResult.Step
    /// What they are called.
    var word: String

    /// The index of the step after which most went no further; nil where a count is hidden (D25): nobody knows then which.
    static func largest(in steps: [FunnelResult.Step]) -> Int? {
        let indices = steps.indices.dropLast().filter { !steps[$0].isOptional }
        guard !indices.contains(where: { steps[$0].dropped.isHidden }),
            let largest = indices.max(by: { steps[$0].dropped < steps[$1].dropped }), steps[largest].dropped > 0
        else { return nil }
        return largest
    }

    var share: Double? { step.dropped.share(of: step.reached) }

    /// `2,083 dropped, 14.7%`, the count right-aligned in `width` columns.
    func text(countWidth width: Int = 0) -> String {
        let count = Self.padded(NumberText.count(step.dropped), width)
        return "\(count) \(word), \(Self.padded(NumberText.percent(share), width > 0 ? 5 : 0))"
    }

    /// `   next: nothing 61% · call (phone) 18%`: as much of it as `room` holds, in whole parts only, because a share without
    /// its name says nothing.
    func next(before: FunnelResult.Step?, room: Int, on canvas: Canvas) -> [Span] {
        var spans: [Span] = []
        var used = 0
        for part in NextText.shares(step, before: before) {
            let start = spans.isEmpty ? "   next: " : " \(canvas.glyphs.middleDot) "
            let mark = part.isMore ? " " + canvas.glyphs.up : ""
            let width = canvas.measure(start + part.text + mark)
            guard used + width <= room else { break }
            spans += [Span(start, .muted), Span(part.text, .muted), Span(mark, .accent)]
            used += width
        }
        return spans
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}

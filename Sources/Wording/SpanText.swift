public import JourneyModel

/// Lengths of time as people read them.
public enum SpanText {
    /// The two largest units that say something: `2 d 4 h`, `3 min`, `45 s`, `380 ms`; absent as a dash.
    public static func text(_ milliseconds: Double?) -> String {
        guard let milliseconds, milliseconds.isFinite, abs(milliseconds) < 9e15 else { return NumberText.absent }
        return text(Milliseconds(milliseconds.rounded()))
    }

    public static func text(_ span: Milliseconds) -> String {
        if span < 0 { return "−" + text(-max(span, -Milliseconds.max)) }
        switch span {
        case 0: return "0 s"
        case ..<Milliseconds.second: return "\(span) ms"
        case ..<Milliseconds.minute: return "\(span / .second) s"
        case ..<Milliseconds.hour: return pair(span, .minute, "min", .second, "s")
        case ..<Milliseconds.day: return pair(span, .hour, "h", .minute, "min")
        default: return pair(span, .day, "d", .hour, "h")
        }
    }

    private static func pair(
        _ span: Milliseconds,
        _ large: Milliseconds,
        _ largeName: String,
        _ small: Milliseconds,
        _ smallName: String
    ) -> String {
        // From ten of the larger unit on, the smaller says nothing that matters.
        let count = span / large
        let rest = span % large / small
        let head = "\(NumberText.count(Int(count))) \(largeName)"
        return rest == 0 || count >= 10 ? head : "\(head) \(rest) \(smallName)"
    }
}

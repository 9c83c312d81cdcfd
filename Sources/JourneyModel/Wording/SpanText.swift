/// Lengths of time as people write and read them.
public enum SpanText {
    private static let units: [(name: String, length: Milliseconds)] = [
        ("w", 7 * .day), ("d", .day), ("h", .hour), ("min", .minute), ("m", .minute), ("s", .second), ("ms", 1),
    ]

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

    /// Reads `14d`, `36h`, `90m`, `2w`, `1d12h`, `45s`, `250ms`.
    ///
    /// - Throws: `ParsingError` where it is none of these, or negative, or too long for the clock.
    public static func parse(_ text: String) throws(ParsingError) -> Milliseconds {
        let problem = ParsingError(
            message: "'\(text)' is no length of time",
            hint: "write it like 14d, 36h, 90m, 45s or 1d12h"
        )
        var rest = text.lowercased().filter { $0 != " " }[...]
        guard !rest.isEmpty else { throw problem }
        var total: Milliseconds = 0
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            rest = rest.dropFirst(digits.count)
            let name = rest.prefix { $0.isLetter }
            rest = rest.dropFirst(name.count)
            guard let count = Milliseconds(digits), let unit = units.first(where: { $0.name == name }) else {
                throw problem
            }
            let (span, tooLong) = count.multipliedReportingOverflow(by: unit.length)
            let (sum, overflow) = total.addingReportingOverflow(span)
            guard !tooLong, !overflow else { throw problem }
            total = sum
        }
        return total
    }

    /// The shortest form that `parse` reads back: `14d`, `1d12h`.
    public static func commandText(_ span: Milliseconds) -> String {
        var rest = max(0, span)
        var text = ""
        for (name, length) in units where name != "w" && name != "min" && rest >= length {
            text += "\(rest / length)\(name)"
            rest %= length
        }
        return text.isEmpty ? "0s" : text
    }
}

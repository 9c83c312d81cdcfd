/// Lengths of time as commands take them.
public enum SpanWord {
    private static let units: [(name: String, length: Milliseconds)] = [
        ("w", 7 * .day), ("d", .day), ("h", .hour), ("min", .minute), ("m", .minute), ("s", .second), ("ms", 1),
    ]

    /// Reads `14d`, `36h`, `90m`, `2w`, `1d12h`, `45s`, `250ms`.
    ///
    /// - Throws: `ParsingError` where it is none of these, or negative, or too long for the clock.
    public static func parse(_ text: String) throws(ParsingError) -> Milliseconds {
        let problem = ParsingError(
            message: "'\(text)' is no length of time",
            hint: "write it like 14d, 36h, 90m, 45s or 1d12h"
        )
        // 1M is a month to many, which has no one length: to read it as a minute would be a guess.
        if text.contains("M"), !text.lowercased().contains("min"), !text.lowercased().contains("ms") {
            throw ParsingError(
                message: "'\(text)' is no length of time: months differ",
                hint: "write days or weeks, like 30d or 4w; a minute is 1m or 1min"
            )
        }
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
    public static func text(_ span: Milliseconds) -> String {
        var rest = max(0, span)
        var text = ""
        for (name, length) in units where name != "w" && name != "min" && rest >= length {
            text += "\(rest / length)\(name)"
            rest %= length
        }
        return text.isEmpty ? "0s" : text
    }
}

extension FunnelQuery.Attribution {
    /// Reads `first`, `last`, `all`, `entry` or `step:N`.
    ///
    /// - Throws: `ParsingError` for anything else, and for a step below 1.
    public init(parsing text: String) throws(ParsingError) {
        switch text {
        case "first": self = .firstTouch
        case "last": self = .lastTouch
        case "all": self = .allSteps
        case "entry": self = .earliestEntry
        default:
            guard text.hasPrefix("step:"), let step = Int(text.dropFirst(5)), step >= 1 else {
                throw ParsingError(
                    message: "'\(text)' is no attribution",
                    hint: "choose first, last, all, entry or step:N, for example step:2"
                )
            }
            self = .step(step)
        }
    }

    /// The form that `init(parsing:)` reads.
    public var text: String {
        switch self {
        case .firstTouch: "first"
        case .lastTouch: "last"
        case .allSteps: "all"
        case .earliestEntry: "entry"
        case .step(let step): "step:\(step)"
        }
    }
}

extension FunnelQuery.Exclusion {
    /// Reads a touchpoint in the form of a step; `A|B` excludes either.
    ///
    /// - Throws: `ParsingError` where the step cannot be read or is optional.
    public static func parse(_ text: String) throws(ParsingError) -> [FunnelQuery.Exclusion] {
        let step = try FunnelStep(parsing: text)
        guard !step.isOptional else {
            throw ParsingError(message: "exclusion '\(text)' cannot be optional", hint: "leave the '?' away")
        }
        return step.alternatives.map { FunnelQuery.Exclusion(touchpoint: $0) }
    }
}

/// Bounds on the time between a step and the required one before it: `3:1h..2d`.
public struct StepGap: Codable, Hashable, Sendable {
    /// 1-based; at least 2, because the first step has none before it.
    public var step: Int
    public var minimum: Milliseconds?
    public var maximum: Milliseconds?

    /// Reads `STEP:MIN..MAX`, where either end may be left away: `2:..3d`, `2:1h..`.
    ///
    /// - Throws: `ParsingError` where it is none of these, the step is the first, or the ends are the wrong way round.
    public init(parsing text: String) throws(ParsingError) {
        let hint = "write STEP:MIN..MAX, for example 2:1h..3d, 2:..3d or 2:1h.."
        let problem = ParsingError(message: "'\(text)' is no gap", hint: hint)
        guard let colon = text.firstIndex(of: ":"), let step = Int(text[..<colon]) else { throw problem }
        let ends = String(text[text.index(after: colon)...])
        guard let dots = ends.rangeOfDots else { throw problem }
        guard step >= 2 else {
            throw ParsingError(message: "gap '\(text)': the first step has no step before it", hint: hint)
        }
        self.step = step
        minimum = try Self.end(ends[..<dots.lowerBound])
        maximum = try Self.end(ends[dots.upperBound...])
        if minimum == nil, maximum == nil { throw problem }
        if let minimum, let maximum, minimum > maximum {
            throw ParsingError(message: "gap '\(text)': the least is more than the most", hint: hint)
        }
    }

    private static func end(_ text: Substring) throws(ParsingError) -> Milliseconds? {
        text.isEmpty ? nil : try SpanText.parse(String(text))
    }
}

extension String {
    /// Where the first `..` stands.
    var rangeOfDots: Range<Index>? {
        var index = startIndex
        while index < endIndex {
            let next = self.index(after: index)
            if self[index] == ".", next < endIndex, self[next] == "." { return index..<self.index(after: next) }
            index = next
        }
        return nil
    }
}

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

    /// The form that `parse(_:)` reads.
    public var text: String { touchpoint.text }
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
        guard let ends = String(text[text.index(after: colon)...]).partsAroundDots else { throw problem }
        guard step >= 2 else {
            throw ParsingError(message: "gap '\(text)': the first step has no step before it", hint: hint)
        }
        self.step = step
        minimum = try Self.end(ends.before)
        maximum = try Self.end(ends.after)
        if minimum == nil, maximum == nil { throw problem }
        if let minimum, let maximum, minimum > maximum {
            throw ParsingError(message: "gap '\(text)': the least is more than the most", hint: hint)
        }
    }

    private static func end(_ text: String) throws(ParsingError) -> Milliseconds? {
        text.isEmpty ? nil : try SpanWord.parse(text)
    }

    /// Sets the bounds that `texts` give.
    ///
    /// - Throws: `ParsingError` where one cannot be read or its step is not there.
    public static func set(_ texts: [String], on steps: inout [FunnelStep]) throws(ParsingError) {
        for text in texts {
            let gap = try StepGap(parsing: text)
            guard gap.step <= steps.count else {
                throw ParsingError(
                    message: "gap '\(text)': there is no step \(gap.step)",
                    hint: "the funnel has \(steps.count) steps, counted from 1"
                )
            }
            steps[gap.step - 1].minimumGap = gap.minimum
            steps[gap.step - 1].maximumGap = gap.maximum
        }
    }

    /// The form that `init(parsing:)` reads; nil for a step without bounds.
    ///
    /// - Parameter index: of the step, 0-based.
    public static func text(_ step: FunnelStep, at index: Int) -> String? {
        guard step.minimumGap != nil || step.maximumGap != nil else { return nil }
        let ends = [step.minimumGap, step.maximumGap].map { $0.map(SpanWord.text) ?? "" }
        return "\(index + 1):\(ends[0])..\(ends[1])"
    }
}

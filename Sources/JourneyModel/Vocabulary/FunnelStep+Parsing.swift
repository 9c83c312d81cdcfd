extension FunnelStep {
    /// Reads the form of the command line: `A`, `A|B` (either), `A?` (optional), `A[service=passport]` (filtered, several
    /// conditions in several brackets); a backslash takes the meaning from the next character.
    ///
    /// - Throws: `ParsingError` for an empty name, an unclosed bracket or a condition without `=`.
    public init(parsing text: String) throws(ParsingError) {
        var reader = StepReader(text)
        var alternatives = [try reader.predicate()]
        while reader.take("|") { alternatives.append(try reader.predicate()) }
        let isOptional = reader.take("?")
        guard reader.isAtEnd else {
            throw ParsingError(
                message: "step '\(text)': nothing may follow '?' or ']' but '|', '[' or '?'",
                hint: "put a backslash before a character that belongs to the touchpoint's name"
            )
        }
        self.init(alternatives, isOptional: isOptional)
    }

    /// The form that `init(parsing:)` reads.
    public var text: String {
        alternatives.map(\.text).joined(separator: "|") + (isOptional ? "?" : "")
    }

    /// What a screen calls the step: the touchpoints, without conditions' brackets escaped.
    public var name: String {
        alternatives.map(\.name).joined(separator: " | ")
    }
}

extension StepPredicate {
    /// The touchpoint, without conditions' brackets escaped.
    public var name: String { touchpoint + filters.map { "[\($0.text)]" }.joined() }

    var text: String {
        // A condition's text has its own backslashes already; only the closing bracket is special to a step.
        escaped(touchpoint, #"\|?["#) + filters.map { "[\(escaped($0.text, "]"))]" }.joined()
    }
}

/// Reads one step's text from left to right.
private struct StepReader {
    private let text: String
    private var rest: Substring

    init(_ text: String) {
        self.text = text
        rest = text[...]
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func take(_ character: Character) -> Bool {
        guard rest.first == character else { return false }
        rest.removeFirst()
        return true
    }

    mutating func predicate() throws(ParsingError) -> StepPredicate {
        let name = until("|?[", keepingEscapes: false)
        guard !name.isEmpty else {
            throw ParsingError(
                message: "step '\(text)' names no touchpoint",
                hint: "give a touchpoint, for example --step submit"
            )
        }
        var filters: [Filter] = []
        while take("[") {
            let condition = until("]", keepingEscapes: true)
            guard take("]") else {
                throw ParsingError(
                    message: "step '\(text)' opens '[' and never closes it",
                    hint: "write NAME[DIMENSION=VALUE]"
                )
            }
            filters.append(try Filter(parsing: condition))
        }
        return StepPredicate(touchpoint: name, filters: filters)
    }

    /// Characters up to the first of `stops` that has no backslash before it. Escapes are kept where another reader
    /// will take them off.
    private mutating func until(_ stops: String, keepingEscapes: Bool) -> String {
        var taken = ""
        while let character = rest.first, !stops.contains(character) {
            rest.removeFirst()
            if character == "\\", let escaped = rest.first {
                rest.removeFirst()
                if keepingEscapes, !stops.contains(escaped) { taken.append("\\") }
                taken.append(escaped)
            } else {
                taken.append(character)
            }
        }
        return taken
    }
}

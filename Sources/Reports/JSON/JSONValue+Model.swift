import JourneyModel

// The forms that the commands' contract fixes for what every answer has.
extension JSONValue {
    /// `{"value","numerator","denominator","low","high","definition"}`, and what to know before using it;
    /// `"hidden"` where a rule hides the value (D25).
    init(_ measure: Measure) {
        self = [
            "value": .number(orNull: measure.value),
            "numerator": .number(orNull: measure.numerator),
            "denominator": .number(orNull: measure.denominator),
            "low": .number(orNull: measure.low),
            "high": .number(orNull: measure.high),
            "definition": .string(measure.definition.rawValue),
            "caveats": .texts(measure.caveats),
            "caveatRemarks": .remarks(measure.caveats),
        ]
        if measure.isHidden { self = adding(["hidden": ["value"]]) }
    }

    /// ISO 8601 in UTC with milliseconds.
    init(_ time: Timestamp?) {
        self = .string(orNull: time?.iso8601)
    }

    init(_ difference: RateDifference?) {
        guard let difference else {
            self = .null
            return
        }
        self = [
            "value": .number(difference.value),
            "low": .number(difference.interval.low),
            "high": .number(difference.interval.high),
            "significant": .bool(difference.isSignificant),
        ]
    }

    init(_ value: Catalog.Value, named key: String, counted: String = "count") {
        self = .object([Member(key, .string(value.name)), Member(counted, .integer(value.count))])
    }

    init(_ scope: Scope) {
        self = [
            "from": JSONValue(scope.range.from),
            "to": JSONValue(scope.range.to),
            "where": .strings(scope.filters.map(\.text)),
            "unit": .string(orNull: scope.unit?.rawValue),
            "asOf": JSONValue(scope.asOf),
            "zone": .string(scope.zone.name),
        ]
    }

    /// How the answer came about: its rules, what was counted, what was left out.
    init(_ receipt: Receipt) {
        self = [
            "definitions": .array(
                receipt.definitions.map { id in
                    ["id": .string(id.rawValue), "title": .string(Definition.of(id).title)]
                }
            ),
            "scope": JSONValue(receipt.scope),
            "unit": .string(receipt.unit.rawValue),
            "events": .integer(receipt.events),
            "subjects": .integer(receipt.subjects),
            "eventsWithoutSubject": .integer(receipt.eventsWithoutSubject),
            "horizon": JSONValue(receipt.horizon),
            "facts": .array(
                receipt.facts.map(JSONValue.init)
            ),
            "notes": .texts(receipt.notes),
            "noteRemarks": .remarks(receipt.notes),
        ]
    }

    private init(_ fact: Receipt.Fact) {
        self = [
            "label": .text(fact.label), "labelRemark": JSONValue(fact.label), "value": JSONValue(fact.value),
        ]
        if case .remark(let remark) = fact.value { self = adding(["valueRemark": JSONValue(remark)]) }
    }

    private init(_ value: Receipt.Value) {
        switch value {
        case .count(let count): self = .integer(count)
        case .time(let time): self = JSONValue(time)
        case .span(let span): self = span.map { .integer(Int($0)) } ?? .null
        case .choice(let word): self = .string(word)
        case .remark(let remark): self = .text(remark)
        }
    }
}

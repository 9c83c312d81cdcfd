import JourneyModel
import Wording

extension Gap {
    var json: JSONValue {
        [
            "title": .text(title),
            "titleRemark": JSONValue(title),
            "noun": .text(noun),
            "nounRemark": JSONValue(noun),
            "people": .integer(people),
            "now": JSONValue(now),
            "target": .number(target),
            "before": before.map { JSONValue($0) } ?? .null,
            "change": JSONValue(change),
            "unit": .string(unit.key),
            "lowerIsBetter": .bool(lowerIsBetter),
            "cost": .number(orNull: cost),
            "redLine": .bool(isRedLine),
            "explanation": explanation.json,
            "behind": .string(group.text),
        ]
    }

    func text(of value: Double?) -> String {
        guard let value else { return NumberText.absent }
        switch unit {
        case .share: return NumberText.percent(value)
        case .count: return NumberText.decimal(value, decimals: value == value.rounded() ? 0 : 1)
        case .span: return SpanText.text(value)
        }
    }

    /// Better, worse or no difference that the data supports: an arrow alone would not say which is good.
    var changeText: String {
        guard let change else { return "" }
        guard change.isSignificant else { return "no clear change" }
        return (change.value < 0) == lowerIsBetter ? "better" : "worse"
    }
}

extension Gap.Unit {
    fileprivate var key: String {
        switch self {
        case .share: "share"
        case .count: "count"
        case .span: "milliseconds"
        }
    }
}

extension Gap.Explanation {
    fileprivate var json: JSONValue {
        switch self {
        case .funnel(let service): ["view": "funnel", "service": .string(orNull: service)]
        case .channels: ["view": "channels"]
        case .preferences: ["view": "preferences"]
        case .maturity: ["view": "maturity"]
        }
    }
}

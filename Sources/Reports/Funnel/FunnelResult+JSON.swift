public import JourneyModel

extension FunnelResult: Reportable {
    public var json: JSONValue {
        [
            "entered": .integer(entered),
            "converted": .integer(converted),
            "pending": .integer(pending),
            "dropped": .integer(dropped),
            "rateOfAll": JSONValue(rateOfAll),
            "rateOfMature": JSONValue(rateOfMature),
            "steps": .array(steps.map(\.json)),
            "timeToConvert": timeToConvert.json,
            "groups": .array(groups.map(\.json)),
            "stepsFrom": first.map(\.json) ?? ["source": .string("given")],
            "query": query.json,
            "receipt": JSONValue(receipt),
        ]
    }
}

extension FirstFunnel {
    /// Where the steps come from: `suggested` where whole journeys do.
    var json: JSONValue {
        let word: String? =
            switch source {
            case .declared: "declared"
            case .roles: "roles"
            case .journeys: "suggested"
            case nil: nil
            }
        return [
            "source": .string(orNull: word),
            "service": .string(orNull: service),
            "finished": .integer(finished),
            "steps": .array(
                path.map { step in
                    [
                        "name": .string(step.step.name),
                        "declared": .bool(step.isDeclared),
                        "taken": JSONValue(step.taken),
                    ]
                }
            ),
            "leftOut": .strings(leftOut),
        ]
    }
}

extension FunnelResult.Step {
    var json: JSONValue {
        [
            "name": .string(name),
            "reached": .integer(reached),
            "dropped": .integer(dropped),
            "pending": .integer(pending),
            "ofPrevious": JSONValue(ofPrevious),
            "ofEntered": JSONValue(ofEntered),
            "optional": .bool(isOptional),
            "medianFromPrevious": .number(orNull: medianFromPrevious),
            "next": .array(next.map(\.json)),
            "nothingNext": .integer(nothingNext),
            "completedOtherwise": .integer(completedOtherwise),
        ]
    }
}

extension FunnelResult.NextTouchpoint {
    var json: JSONValue {
        [
            "touchpoint": .string(touchpoint),
            "channel": .string(orNull: channel),
            "subjects": .integer(subjects),
            "medianDelay": .number(orNull: medianDelay),
        ]
    }
}

extension FunnelResult.TimeToConvert {
    /// The quantiles of the contract by their keys.
    static let keys: [(key: String, p: Double)] = [
        ("p10", 0.1), ("p25", 0.25), ("p50", 0.5), ("p75", 0.75), ("p90", 0.9), ("p95", 0.95),
    ]

    var json: JSONValue {
        let shares = Self.keys.map { JSONValue.Member($0.key, .number(orNull: quantiles[$0.p])) }
        let bins: JSONValue =
            histogram.map { histogram in
                [
                    "minimum": .number(histogram.minimum),
                    "maximum": .number(histogram.maximum),
                    "counts": .array(histogram.counts.map { .integer($0) }),
                ]
            } ?? .null
        // The median over everybody who entered, those still on their way included (Kaplan-Meier).
        let median: JSONValue = curve.median.map { .integer(Int($0)) } ?? .null
        return JSONValue.object([.init("n", .integer(n))] + shares)
            .adding(["medianOfAllEntrants": median, "histogram": bins, "spans": .array(spans.map(\.json))])
    }
}

extension SpanCount {
    var json: JSONValue { ["from": .integer(Int(from)), "count": .integer(count)] }
}

extension FunnelResult.Group {
    var json: JSONValue {
        [
            "value": .string(value),
            "entered": .integer(entered),
            "converted": .integer(converted),
            "pending": .integer(pending),
            "dropped": .integer(dropped),
            "rate": JSONValue(rate),
            "againstRest": JSONValue(againstRest),
            "medianTimeToConvert": .number(orNull: medianTimeToConvert),
            "steps": .array(steps.map(\.json)),
        ]
    }
}

extension FunnelQuery {
    var json: JSONValue {
        [
            "steps": .strings(steps.map(\.text)),
            "within": window.map { .integer(Int($0)) } ?? .null,
            "order": .string(order.rawValue),
            "entry": .string(entry.rawValue),
            "ties": .string(ties.rawValue),
            "exclude": .strings(exclusions.map { FunnelStep([$0.touchpoint]).text }),
            "policy": .string(policy.rawValue),
            "by": .string(orNull: breakdown),
            "attribution": .string(attribution.text),
        ]
    }
}

import JourneyModel

/// A funnel's answer in plain sentences.
enum FunnelWords {
    static func sentences(_ result: FunnelResult) -> [String] {
        guard result.entered != 0 else {
            return ["Nobody entered this funnel in the period and with the filters shown."]
        }
        let unit = result.receipt.unit.plural
        var sentences = [
            "Of \(NumberText.count(result.entered)) \(unit) who took the first step, "
                + "\(NumberText.count(result.converted)) took all of them: \(NumberText.percent(result.rateOfAll.value))."
        ]
        if let low = result.rateOfAll.low, let high = result.rateOfAll.high {
            sentences.append(
                "With this many, chance alone would put the rate between \(NumberText.percent(low)) and "
                    + "\(NumberText.percent(high)) (95% interval)."
            )
        }
        if result.pending != 0 {
            sentences.append(
                "\(NumberText.count(result.pending)) still have time left; of those whose time is up, "
                    + "\(NumberText.percent(result.rateOfMature.value)) converted."
            )
        }
        if let worst = result.steps.dropLast().max(by: { $0.dropped < $1.dropped }), worst.dropped > 0 {
            var sentence = "Most were lost after \(worst.name): \(NumberText.count(worst.dropped))."
            if let next = worst.next.first {
                sentence +=
                    " The first thing \(NumberText.count(next.subjects)) of them did next was \(next.touchpoint)"
                sentence += next.channel.map { " (\($0))." } ?? "."
            }
            sentences.append(sentence)
        }
        if let median = result.timeToConvert.quantiles[0.5] {
            sentences.append("Half of those who converted did so within \(SpanText.text(median)).")
        }
        sentences += result.groups.compactMap(sentence).prefix(3)
        return sentences
    }

    /// Only where the difference from the rest is beyond its interval.
    private static func sentence(_ group: FunnelResult.Group) -> String? {
        guard let difference = group.againstRest, difference.isSignificant else { return nil }
        let points = NumberText.size(difference.value)
        let side = difference.value < 0 ? "below" : "above"
        return "\(group.value): \(NumberText.percent(group.rate.value)), \(points) points \(side) the rest."
    }
}

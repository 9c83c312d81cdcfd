import JourneyModel
import Wording

/// A funnel's answer in plain sentences.
enum FunnelWords {
    static func sentences(_ result: FunnelResult) -> [String] {
        guard result.entered != 0 else {
            return ["Nobody entered this funnel in the period and with the filters shown."]
        }
        let unit = result.receipt.unit
        let took = result.converted == 1 ? "1 took" : "\(NumberText.count(result.converted)) took"
        var sentences = [
            "Of \(NumberText.counted(result.entered, unit)) who took the first step, \(took) all of them: "
                + "\(NumberText.percent(result.rateOfAll.value))\(Sentence.interval(result.rateOfAll))."
        ]
        if let few = Sentence.few(result.entered, unit) { sentences.append(few) }
        if result.pending != 0 {
            let are = result.pending == 1 ? "is" : "are"
            sentences.append(
                "\(NumberText.count(result.pending)) \(are) pending; of those whose time is up, "
                    + "\(NumberText.percent(result.rateOfMature.value)) converted."
            )
        }
        if let drop = largestDrop(result) { sentences.append(drop) }
        if let median = result.timeToConvert.quantiles[0.5], result.timeToConvert.n > 1 {
            sentences.append("Half of those who converted did so within \(SpanText.text(median)).")
        }
        return sentences + groups(result)
            + (result.first?.remarks ?? []).map { remark in
                let text = remark.text
                return text.prefix(1).uppercased() + text.dropFirst() + "."
            }
    }

    private static func largestDrop(_ result: FunnelResult) -> String? {
        guard let worst = FunnelLoss.largest(in: result.steps).map({ result.steps[$0] }) else { return nil }
        let share = NumberText.percent(worst.dropped.share(of: worst.reached))
        let sentence =
            "The largest drop is after \(worst.name): \(NumberText.count(worst.dropped)) of "
            + "\(NumberText.count(worst.reached)), \(share), went no further."
        let completed = worst.completedOtherwise
        if !completed.isHidden, completed > 0, completed >= max(worst.nothingNext, worst.next.first?.subjects ?? 0) {
            return sentence
                + " Most often they completed all the same, not by every step (\(NumberText.count(completed)))."
        }
        guard let next = worst.next.first, !worst.nothingNext.isHidden, !next.subjects.isHidden else { return sentence }
        if worst.nothingNext >= next.subjects {
            return sentence + " Most often nothing came after it (\(NumberText.count(worst.nothingNext)))."
        }
        return sentence
            + " Most often \(NextText.name(next)) came next (\(NumberText.count(next.subjects)))."
    }

    /// Only where the difference from the rest is beyond its interval; where none is, that is said.
    private static func groups(_ result: FunnelResult) -> [String] {
        let compared = result.groups.filter { $0.againstRest != nil }
        guard compared.count > 1 else { return [] }
        let apart = compared.filter { $0.againstRest?.isSignificant == true }
        guard !apart.isEmpty else {
            let by = Dimension.title(result.query.breakdown ?? "")
            return ["No group by \(by) differs from the rest by more than chance may explain."]
        }
        let furthest = apart.sorted { abs($0.againstRest?.value ?? 0) > abs($1.againstRest?.value ?? 0) }
        return furthest.prefix(3).compactMap(sentence)
    }

    private static func sentence(_ group: FunnelResult.Group) -> String? {
        guard let difference = group.againstRest else { return nil }
        let ends = [difference.interval.low, difference.interval.high].map(NumberText.size)
        let (least, most) = difference.value < 0 ? (ends[1], ends[0]) : (ends[0], ends[1])
        let side = difference.value < 0 ? "below" : "above"
        return "\(group.value): \(NumberText.percent(group.rate.value)), "
            + "\(NumberText.size(difference.value)) points \(side) the rest (95% interval \(least) to \(most))."
    }
}

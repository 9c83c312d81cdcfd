import JourneyModel
import Wording

/// What other tools would say of the same events, line by line.
enum FunnelRulesText {
    static func lines(_ answer: Loadable<FunnelRulesResult>) -> [PanelLine] {
        guard let result = answer.value, !answer.isStale else {
            return [.text(answer.failure?.message ?? "Counting by the rules of other tools \u{2026}")]
        }
        let own = result.own
        let intro: [PanelLine] = [
            .text("The same events and steps, counted by the rules that these tools document (D2, D3, D5)."), .blank,
            .fact("here", counts(own, result)),
        ]
        return intro
            + result.tools.flatMap { tool -> [PanelLine] in
                let rules = tool.rules.map { rule in
                    let alone = rule.alone.map { ": by itself " + change($0, own, result) } ?? ""
                    return PanelLine.point(rule.rule.text + alone)
                }
                return [.blank, .heading(tool.tool.rawValue), .fact("counts", counts(tool.counts, result))]
                    + [.fact("against here", change(tool.counts, own, result))] + rules
            }
            + [.blank, .note("cxm show tools prints the same.")]
    }

    private static func counts(_ counts: FunnelRulesResult.Counts, _ result: FunnelRulesResult) -> String {
        let median = counts.median.map { ", median \(SpanText.text($0))" } ?? ""
        return "\(NumberText.count(counts.entered)) entered, \(NumberText.count(counts.converted)) converted, "
            + NumberText.percent(counts.rate.value) + median
    }

    /// How counts differ from those here; in public only the counts, for their difference could be few.
    private static func change(
        _ counts: FunnelRulesResult.Counts,
        _ own: FunnelRulesResult.Counts,
        _ result: FunnelRulesResult
    ) -> String {
        if counts.entered == own.entered, counts.converted == own.converted { return "the same" }
        guard !result.receipt.isProtected else {
            return "\(NumberText.count(counts.entered)) entered, \(NumberText.count(counts.converted)) converted"
        }
        func words(_ now: Int, _ was: Int, _ word: String) -> String? {
            now == was ? nil : "\(NumberText.count(abs(now - was))) \(now > was ? "more" : "fewer") \(word)"
        }
        let parts = [
            words(counts.entered, own.entered, "entered"), words(counts.converted, own.converted, "converted"),
        ]
        return parts.compactMap(\.self).joined(separator: ", ")
    }
}

import JourneyModel
import Wording

/// The overview in plain sentences.
enum OverviewWords {
    static func sentences(_ result: OverviewResult) -> [String] {
        let overall = result.indicators.overall
        var sentences: [String] = []
        if let completion = overall.completion.value {
            sentences.append(
                "\(NumberText.percent(completion)) of \(count(overall.completion))started transactions were completed, which "
                    + "\(Sentence.goal(overall.completion, result.query.targets.completion))."
            )
            if let started = overall.completion.denominator, started < Double(Sentence.fewest) {
                let count = NumberText.counted(Int(started), "transaction was", "transactions were")
                sentences.append("Only \(count) started: too few to say much.")
            }
        } else if let reason = overall.completion.caveats.last {
            sentences.append("Completion is not known: \(reason.text).")
        }
        if let takeUp = overall.takeUp.value {
            sentences.append(
                "\(NumberText.percent(takeUp)) of \(count(overall.takeUp))completed transactions were done on a digital channel."
            )
        }
        if let gap = result.gaps.first {
            sentences.append("The first gap, '\(gap.title.text)', touches \(NumberText.counted(gap.people, .person)).")
        }
        if let next = result.maturity.next {
            let held =
                result.maturity.stage == 0
                ? "No stage of maturity is held yet" : "Stage \(result.maturity.stage) of maturity is held"
            sentences.append("\(held); stage \(next) is next.")
        }
        return sentences + result.standsOut.map(\.text)
    }

    /// `25,830 `, what a rate is of; nothing where that is not known.
    private static func count(_ measure: Measure) -> String {
        measure.denominator.map { NumberText.decimal($0, decimals: 0) + " " } ?? ""
    }
}

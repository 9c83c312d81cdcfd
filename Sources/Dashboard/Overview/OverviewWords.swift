import JourneyModel

/// The overview in plain sentences.
enum OverviewWords {
    static func sentences(_ result: OverviewResult) -> [String] {
        let overall = result.indicators.overall
        var sentences: [String] = []
        if let completion = overall.completion.value {
            let side = completion >= result.query.targets.completion ? "meets" : "is below"
            sentences.append(
                "\(NumberText.percent(completion)) of started transactions were completed, which \(side) the goal of "
                    + "\(NumberText.percent(result.query.targets.completion, decimals: 0))."
            )
        }
        if let takeUp = overall.takeUp.value {
            sentences.append("\(NumberText.percent(takeUp)) of what was completed was completed on a digital channel.")
        }
        if let gap = result.gaps.first {
            sentences.append("The first gap, '\(gap.title)', touches \(NumberText.count(gap.people)) people.")
        }
        if let next = result.maturity.next {
            sentences.append("Maturity: stage \(result.maturity.stage) is held; the next is stage \(next).")
        }
        return sentences + result.standsOut
    }
}

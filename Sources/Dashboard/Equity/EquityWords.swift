import JourneyModel
import Wording

/// What a comparison of groups says, in plain sentences.
enum EquityWords {
    static func sentences(_ result: EquityResult) -> [String] {
        let trait = Dimension.title(result.query.trait)
        guard let lowest = result.groups.first(where: { $0.completion.value != nil }) else {
            return ["Nobody here has a value of \(trait) and a transaction that was started."]
        }
        var sentences = [
            "Of the groups by \(trait), \(lowest.value) completes least: "
                + "\(NumberText.percent(lowest.completion.value))\(Sentence.interval(lowest.completion))."
        ]
        if let few = Sentence.few(lowest.people, .person) { sentences.append(few) }
        let below = result.groups.filter { group in
            group.againstRest.map { $0.isSignificant && $0.value < 0 } ?? false
        }
        sentences.append(
            below.isEmpty
                ? "No group completes less than the rest beyond what chance may explain."
                : "Beyond what chance may explain, these complete less than the rest: "
                    + below.map(\.value).joined(separator: ", ") + "."
        )
        if let unknown = result.unknown.value, unknown > 0.2 {
            sentences.append(
                "\(NumberText.percent(unknown)) of people have no value of \(trait): too many for a safe comparison."
            )
        }
        return sentences
    }
}

import JourneyModel
import Wording

extension Place.Origin {
    /// Whom the row of the Overview counts, and by which rule.
    var words: String { "The Overview: \(NumberText.counted(people, CountingUnit.person)) \(rule)." }

    private var rule: String {
        switch group {
        case .unfinished(let service): "started \(service) in the period and had not completed it by its end (D12)"
        case .leaked(let service): "left \(service) online and asked staff within a day (D18)"
        case .notOnline(let service): "completed \(service) on a channel not known to be digital (D13)"
        case .dissatisfied(let service): "rated \(service) below 4 of 5 (D15)"
        default: "in the group: \(group.title.text)"
        }
    }
}

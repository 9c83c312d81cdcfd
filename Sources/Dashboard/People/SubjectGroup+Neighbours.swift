import JourneyModel
import Wording

extension SubjectGroup {
    /// The groups that stand beside this one, itself among them: the parts of a step, the losses of the preferences.
    var neighbours: [SubjectGroup] {
        switch self {
        case .funnel(let query, .group(let value, _)):
            return FunnelGroupPart.allCases.map { .funnel(query, .group(value, $0)) }
        case .funnel(let query, let part):
            guard let step = part.step else { return [self] }
            return [.funnel(query, .dropped(step)), .funnel(query, .pending(step)), .funnel(query, .reached(step))]
        case .preferenceMissing, .preferenceNotUsed, .preferenceNotHonoured(nil), .contactedAfterWithdrawal:
            return [
                .preferenceMissing, .preferenceNotUsed, .preferenceNotHonoured(channel: nil), .contactedAfterWithdrawal,
            ]
        case .unfinished(let service), .notOnline(let service), .dissatisfied(let service), .leaked(let service):
            return [
                .unfinished(service: service), .leaked(service: service), .notOnline(service: service),
                .dissatisfied(service: service),
            ]
        case .preferenceNotHonoured, .traitGroup: return [self]
        }
    }
}

extension SubjectsQuery.Order {
    /// As the heading and the message line say it.
    func words(_ group: SubjectGroup) -> String {
        switch self {
        case .recent: "latest event first"
        case .reason: "last \(group.sinceTitle.text) first"
        case .events: "most events first"
        }
    }
}

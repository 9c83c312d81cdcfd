import JourneyModel

enum MaturityDetail: ScreenDetail {
    static let screen = ScreenID.maturity

    /// One criterion of the maturity model, by its id.
    case criterion(CriterionID)
    /// The maturity gate if these criteria were Fully met.
    case whatIf(Set<CriterionID>)

    var words: [String]? {
        switch self {
        case .criterion(let id): ["criterion", id.rawValue]
        case .whatIf(let ids): ["what if"] + ids.sorted().map(\.rawValue)
        }
    }

    init?(words: [String]) {
        let ids = words.dropFirst().compactMap { CriterionID(rawValue: $0) }
        // A criterion that there is no more says nothing.
        guard let first = ids.first, ids.count == words.count - 1 else { return nil }
        switch words.first {
        case "criterion" where ids.count == 1: self = .criterion(first)
        case "what if": self = .whatIf(Set(ids))
        default: return nil
        }
    }
}

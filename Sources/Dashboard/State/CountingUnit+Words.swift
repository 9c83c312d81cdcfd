import JourneyModel

extension CountingUnit {
    /// As headers and sentences have it: `people`, `cases`.
    var plural: String {
        switch self {
        case .person: "people"
        case .case: "cases"
        case .session: "sessions"
        case .attempt: "attempts"
        }
    }
}

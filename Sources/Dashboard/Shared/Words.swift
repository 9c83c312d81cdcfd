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

extension Catalog {
    /// Whether people can be compared by groups (D21).
    var hasTraits: Bool { dimensions.contains { Dimension.subject(of: $0.name) == .person } }
}

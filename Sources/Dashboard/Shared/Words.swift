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

extension Dimension {
    /// A dimension's name as headings have it: `person.age_band` is `age band`.
    static func title(_ name: String) -> String {
        let bare = ["person.", "case."].first { name.hasPrefix($0) }.map { String(name.dropFirst($0.count)) } ?? name
        return bare.isEmpty ? name : String(bare.map { $0 == "_" ? " " : $0 })
    }
}

public import JourneyModel

extension CountingUnit {
    /// What `count` subjects of this unit are called: `person`, `people`.
    public func noun(_ count: Int) -> String {
        switch self {
        case .person: count == 1 ? "person" : "people"
        case .case: count == 1 ? "case" : "cases"
        case .session: count == 1 ? "session" : "sessions"
        case .attempt: count == 1 ? "attempt" : "attempts"
        }
    }

    /// As headers have it: `people`, `cases`.
    public var plural: String { noun(2) }
}

extension NumberText {
    /// `1 event`, `1,234 events`.
    ///
    /// - Parameter many: nil: `one` with an s.
    public static func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
        "\(NumberText.count(count)) \(count == 1 ? one : many ?? one + "s")"
    }

    /// `1 person`, `1,204 people`.
    public static func counted(_ count: Int, _ unit: CountingUnit) -> String {
        "\(NumberText.count(count)) \(unit.noun(count))"
    }
}

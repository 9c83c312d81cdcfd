import JourneyModel

/// Who may be looked at one by one (D17): where a store records consent to analytics, only those who have given it. They count
/// in every figure; lists leave the others out and say how many they are. A store without such records leaves out nobody.
struct AnalyticsConsent: Sendable {
    private let history: ConsentHistory
    private let time: Int64

    /// Nil where the store records none.
    init?(_ bench: Workbench, asOf: Timestamp?) {
        // Consents are put in order only where there is something to find.
        let purposes = bench.source.records(.consents).texts(.consentPurpose)
        guard purposes.contains(where: { $0.lowercased() == ConsentPurposes.analyticsName }) else { return nil }
        history = bench.desk.sides(bench).consents
        if history.isEmpty(ConsentPurposes.analytics) { return nil }
        time = asOf?.milliseconds ?? .max
    }

    /// A person who has not given it; of somebody of whom the store has no event nothing is known.
    func isMissing(_ name: SubjectName) -> Bool {
        switch name {
        case .person(let code): !history.isGrantedAnywhere(code, ConsentPurposes.analytics, at: time)
        case .stranger: true
        case .case, .nobody: false
        }
    }
}

extension SubjectGroup {
    /// A figure that falls short, and whom that touches.
    struct Figure {
        var measure: Measure
        /// As many as a list of the group has; nil where the answers do not say.
        var people: Int?
        var unit: Gap.Unit = .share
        var lowerIsBetter = false
    }

    /// The figure that the group falls short of; nil where `figures` has none of it.
    func figure(in figures: Gaps.Figures) -> Figure? {
        switch self {
        case .unfinished, .notOnline, .dissatisfied: indicator(figures.indicators)
        case .leaked(let service):
            figures.contacts?.services.first { $0.service == service }.map {
                Figure(measure: $0.leakRate, people: $0.leakingPeople, lowerIsBetter: true)
            }
        case .preferenceMissing, .preferenceNotUsed, .preferenceNotHonoured, .contactedAfterWithdrawal:
            figures.preferences.flatMap(preference)
        case .traitGroup(let trait, let value):
            figures.equity.first { $0.query.trait == trait }?.groups.first { $0.value == value }.map {
                Figure(measure: $0.completion, people: $0.people)
            }
        case .funnel: nil
        }
    }

    /// How that figure came about.
    func receipt(in figures: Gaps.Figures) -> Receipt? {
        switch self {
        case .unfinished, .notOnline, .dissatisfied: figures.indicators?.receipt
        case .leaked: figures.contacts?.receipt
        case .preferenceMissing, .preferenceNotUsed, .preferenceNotHonoured, .contactedAfterWithdrawal:
            figures.preferences?.receipt
        case .traitGroup(let trait, _): figures.equity.first { $0.query.trait == trait }?.receipt
        case .funnel: nil
        }
    }

    private func indicator(_ result: IndicatorsResult?) -> Figure? {
        func row(_ service: String) -> IndicatorsResult.ServiceRow? {
            result?.services.first { $0.service == service }
        }
        switch self {
        case .unfinished(let service):
            return row(service).map { Figure(measure: $0.indicators.completion, people: $0.unfinished) }
        case .notOnline(let service):
            return row(service).map { Figure(measure: $0.indicators.takeUp, people: $0.notOnline) }
        case .dissatisfied(let service):
            return row(service).map { Figure(measure: $0.indicators.satisfaction, people: $0.dissatisfied) }
        default: return nil
        }
    }

    private func preference(_ result: PreferencesResult) -> Figure? {
        switch self {
        case .preferenceMissing:
            return Figure(measure: result.captured, people: result.peopleNotCaptured)
        case .preferenceNotUsed: return Figure(measure: result.used, people: result.peopleNotUsed)
        case .preferenceNotHonoured(nil): return Figure(measure: result.honoured, people: result.peopleNotHonoured)
        case .preferenceNotHonoured(let channel?):
            return result.matrixRows.first { $0.preferred == channel }.map { Figure(measure: $0.honoured, people: nil) }
        case .contactedAfterWithdrawal:
            let count = result.contactsAfterWithdrawal
            return Figure(
                measure: count.hiddenReason.map { .absent(.d17, because: $0) }
                    ?? Measure(value: Double(count), definition: .d17),
                people: result.peopleContactedAfterWithdrawal,
                unit: .count,
                lowerIsBetter: true
            )
        default: return nil
        }
    }
}

extension Measure {
    /// The share as whole numbers; nil where it is no share of a count.
    var whole: (part: Int, total: Int)? {
        guard definition != .d15, let numerator, let denominator else { return nil }
        guard let part = Int(exactly: numerator), let total = Int(exactly: denominator) else { return nil }
        return part >= 0 && part <= total ? (part, total) : nil
    }

    /// The difference to those of `all` who are not in it (D7); nil where either is no share of a count, or nobody is left.
    func againstRest(of all: Measure) -> RateDifference? {
        guard let own = whole, let all = all.whole else { return nil }
        return newcombeDifference(own.part, of: own.total, minus: all.part - own.part, of: all.total - own.total)
    }
}

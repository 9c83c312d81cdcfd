/// Where figures fall short of what they should be, and for how many people: a pure function of answers, so that the screen,
/// the command and any analyst rank alike.
public enum Gaps {
    /// The answers of one period; nil or empty where a question was not asked.
    public struct Figures: Hashable, Sendable {
        public var indicators: IndicatorsResult?
        public var preferences: PreferencesResult?
        public var contacts: ContactsResult?
        /// One a trait.
        public var equity: [EquityResult]

        public init(
            indicators: IndicatorsResult? = nil,
            preferences: PreferencesResult? = nil,
            contacts: ContactsResult? = nil,
            equity: [EquityResult] = []
        ) {
            self.indicators = indicators
            self.preferences = preferences
            self.contacts = contacts
            self.equity = equity
        }
    }

    /// Every figure that is worse than its target: red lines first, then by people affected, then by what they
    /// are. An absent figure
    /// is no gap. Groups are listed only where they differ from the rest beyond the interval (D7, D21).
    public static func rank(now: Figures, before: Figures? = nil, targets: Targets = Targets()) -> [Gap] {
        let found =
            preferenceGaps(now.preferences, before?.preferences, targets)
            + serviceGaps(now.indicators, before?.indicators, targets)
            + leakGaps(now.contacts, before?.contacts, targets)
            + now.equity.compactMap { result in
                equityGap(result, before: before?.equity.first { $0.query.trait == result.query.trait })
            }
        return found.sorted { left, right in
            if left.isRedLine != right.isRedLine { return left.isRedLine }
            return left.people != right.people ? left.people > right.people : left.group.isBefore(right.group)
        }
    }

    /// now - before: Newcombe's interval for shares of people (D7); for means the normal interval from both half-widths.
    /// Nil where either is absent, or has no interval.
    public static func change(_ now: Measure, _ before: Measure?) -> RateDifference? {
        guard let before, let new = now.value, let old = before.value else { return nil }
        if let count = now.whole, let past = before.whole {
            return newcombeDifference(count.part, of: count.total, minus: past.part, of: past.total)
        }
        guard let low = now.low, let high = now.high, let pastLow = before.low, let pastHigh = before.high else {
            return nil
        }
        let half = (((high - low) * (high - low) + (pastHigh - pastLow) * (pastHigh - pastLow)) / 4).squareRoot()
        return RateDifference(value: new - old, interval: Interval(low: new - old - half, high: new - old + half))
    }

    // MARK: Preferences

    private static func preferenceGaps(
        _ now: PreferencesResult?,
        _ before: PreferencesResult?,
        _ targets: Targets
    ) -> [Gap] {
        guard let now else { return [] }
        let missing = [
            below(
                .preferenceMissing,
                .gapCaptured,
                people: now.contacted - (now.captured.whole?.part ?? now.contacted),
                now.captured,
                before?.captured,
                target: targets.preferenceCaptured,
                .preferences
            ),
            below(
                .preferenceNotUsed,
                .gapUsed,
                people: now.peopleNotUsed,
                now.used,
                before?.used,
                target: targets.preferenceUsed,
                .preferences
            ),
            below(
                .preferenceNotHonoured(channel: nil),
                .gapHonoured,
                people: now.peopleNotHonoured,
                now.honoured,
                before?.honoured,
                target: targets.preferenceHonoured,
                .preferences
            ),
        ]
        return missing.compactMap { $0 } + breaches(now, before)
    }

    /// D17: a single contact after a withdrawal is a red line.
    private static func breaches(_ now: PreferencesResult, _ before: PreferencesResult?) -> [Gap] {
        // Too few to be shown are too many all the same.
        guard now.contactsAfterWithdrawal != 0 else { return [] }
        func count(_ result: PreferencesResult) -> Measure {
            let count = result.contactsAfterWithdrawal
            return count.hiddenReason.map { .absent(.d17, because: $0) }
                ?? Measure(value: Double(count), definition: .d17)
        }
        return [
            Gap(
                title: SubjectGroup.contactedAfterWithdrawal.title,
                group: .contactedAfterWithdrawal,
                noun: .gapContacts,
                people: now.peopleContactedAfterWithdrawal,
                now: count(now),
                target: 0,
                before: before.map(count),
                unit: .count,
                lowerIsBetter: true,
                isRedLine: true,
                explanation: .preferences
            )
        ]
    }

    // MARK: Services

    private static func serviceGaps(
        _ now: IndicatorsResult?,
        _ before: IndicatorsResult?,
        _ targets: Targets
    ) -> [Gap] {
        (now?.services ?? []).flatMap { row -> [Gap] in
            let past = before?.services.first { $0.service == row.service }?.indicators
            let figures = row.indicators
            let targets = targets.of(row.service)
            let gaps = [
                below(
                    .unfinished(service: row.service),
                    .gapCompletion,
                    people: row.unfinished,
                    figures.completion,
                    past?.completion,
                    target: targets.completion,
                    .funnel(service: row.service)
                ),
                below(
                    .notOnline(service: row.service),
                    .gapTakeUp,
                    people: row.notOnline,
                    figures.takeUp,
                    past?.takeUp,
                    target: targets.takeUp,
                    .channels
                ),
                below(
                    .dissatisfied(service: row.service),
                    .gapSatisfaction,
                    people: row.dissatisfied,
                    figures.satisfaction,
                    past?.satisfaction,
                    target: targets.satisfaction,
                    .channels
                ),
            ]
            return gaps.compactMap { $0 }
        }
    }

    private static func leakGaps(_ now: ContactsResult?, _ before: ContactsResult?, _ targets: Targets) -> [Gap] {
        (now?.services ?? []).compactMap { row in
            let targets = targets.of(row.service)
            guard let value = row.leakRate.value, value > targets.leak else { return nil }
            let past = before?.services.first { $0.service == row.service }
            let group = SubjectGroup.leaked(service: row.service)
            return Gap(
                title: group.title,
                group: group,
                noun: .gapLeak,
                people: row.leakingPeople,
                now: row.leakRate,
                target: targets.leak,
                before: past?.leakRate,
                lowerIsBetter: true,
                change: change(row.leakRate, past?.leakRate),
                cost: row.leakCost,
                explanation: .funnel(service: row.service)
            )
        }
    }

    // MARK: Groups

    /// The group with the lowest completion among those that lie below the rest beyond the interval.
    private static func equityGap(_ now: EquityResult, before: EquityResult?) -> Gap? {
        let worse = now.groups.first { group in
            (group.completion.denominator ?? 0) >= 10 && (group.againstRest.map { $0.interval.high < 0 } ?? false)
        }
        guard let group = worse, let value = group.completion.value, let rest = group.againstRest else { return nil }
        let past = before?.groups.first { $0.value == group.value }?.completion
        let people = SubjectGroup.traitGroup(trait: now.query.trait, value: group.value)
        return Gap(
            title: .completesLess(people.title),
            group: people,
            noun: .gapRest,
            people: group.people,
            now: group.completion,
            target: value - rest.value,
            before: past,
            change: change(group.completion, past),
            explanation: .funnel(service: nil)
        )
    }

    private static func below(
        _ group: SubjectGroup,
        _ noun: Remark,
        people: Int,
        _ now: Measure,
        _ before: Measure?,
        target: Double,
        _ explanation: Gap.Explanation
    ) -> Gap? {
        guard let value = now.value, value < target else { return nil }
        return Gap(
            title: group.title,
            group: group,
            noun: noun,
            people: people,
            now: now,
            target: target,
            before: before,
            change: change(now, before),
            explanation: explanation
        )
    }
}

extension Measure {
    /// The share as whole numbers; nil where it is no share of a count.
    fileprivate var whole: (part: Int, total: Int)? {
        guard definition != .d15, let numerator, let denominator else { return nil }
        guard let part = Int(exactly: numerator), let total = Int(exactly: denominator) else { return nil }
        return part >= 0 && part <= total ? (part, total) : nil
    }
}

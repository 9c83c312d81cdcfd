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
            preferenceGaps(now, before, targets)
            + serviceGaps(now, before, targets)
            + leakGaps(now, before, targets)
            + now.equity.compactMap { result in
                equityGap(result, before: before?.equity.first { $0.query.trait == result.query.trait })
            }
        let received = found.map { gap in
            var gap = gap
            gap.receipt = gap.group.receipt(in: now)
            return gap
        }
        return received.sorted { left, right in
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

    private static func preferenceGaps(_ now: Figures, _ before: Figures?, _ targets: Targets) -> [Gap] {
        let missing = [
            short(.preferenceMissing, .gapCaptured, now, before, target: targets.preferenceCaptured, .preferences),
            short(.preferenceNotUsed, .gapUsed, now, before, target: targets.preferenceUsed, .preferences),
            short(
                .preferenceNotHonoured(channel: nil),
                .gapHonoured,
                now,
                before,
                target: targets.preferenceHonoured,
                .preferences
            ),
        ]
        return missing.compactMap { $0 } + breaches(now, before)
    }

    /// D17: a single contact after a withdrawal is a red line.
    private static func breaches(_ now: Figures, _ before: Figures?) -> [Gap] {
        let group = SubjectGroup.contactedAfterWithdrawal
        // Too few to be shown are too many all the same.
        guard now.preferences.map({ $0.contactsAfterWithdrawal != 0 }) ?? false, let figure = group.figure(in: now)
        else { return [] }
        return [
            Gap(
                title: group.title,
                group: group,
                noun: .gapContacts,
                people: figure.people ?? 0,
                now: figure.measure,
                target: 0,
                before: before.flatMap { group.figure(in: $0) }?.measure,
                unit: figure.unit,
                lowerIsBetter: figure.lowerIsBetter,
                isRedLine: true,
                explanation: .preferences
            )
        ]
    }

    // MARK: Services

    private static func serviceGaps(_ now: Figures, _ before: Figures?, _ targets: Targets) -> [Gap] {
        (now.indicators?.services ?? []).flatMap { row -> [Gap] in
            let service = row.service
            let targets = targets.of(service)
            let gaps = [
                short(
                    .unfinished(service: service),
                    .gapCompletion,
                    now,
                    before,
                    target: targets.completion,
                    .funnel(service: service)
                ),
                short(.notOnline(service: service), .gapTakeUp, now, before, target: targets.takeUp, .channels),
                short(
                    .dissatisfied(service: service),
                    .gapSatisfaction,
                    now,
                    before,
                    target: targets.satisfaction,
                    .channels
                ),
            ]
            return gaps.compactMap { $0 }
        }
    }

    private static func leakGaps(_ now: Figures, _ before: Figures?, _ targets: Targets) -> [Gap] {
        (now.contacts?.services ?? []).compactMap { row in
            let targets = targets.of(row.service)
            var gap = short(
                .leaked(service: row.service),
                .gapLeak,
                now,
                before,
                target: targets.leak,
                .funnel(service: row.service)
            )
            gap?.cost = row.leakCost
            return gap
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

    /// The gap of a group whose figure falls short of its target; nil where it does not, or is absent.
    private static func short(
        _ group: SubjectGroup,
        _ noun: Remark,
        _ now: Figures,
        _ before: Figures?,
        target: Double,
        _ explanation: Gap.Explanation
    ) -> Gap? {
        guard let figure = group.figure(in: now), let value = figure.measure.value else { return nil }
        guard figure.lowerIsBetter ? value > target : value < target else { return nil }
        let past = before.flatMap { group.figure(in: $0) }?.measure
        return Gap(
            title: group.title,
            group: group,
            noun: noun,
            people: figure.people ?? 0,
            now: figure.measure,
            target: target,
            before: past,
            lowerIsBetter: figure.lowerIsBetter,
            change: change(figure.measure, past),
            explanation: explanation
        )
    }
}

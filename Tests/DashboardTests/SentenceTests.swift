import JourneyModel
import TestSupport
import Testing
import Wording

@testable import Dashboard

/// The sentences that explain a screen follow its numbers.
struct SentenceTests {
    /// A funnel in which `counts` of each group entered and converted.
    private func funnel(_ groups: [(name: String, entered: Int, converted: Int)]) -> FunnelResult {
        var result = Fixtures.funnel()
        result.entered = groups.reduce(0) { $0 + $1.entered }
        result.converted = groups.reduce(0) { $0 + $1.converted }
        (result.pending, result.dropped) = (0, result.entered - result.converted)
        result.rateOfAll = .rate(result.converted, of: result.entered, .d3)
        result.rateOfMature = result.rateOfAll
        result.groups = groups.map { group in
            FunnelResult.Group(
                value: group.name,
                entered: group.entered,
                converted: group.converted,
                pending: 0,
                dropped: group.entered - group.converted,
                steps: [],
                rate: .rate(group.converted, of: group.entered, .d3),
                againstRest: newcombeDifference(
                    group.converted,
                    of: group.entered,
                    minus: result.converted - group.converted,
                    of: result.entered - group.entered
                ),
                medianTimeToConvert: nil
            )
        }
        return result
    }

    private func says(_ sentences: [String], _ words: String) -> Bool { sentences.contains { $0.contains(words) } }

    @Test func aDifferenceWithinChanceIsNotClaimed() {
        let same = FunnelWords.sentences(funnel([("web", 500, 250), ("phone", 400, 196)]))
        #expect(says(same, "No group by channel differs from the rest by more than chance may explain."))
        #expect(!says(same, "points below") && !says(same, "points above"))
        let apart = FunnelWords.sentences(funnel([("web", 500, 300), ("phone", 400, 120)]))
        #expect(says(apart, "web: 60.0%, 30.0 points above the rest (95% interval "))
        #expect(says(apart, "phone: 30.0%, 30.0 points below the rest (95% interval "))
        #expect(!says(apart, "No group"))
    }

    @Test func oneGroupIsComparedWithNothing() {
        let only = FunnelWords.sentences(funnel([("web", 500, 250)]))
        #expect(!says(only, "group") && !says(only, "the rest"))
    }

    @Test(arguments: [1, 29, 30, 4000])
    func fewAreSaidToBeFew(_ count: Int) {
        let sentences = FunnelWords.sentences(funnel([("web", count, 1)]))
        #expect(says(sentences, "too few to say much") == (count < 30))
        #expect(says(sentences, "Of \(NumberText.count(count)) \(count == 1 ? "person" : "people") who took"))
    }

    @Test func thosePendingAreSaidAndTheLargestDropIsNamed() {
        let result = Fixtures.funnel()
        let sentences = FunnelWords.sentences(result)
        #expect(says(sentences, "212 are pending"))
        #expect(says(sentences, "The largest drop is after landing: 1,102 of 4,213, 26.2%, went no further."))
        #expect(says(sentences, "Most often nothing came after it (672)."))
        #expect(!says(FunnelWords.sentences(funnel([("web", 90, 40)])), "pending"))
    }

    @Test(arguments: [
        (700, 1000, "is below the goal of 75%"), (740, 1000, "by no more than chance"), (760, 1000, "meets"),
    ])
    func aGoalIsMissedOnlyBeyondChance(_ count: Int, _ total: Int, _ words: String) {
        let text = Sentence.goal(.rate(count, of: total, .d12), 0.75)
        #expect(text.contains(words))
        #expect(text.contains("chance") == (count == 740))
    }

    @Test func overviewFollowsItsFigures() {
        var result = Fixtures.overview(OverviewQuery())
        #expect(!says(OverviewWords.sentences(result), "too few"))
        result.indicators.overall.completion = .rate(9, of: 12, .d12)
        #expect(says(OverviewWords.sentences(result), "Only 12 transactions were started: too few to say much."))
        result.indicators.overall.completion = .absent(.d12, because: "no touchpoint is declared a start")
        #expect(says(OverviewWords.sentences(result), "Completion is not known: no touchpoint is declared a start."))
        result.maturity.stage = 0
        #expect(says(OverviewWords.sentences(result), "No stage of maturity is held yet; stage "))
        result.gaps = Array(result.gaps.prefix(1))
        result.gaps[0].people = 1
        #expect(says(OverviewWords.sentences(result), "touches 1 person."))
    }

    @Test func oneChannelIsComparedWithNothing() {
        var state = DashboardState.sample(.channels)
        #expect(says(state.screen.explanation(state), " carries "))
        var one = Fixtures.channels(ChannelsQuery())
        one.totals = [one.totals[0]]
        for (id, _) in state.update(.dataChanged(generation: 9)).asking(ChannelsQuery.self) {
            _ = state.update(.answered(id, one))
        }
        let sentences = state.screen.explanation(state)
        #expect(says(sentences, "are on one channel, \(one.totals[0].channel): there is nothing to compare it with."))
        #expect(!says(sentences, " carries "))
    }

    @Test func anEmptyScreenNamesFiltersPeriodAndDataAndTheirKeys() {
        var state = DashboardState.sample(.paths)
        state.scope.filters = [Filter(dimension: "channel", values: ["post"], isNegated: true)]
        let empty = EmptyState.noMatch("Nobody.", state)
        #expect(empty.advice.contains("Filtered by channel not post: f takes filters away."))
        #expect(empty.advice.contains("The period is Oct–Dec 2025, and the data "))
        #expect(empty.advice.contains("p chooses another."))
        state.scope = ViewScope()
        #expect(EmptyState.noMatch("Nobody.", state).advice == "p chooses a period, f filters.")
    }
}

import Canvas
import JourneyModel
import TestSupport
import Testing
import Wording

@testable import Dashboard

struct ChannelsScreenTests {
    @Test func enterNarrowsToTheChannelThenShowsItsPaths() {
        var state = DashboardState.sample(.channels)
        let before = state.screenText
        state.press("j", "j", "enter")
        #expect(state.questionScope.filters == [Filter(dimension: "channel", values: ["phone"])])
        #expect(state.screenText.contains("Channels › phone"))
        #expect(state.screenText.contains("EVENTS BY WEEK"))
        state.press("enter")
        #expect(state.place.screen == .paths)
        #expect(state.questionScope.filters == [Filter(dimension: "channel", values: ["phone"])])
        state.press("escape", "escape")
        #expect(state.markedLine?.contains("phone") == true)
        state.press("g")
        #expect(state.screenText == before)
    }

    @Test func aServiceOpensItsFunnel() {
        var state = DashboardState.sample(.channels)
        state.press("tab", "enter")
        #expect(state.place.screen == .funnel)
        #expect(state.questionScope.filters == [Filter(dimension: "service", values: ["housing"])])
    }

    @Test func nothingLostIsNotClaimedWhereNoContactIsLeft() {
        var state = DashboardState.sample(.channels)
        state.press("enter")
        #expect(state.questionScope.filters == [Filter(dimension: "channel", values: ["web"])])
        #expect(state.panels.count == 1)
        #expect(state.screenText.contains("no contact with staff remains"))
        #expect(!state.screenText.contains("libraries"))
    }

    @Test func mGoesThroughThePeriodLengths() {
        var state = DashboardState.sample(.channels)
        #expect(ChannelsScreen.every(state) == .week)
        var seen: Set<PeriodLength> = []
        for _ in PeriodLength.allCases {
            state.press("m")
            seen.insert(ChannelsScreen.every(state))
            #expect(state.screenText.contains("MIX BY \(ChannelsScreen.every(state).rawValue.uppercased())"))
        }
        #expect(seen.count == PeriodLength.allCases.count)
        #expect(ChannelsScreen.every(state) == .week)
        #expect(state.commandLine.contains("cxm show channels --every week"))
    }

    @Test(
        arguments: [(10, .day), (92, .week), (365, .month), (3000, .quarter), (9000, .year)] as [(Int64, PeriodLength)]
    )
    func theLengthSuitsTheTime(_ days: Int64, _ length: PeriodLength) {
        let from = Fixtures.day(2020, 1, 1)
        let range = TimeRange(from: from, to: from.advanced(by: days * .day))
        #expect(ChannelsState().every(in: range, catalog: nil) == length)
        #expect(ChannelsState(every: .day).every(in: range, catalog: nil) == .day)
    }

    @Test func theShiftComesWithThePeriodBefore() {
        var state = DashboardState.sample(.channels)
        // 30,400 of 61,480 now, 29,100 of 60,520 before.
        #expect(state.screenText.contains("+1.4"))
        state = DashboardState.sample(.channels, scope: ViewScope(range: Fixtures.quarter))
        #expect(!state.screenText.contains("change"))
    }

    @Test func absentFiguresAreDashesWithTheReason() {
        let state = DashboardState.sample(.channels)
        let counter = state.lines(120, 36).first { $0.contains("counter") }
        #expect(counter?.hasSuffix("–") == true)
        #expect(state.screenText.contains("cost each: the cost table does not know this channel"))
    }

    @Test func sortingKeepsAbsentCostsLast() {
        var state = DashboardState.sample(.channels)
        state.press("s")
        #expect(state.message == "sorted by cost a transaction")
        let order = ChannelsScreen.totals(Fixtures.channels(ChannelsQuery()), sort: 1).map(\.channel)
        #expect(order == ["phone", "app", "web", Dimension.notSet, "counter"])
        #expect(state.panels[0].map(\.id) == order)
    }

    /// Against the slow, obvious way: every period counted by itself.
    @Test(arguments: [1, 2, 3] as [UInt64])
    func theMixAddsUpPeriodByPeriod(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let first = Period(.week, containing: Fixtures.zone.date(at: Fixtures.day(2025, 1, 1)))
        var cells: [ChannelsResult.Cell] = []
        for step in 0..<30 {
            for channel in ["a", "b", "c"] where Bool.random(using: &random) && step % 7 != 3 {
                let events = Int.random(in: 1..<500, using: &random)
                cells.append(.init(period: first.advanced(by: step), channel: channel, events: events, subjects: 1))
            }
        }
        var result = Fixtures.channels(ChannelsQuery(every: .week))
        result.periods = cells
        let mix = ChannelMix(result)
        #expect(mix.periods == mix.periods.sorted())
        for (index, period) in mix.periods.enumerated() {
            let there = cells.filter { $0.period == period }
            let all = there.reduce(0) { $0 + $1.events }
            for channel in mix.shares.keys {
                let own = there.filter { $0.channel == channel }.reduce(0) { $0 + $1.events }
                #expect(mix.shares[channel]?[index] == (all == 0 ? nil : Double(own) / Double(all)))
                #expect(mix.events[channel]?[index] == own)
            }
        }
        #expect(mix.periods.first == cells.map(\.period).min())
        #expect(mix.periods.last == cells.map(\.period).max())
    }

    @Test func oneWildDateDoesNotMakeAMillionPeriods() {
        var result = Fixtures.channels(ChannelsQuery(every: .day))
        let wild = Period(.day, containing: CivilDate(daysSinceEpoch: -700_000))
        result.periods.append(.init(period: wild, channel: "web", events: 1, subjects: 1))
        #expect(ChannelMix(result).periods.count <= 600)
    }

    @Test("Where no service can be told to lose anybody online, that is said and not an empty list drawn")
    func noServicesSayWhy() {
        for (notes, words) in [
            ([.noStart], "Not known by service: no touchpoint is declared a start."),
            ([], "None: nobody who left a service online then asked staff."),
        ] as [([Remark], String)] {
            var state = DashboardState.sample(.channels)
            for (id, query) in state.update(.dataChanged(generation: 9)).asking(ContactsQuery.self) {
                var result = Fixtures.contacts(query)
                result.services = []
                result.receipt.notes = notes
                _ = state.update(.answered(id, result))
            }
            #expect(state.screenText.contains(words))
            #expect(!state.screenText.contains("of these"))
        }
    }

    @Test("A reason for having no take-up is not cut at 80 columns")
    func theReasonIsWhole() {
        var state = DashboardState.sample(.channels)
        for (id, query) in state.update(.dataChanged(generation: 9)).asking(IndicatorsQuery.self) {
            var result = Fixtures.channelIndicators(query)
            result.overall.takeUp = .absent(.d13, because: .noCompletion)
            _ = state.update(.answered(id, result))
        }
        let words = state.lines(80, 24).joined(separator: " ").split(separator: " ").joined(separator: " ")
        #expect(words.contains(Remark.noCompletion.text))
    }

    @Test("At 80 columns the trend of two years of months is whole")
    func yearsOfMonthsFit() {
        let result = Fixtures.channels(ChannelsQuery())
        let months = Double(ChannelMix(result).periods.count)
        #expect(months > 8)
        let head = DashboardState.sample(.channels).lines(80, 24).first { $0.hasPrefix(" MIX BY") }
        #expect(head?.contains("2025-09-29 to 2025-12-15") == true)
    }

    @Test("One channel alone meets no goal of take-up: the filter decides how digital it is")
    func aFilteredTakeUpHasNoGoal() {
        var state = DashboardState.sample(.channels)
        #expect(state.screenText.contains("goal 85%"))
        state.press("enter")
        #expect(!state.screenText.contains("goal 85"))
        #expect(Targets().takeUp(with: [Filter(dimension: "service", values: ["housing"])]) == Targets().takeUp)
        #expect(Targets().takeUp(with: [Filter(dimension: "channel", values: ["web"])]) == nil)
    }
}

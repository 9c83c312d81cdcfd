import DemoTown
import JourneyModel
import Testing

/// What real services have that once gave wrong figures is in the town, so that it would show.
@Suite struct FaultStoryTests {
    let town: TownFacts

    init() throws {
        town = try TownFacts.riverbend.get()
    }

    @Test func planningIsAppliedForOnlineAndDecidedByLetter() {
        let ends = town.rows.filter { $0.service == "planning" && town.isEnd($0) }
        #expect(ends.count > 250)
        #expect(ends.allSatisfy { $0.isOutbound && $0.channel == "post" })
        #expect(!town.rows.contains { $0.service == "planning" && $0.touchpoint == "confirmation" })
        #expect((0.65...0.85).contains(town.takeUp("planning").value))
    }

    @Test func applicationsWithStaffAreSeveralEventsInOneCall() {
        let made = town.people.values.reduce(0) { sum, rows in
            let steps = rows.filter { ["phone", "counter"].contains($0.channel) && $0.caseID != nil && !$0.isOutbound }
            return sum + Dictionary(grouping: steps) { $0.caseID ?? "" }.values.count { $0.count >= 4 }
        }
        #expect(made > 4000)
        #expect(town.assistedRuns.transactions > 5000)
        #expect(town.assistedRuns.contacts > 15_000)
    }

    @Test func noticesBetweenStepsAndCallsAfterTheEndAreNoHandOffs() {
        let (counted, withNotices, afterTheEnd) = town.handOffs
        #expect(withNotices > counted + 200)
        #expect(afterTheEnd > counted + 1000)
    }

    @Test func marketingIsAnotherConsent() {
        let share = town.agreed(to: "marketing")
        #expect(share.total > 500)
        #expect((0.2...0.6).contains(share.value))
        #expect(town.contactsBesideMarketing > 50)
        #expect(town.contactsByConsent.refused.count == 4)
        #expect(town.contactsByConsent.uncovered.count > 5000)
    }

    @Test func someWhoWereTwoHadSaidOppositeThings() {
        #expect((50...150).contains(town.opposed))
    }

    @Test func nobodyChattedInAugust() {
        let august = TimeRange(from: TownFacts.day(2025, 8, 1), to: TownFacts.day(2025, 9, 1))
        #expect(!town.rows.contains { $0.channel == "chat" && august.contains($0.time) })
        #expect(town.rows.count { $0.channel == "chat" } > 1000)
    }

    @Test func aMonthWithoutEventsHasACostAndRatings() {
        let first = TownFacts.day(2024, 1, 1)
        #expect(town.rows.allSatisfy { $0.time >= first })
        #expect(town.costs.count { $0.to <= first && $0.amount == 2600 } == 1)
        #expect(town.feedback.count { $0.time < first && $0.score != nil } == 20)
    }

    @Test func threeStepsAreStampedWithOneInstant() {
        #expect(town.ties.ofThree > 150)
        let triple = town.rows.filter { $0.service == "identity card" && $0.channel == "app" }
        let instants = Dictionary(grouping: triple) { ($0.caseID ?? "") + "|" + String($0.time.milliseconds) }
        #expect(instants.values.contains { $0.map(\.touchpoint) == ["submit", "payment", "confirmation"] })
    }
}

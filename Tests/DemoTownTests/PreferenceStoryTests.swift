import DemoTown
import JourneyModel
import Testing

/// What people asked for, what they got, and the services' habits that follow the seed survey.
@Suite struct PreferenceStoryTests {
    let town: TownFacts

    init() throws {
        town = try TownFacts.riverbend.get()
    }

    /// 57% collect a preferred channel and a little over half of these never use it; 54% capture content and 14% use
    /// it; 21% ask for both; 39% ask nothing. Of twelve: 7, 3, 6, 2, 3 and 5.
    @Test func servicesFollowTheSurvey() {
        let collects = town.services(.captured, .communication)
        let routed = Set(town.rows.filter { $0[Dimension.routing] == "preference" }.map(\.service))
        let content = town.services(.captured, .content)
        let tailored = Set(town.rows.filter { $0[Dimension.tailored] == "yes" }.map(\.service))
        let asked = town.services(.asked, .communication)
        #expect(collects.count == 7 && asked == collects)
        #expect(routed.count == 3 && routed.isSubset(of: collects))
        #expect(content.count == 6)
        #expect(tailored.count == 2 && tailored.isSubset(of: content))
        #expect(asked.intersection(town.services(.asked, .content)).count == 3)
        #expect(12 - asked.union(town.services(.asked, .content)).count == 5)
    }

    @Test func fewAreReachedAsTheyAsked() {
        let all = town.agreement()
        #expect((0.39...0.45).contains(all.honouredShare.value))
        #expect((0.14...0.2).contains(all.kappa))
        #expect((0.3...0.5).contains(all.usedShare.value))
    }

    @Test(arguments: [("housing", 0.18, 0.04), ("school places", 0.24, 0.05), ("parking permit", 0.315, 0.05)])
    func theWorstServices(service: String, honoured: Double, margin: Double) {
        let agreement = town.agreement([service])
        #expect(abs(agreement.honouredShare.value - honoured) < margin)
        #expect(agreement.chosen > 400)
        #expect(agreement.routed == 0)
    }

    /// Who asked housing for a letter gets a text or an e-mail.
    @Test func housingTextsThoseWhoAskedForPost() {
        let wished = Dictionary(
            town.preferences
                .filter { $0.kind == .captured && $0.service == "housing" && $0.rank == 1 && $0.value == "post" }
                .map { ($0.person, $0.time) },
            uniquingKeysWith: min
        )
        let notices = town.rows.filter { row in
            row.service == "housing" && row.isOutbound && wished[row.person ?? ""].map { $0 <= row.time } ?? false
        }
        let wrong = notices.count { $0.channel == "sms" || $0.channel == "email" }
        #expect(notices.count > 150)
        #expect(Share(count: wrong, total: notices.count).value > 0.65)
    }

    @Test func parkingAsksEverybodyAndNeverUsesTheAnswer() {
        let people = Set(
            town.rows.filter { $0.service == "parking permit" && $0.touchpoint == "landing" }.compactMap(\.person)
        )
        let asked = Set(town.preferences.filter { $0.kind == .asked && $0.service == "parking permit" }.map(\.person))
        #expect(Share(count: asked.intersection(people).count, total: people.count).value > 0.9)
        #expect(town.agreement(["parking permit"]).routed == 0)
    }

    /// At any time; as of each contact, as D16 counts, it is less.
    @Test func thePipelineNarrows() {
        let contacted = Set(town.rows.filter(\.isOutbound).compactMap(\.person))
        func share(_ kind: PreferenceRecord.Kind) -> Double {
            let people = Set(town.preferences.filter { $0.kind == kind && $0.purpose != .content }.map(\.person))
            return Share(count: people.intersection(contacted).count, total: contacted.count).value
        }
        #expect((0.7...0.88).contains(share(.asked)))
        #expect((0.58...0.72).contains(share(.captured)))
    }

    @Test func someAnswersAreStaleOrContradictEachOtherOrSayNothing() {
        let captured = town.preferences.filter { $0.kind == .captured && $0.purpose == .communication && $0.rank == 1 }
        let byKey = Dictionary(grouping: captured) { $0.person + "|" + ($0.service ?? "") }
        let old = TownFacts.day(2026, 1, 1).advanced(by: -365 * .day)
        let stale = byKey.values.count { rows in rows.allSatisfy { $0.time < old } }
        #expect((0.05...0.4).contains(Share(count: stale, total: byKey.count).value))
        #expect(byKey.values.count { rows in Set(rows.map(\.value)).count > 1 } > 50)
        #expect(captured.count { $0.value == PreferenceRecord.noPreference } > 100)
    }

    @Test func consentIsGivenWithdrawnAndBrokenFourTimes() {
        let asked = Set(town.consents.filter { $0.status == .asked }.map(\.person))
        let granted = Set(town.consents.filter { $0.status == .granted }.map(\.person))
        #expect((0.89...0.94).contains(Share(count: granted.count, total: asked.count).value))
        #expect(town.consents.count { $0.status == .withdrawn } > 300)
        #expect(town.contactsByConsent.refused.count == 4)
        #expect(Set(town.contactsByConsent.refused.compactMap(\.person)).count == 4)
    }
}

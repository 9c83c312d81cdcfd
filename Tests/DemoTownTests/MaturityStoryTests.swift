import DemoTown
import JourneyModel
import Testing

/// The town holds stage 2 by the rules of D24, and what keeps it from stage 3 is what the stories say.
@Suite struct MaturityStoryTests {
    let town: TownFacts

    init() throws {
        town = try TownFacts.riverbend.get()
    }

    private func rating(_ value: Double, of target: Double) -> Rating {
        Rating(score: min(100, 100 * value / target))
    }

    @Test func stageOneIsFull() {
        let recent = TownFacts.day(2026, 1, 1).advanced(by: -90 * .day)
        let rows = town.rows.filter { $0.isDigital && $0.time >= recent }
        let informed = Set(rows.filter { ["landing", "help page"].contains($0.touchpoint) }.map(\.service)).subtracting(
            [""])
        let started = Set(rows.filter { $0.touchpoint == "start form" }.map(\.service))
        let attributed = town.rows.count { !$0.service.isEmpty && !$0.channel.isEmpty }
        #expect(rating(Double(informed.count) / 12, of: 0.9) == .fully)
        #expect(rating(Double(started.count) / 12, of: 0.25) == .fully)
        #expect(rating(Share(count: attributed, total: town.rows.count).value, of: 0.95) == .fully)
    }

    @Test func stageTwoIsHeldButNotFull() {
        let ends = town.rows.filter(town.isEnd)
        #expect(rating(Double(Set(ends.filter(\.isDigital).map(\.service)).count) / 12, of: 0.6) == .fully)
        #expect(rating(town.completion().value, of: 0.7) == .fully)
        #expect(rating(selfService.value, of: 0.75) == .fully)
        // E4 keeps it from being full: half of the services ask only those who succeeded.
        let asked = Set(town.feedback.map { ($0.service ?? "") + "|" + ($0.outcome ?? "") })
        #expect(asked.count { $0.hasSuffix("|error") } == 6)
        #expect(asked.count { $0.hasSuffix("|completed") } == 12)
        let failures = town.rows.filter { $0.touchpoint == "error page" && $0.caseID != nil }
        let prompts = Share(count: town.feedback.count, total: ends.count + failures.count)
        #expect(rating(prompts.value, of: 0.8) == .largely)
    }

    /// E3: digital completions of which no assisted contact follows within a week.
    private var selfService: Share {
        var share = Share(count: 0, total: 0)
        for rows in town.cases.values {
            guard let end = rows.last(where: { $0.touchpoint == "confirmation" && $0.isDigital }) else { continue }
            share.total += 1
            let contacts = (town.people[end.person ?? ""] ?? []).filter {
                $0.service == end.service && $0.isAssistedContact && $0.time > end.time
            }
            if !contacts.contains(where: { $0.time.since(end.time) <= 7 * .day }) { share.count += 1 }
        }
        return share
    }

    @Test func stageThreeIsBlocked() {
        #expect(rating(town.agreement().kappa, of: 0.6) < .largely)
        #expect(!town.contactsByConsent.refused.isEmpty)
    }

    @Test func enablersHaveEvidenceOfEveryKind() {
        let end = TownFacts.day(2026, 1, 1)
        #expect(town.assessments.count == 5)
        #expect(town.assessments.count { $0.kind == .asserted } == 1)
        #expect(town.assessments.count { ($0.expires ?? end) < end } == 1)
        #expect(town.annotations.count == 5)
    }
}

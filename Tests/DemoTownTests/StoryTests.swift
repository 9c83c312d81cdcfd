import DemoTown
import JourneyModel
import Testing

/// What docs/DEMO.md says is planted is there, computed the slow and obvious way.
@Suite struct StoryTests {
    let town: TownFacts
    let horizon = TownFacts.day(2026, 1, 1).advanced(by: -1)
    let badge = ["landing", "start form", "upload document", "submit", "confirmation"]

    init() throws {
        town = try TownFacts.riverbend.get()
    }

    @Test func blueBadgeFunnel() {
        let funnel = town.funnel("blue badge", badge, within: 14 * .day, horizon: horizon)
        #expect((0.36...0.41).contains(Share(count: funnel.reached[4], total: funnel.reached[0]).value))
        #expect((10...120).contains(funnel.pending))
        let median = funnel.times[funnel.times.count / 2]
        #expect((40 * .hour...64 * .hour).contains(median))
    }

    @Test func blueBadgeDoesWorseWithPeopleThanOnline() {
        let rates = ["web", "app", "phone", "counter"].map { channel in
            let funnel = town.funnel("blue badge", badge, within: 14 * .day, horizon: horizon) { $0.channel == channel }
            return Share(count: funnel.reached[4], total: funnel.reached[0])
        }
        #expect(rates.allSatisfy { $0.total > 300 })
        #expect(min(rates[0].interval.low, rates[1].interval.low) > max(rates[2].value, rates[3].value))
    }

    @Test func housingFallsAfterTheUploadStepChanged() {
        let change = TownFacts.day(2025, 11, 14)
        let before = town.completion("housing", in: TimeRange(to: change))
        let after = town.completion("housing", in: TimeRange(from: change))
        #expect(after.interval.high < before.interval.low)
        #expect(town.leak("housing", in: TimeRange(to: change)).value > 1.5 * town.leak().value)
        let leakBefore = town.leak("housing", in: TimeRange(to: change))
        let leakAfter = town.leak("housing", in: TimeRange(from: change))
        #expect(leakAfter.value > 0.5)
        #expect(leakAfter.interval.low > leakBefore.interval.high)
    }

    @Test func parkingImprovesInTheLastQuarter() {
        let change = TownFacts.day(2025, 10, 1)
        let before = town.completion("parking permit", in: TimeRange(to: change))
        let after = town.completion("parking permit", in: TimeRange(from: change))
        #expect(after.interval.low > before.interval.high + 0.05)
    }

    @Test(arguments: [("school places", 1, 9), ("council tax", 4, 3)])
    func seasons(service: String, first: Int, second: Int) {
        var months = Array(repeating: 0, count: 13)
        for row in town.rows where row.service == service && row.touchpoint == "start form" {
            months[Zone.utc.date(at: row.time).month] += 1
        }
        let order = (1...12).sorted { months[$0] > months[$1] }
        #expect(Array(order.prefix(2)) == [first, second])
        #expect(months[first] > 3 * months[order[5]])
    }

    @Test func outageTurnsIntoCalls() {
        func count(_ touchpoint: String, _ from: Timestamp, _ to: Timestamp) -> Int {
            let range = TimeRange(from: from, to: to)
            return town.rows.count { $0.touchpoint == touchpoint && range.contains($0.time) }
        }
        let saturday = TownFacts.day(2025, 10, 11)
        let monday = TownFacts.day(2025, 10, 13)
        #expect(count("error page", saturday, monday) > 100)
        #expect(count("error page", saturday.advanced(by: -7 * .day), monday.advanced(by: -7 * .day)) < 15)
        let calls = count("phone enquiry", saturday, monday)
        #expect(calls > 3 * count("phone enquiry", saturday.advanced(by: -7 * .day), monday.advanced(by: -7 * .day)))
        let web = town.rows.filter { $0.channel == "web" && $0.time >= saturday && $0.time < monday }
        #expect(web.allSatisfy { $0.touchpoint == "landing" || $0.touchpoint == "error page" })
    }

    /// D19: calls about the payment date a person and month, before and after, among those who signed up and others.
    @Test func paymentNoticesHalveTheCalls() {
        let launch = TownFacts.day(2025, 3, 15)
        let signed = Set(town.consents.filter { $0.purpose == "payment notices" }.map(\.person))
        let calls = town.rows.filter { $0[Dimension.reason] == "payment date" }
        func rate(_ isSigned: Bool, _ isAfter: Bool) -> Double {
            let mine = calls.count { signed.contains($0.person ?? "") == isSigned && ($0.time >= launch) == isAfter }
            return Double(mine) / (isAfter ? 292 : 439)
        }
        #expect((0.35...0.6).contains(rate(true, true) / rate(true, false)))
        #expect((0.85...1.15).contains(rate(false, true) / rate(false, false)))
        let notices = town.rows.filter { $0.touchpoint == "payment notice" }
        #expect(notices.count > 5000)
        #expect(notices.allSatisfy { $0.channel == "sms" && signed.contains($0.person ?? "") })
    }

    @Test func counterHandsOverToTheWebAndAsksAgain() {
        var handOffs = Share(count: 0, total: 0)
        var kept = Share(count: 0, total: 0)
        var services: Set<String> = []
        for rows in town.cases.values where rows.first?.channel == "counter" {
            let isOver = rows.contains { $0.channel == "web" }
            if isOver {
                services.insert(rows[0].service)
                handOffs.total += 1
                if rows.contains(where: { $0[Dimension.reask] == "yes" && $0.channel == "web" }) { handOffs.count += 1 }
                kept.total += 1
                if rows.contains(where: { $0.touchpoint == "confirmation" }) { kept.count += 1 }
            }
        }
        #expect(handOffs.total > 150)
        #expect((0.55...0.75).contains(handOffs.value))
        let stayed = town.completion { rows in
            services.contains(rows[0].service) && rows[0].channel == "counter" && !rows.contains { $0.channel == "web" }
                && rows.contains { $0.touchpoint == "submit" }
        }
        #expect(kept.interval.high < stayed.interval.low)
    }

    @Test(arguments: [("access_need", "screen reader", "none"), ("language", "Bengali", "English")])
    func someGroupsFareWorse(trait: String, group: String, rest: String) {
        func rate(_ value: String) -> Share {
            town.completion { town.traits[$0[0].person ?? ""]?[trait] == value }
        }
        #expect(rate(group).interval.high < rate(rest).interval.low)
        #expect(rate(group).value / rate(rest).value < 0.9)
    }

    @Test func theShorterCouncilTaxFormWins() throws {
        func arm(_ name: String) -> Share {
            town.completion("council tax") { $0[0][Dimension.variant] == name }
        }
        let (first, second) = (arm("A"), arm("B"))
        let plan = Share(count: first.total, total: first.total + second.total)
        #expect(plan.interval.low < 0.5 && plan.interval.high > 0.5)
        let difference = newcombeDifference(second.count, of: second.total, minus: first.count, of: first.total)
        #expect(try #require(difference).interval.low > 0.02)
    }

    @Test func oneServiceHasNoDigitalTransaction() {
        let digital = Set(town.rows.filter { $0.touchpoint == "start form" && $0.isDigital }.map(\.service))
        #expect(Set(town.rows.map(\.service)).subtracting(digital) == ["", "birth registration"])
    }

    @Test func workMovesOnline() throws {
        func online(_ range: TimeRange) -> Share {
            let entries = town.rows.filter { $0.touchpoint == "landing" && range.contains($0.time) }
            return Share(count: entries.count(where: \.isDigital), total: entries.count)
        }
        let before = online(TimeRange(to: TownFacts.day(2024, 4, 1)))
        let after = online(TimeRange(from: TownFacts.day(2025, 10, 1)))
        let shift = newcombeDifference(after.count, of: after.total, minus: before.count, of: before.total)
        #expect(try #require(shift).interval.low > 0.03)
    }

    @Test func peopleChaseAndCallAgain() {
        let chases = town.cases.values.count { rows in
            guard let submit = rows.firstIndex(where: { $0.touchpoint == "confirmation" }) else { return false }
            let end = rows.firstIndex { $0.touchpoint == "decision notice" } ?? rows.count
            return submit < end && rows[submit..<end].contains(where: \.isAssistedContact)
        }
        #expect(chases > 300)
        let repeats = town.people.values.reduce(0) { sum, rows in
            let contacts = rows.filter { $0[Dimension.reason] != nil }
            return sum
                + zip(contacts, contacts.dropFirst()).count { first, second in
                    first[Dimension.outcome] == Outcome.resolved && first.service == second.service
                        && first[Dimension.reason] == second[Dimension.reason]
                        && second.time.since(first.time) <= 7 * .day
                }
        }
        #expect(repeats > 500)
    }
}

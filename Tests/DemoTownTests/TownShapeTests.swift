import DemoTown
import JourneyModel
import Testing

/// The default town as a whole: sizes, ids, times, and what every event must carry.
@Suite struct TownShapeTests {
    let town: TownFacts

    init() throws {
        town = try TownFacts.riverbend.get()
    }

    @Test func sizes() {
        #expect((180_000...230_000).contains(town.rows.count))
        #expect(town.people.count == 20_000)
        #expect(Set(town.rows.map(\.service)).subtracting([""]).count == 12)
        #expect(Set(town.rows.map(\.channel)).subtracting([""]).count == 8)
    }

    @Test func idsAreUnique() {
        #expect(Set(town.rows.map(\.id)).count == town.rows.count)
        #expect(town.rows.allSatisfy { !$0.id.isEmpty && !$0.touchpoint.isEmpty })
    }

    @Test func timesLieWithinTwoYears() {
        let span = TimeRange(from: TownFacts.day(2024, 1, 1), to: TownFacts.day(2026, 1, 1))
        let misdated = town.rows.filter { !span.contains($0.time) }
        #expect(misdated.map(\.time) == [TownFacts.day(9999, 12, 31)])
        #expect(town.rows.allSatisfy { row in row.recorded.map { span.contains($0) && $0 >= row.time } ?? true })
        #expect(town.preferences.allSatisfy { span.contains($0.time) })
        #expect(town.consents.allSatisfy { span.contains($0.time) })
        let before = TimeRange(from: TownFacts.day(2023, 12, 1), to: span.from)
        #expect(town.feedback.count { before.contains($0.time) } == 20)
        #expect(town.feedback.allSatisfy { span.contains($0.time) || before.contains($0.time) })
        let days = Set(town.rows.filter { span.contains($0.time) }.map { Zone.utc.date(at: $0.time) })
        #expect(days.count == 731)
    }

    /// Seed survey: 17% of people are offline.
    @Test func someAreOffline() {
        let offline = town.people.values.filter { !$0.contains(where: \.isDigital) }.count
        #expect((0.16...0.18).contains(Share(count: offline, total: town.people.count).value))
    }

    @Test func everybodyHasTheFourTraits() {
        #expect(town.traits.count == 20_000)
        #expect(town.traits.values.allSatisfy { Set($0.keys) == ["region", "age_band", "language", "access_need"] })
    }

    /// About 2% were known under two ids, and the second one has events of its own (D26).
    @Test func someWereKnownTwice() {
        #expect((300...500).contains(town.aliases.count))
        #expect(Set(town.aliases.map(\.alias)).count == town.aliases.count)
        #expect(town.aliases.allSatisfy { town.people[$0.person] != nil && town.people[$0.alias] == nil })
    }

    @Test func aFewEventsAreUnattributed() {
        let whole = town.rows.filter { !$0.service.isEmpty && !$0.channel.isEmpty }.count
        #expect((0.99..<1).contains(Share(count: whole, total: town.rows.count).value))
        #expect(town.rows.contains { $0.person == nil })
    }

    @Test func casesAndSessionsBelongToOnePerson() throws {
        #expect(town.cases.values.allSatisfy { Set($0.map(\.person)).count == 1 && Set($0.map(\.service)).count == 1 })
    }

    /// No gap within a session exceeds the half hour of D10.
    @Test func sessionsHoldTogether() throws {
        let events = try TownRecords.of(DemoTown(people: 1000)).events
        let sessions = Dictionary(grouping: events.filter { $0.session != nil }) { $0.session ?? "" }
        #expect(sessions.count > 1000)
        for session in sessions.values {
            let times = session.map(\.time).sorted()
            #expect(zip(times, times.dropFirst()).allSatisfy { $1.since($0) <= 30 * .minute })
        }
    }

    @Test func outcomesAndDirectionsAreFromTheVocabulary() {
        let known = Outcome.completed.union(Outcome.failed).union(Outcome.undelivered).union([Outcome.resolved, "open"])
        #expect(town.rows.allSatisfy { $0[Dimension.outcome].map(known.contains) ?? true })
        #expect(Set(town.rows.compactMap { $0[Dimension.direction] }) == [Direction.inbound, Direction.outbound])
        #expect(town.rows.filter(\.isOutbound).allSatisfy { $0[Dimension.tailored] != nil })
    }

    @Test func rolesAndKindsAreDeclared() {
        var roles: [String: TouchpointRole] = [:]
        var kinds: [String: Channel.Kind] = [:]
        for record in town.side {
            if case .touchpointRole(let touchpoint, nil, let role) = record { roles[touchpoint] = role }
            if case .channelKind(let channel, let kind) = record { kinds[channel] = kind }
        }
        #expect(Set(roles.values).isSuperset(of: [.information, .start, .end, .failure]))
        #expect(Set(roles.keys).isSubset(of: Set(town.rows.map(\.touchpoint))))
        #expect(roles["start form"] == .start && roles["confirmation"] == .end && roles["error page"] == .failure)
        #expect(Set(kinds.keys) == Set(town.rows.map(\.channel)).subtracting([""]))
    }

    /// D14: every quarter, service and channel with contacts has a row, in pounds, and the month before has one.
    @Test func costsCoverTheTwoYears() {
        #expect(Set(town.costs.map(\.from)).count == 9)
        #expect(Set(town.costs.map(\.service)).count == 12)
        #expect(town.costs.allSatisfy { $0.amount > 0 && $0.currency == "GBP" && $0.from < $0.to })
        #expect(town.costs.contains { $0.channel == nil })
        let total = town.costs.reduce(0) { $0 + $1.amount }
        #expect((4...9).contains(total / Double(town.completion().count)))
    }
}

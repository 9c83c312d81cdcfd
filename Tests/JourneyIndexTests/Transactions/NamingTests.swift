import JourneyModel
import Tallies
import TestSupport
import Testing

@testable import JourneyIndex

@Suite("Whomever the events name, the rules are the same")
struct NamingTests {
    private static let ranges: [TimeRange] = [
        .all,
        TimeRange(from: Timestamp(milliseconds: 18 * .day), to: Timestamp(milliseconds: 27 * .day)),
        TimeRange(to: Timestamp(milliseconds: 30 * .day)),
        TimeRange(from: Timestamp(milliseconds: 9 * .day), to: Timestamp(milliseconds: 8 * .day)),
    ]

    /// A scope, and whether it keeps an event, the range aside.
    private static let scopes: [(scope: Scope, keeps: @Sendable (EventRecord) -> Bool)] = [
        (Scope(), { _ in true }),
        (Scope(unit: .session), { _ in true }),
        (
            Scope(filters: [Filter(dimension: Dimension.channel, values: ["web", "phone"])]),
            { ["web", "phone"].contains($0.named(Dimension.channel)) }
        ),
        (
            Scope(filters: [Filter(dimension: Dimension.service, values: ["bins"], isNegated: true)]),
            { $0.named(Dimension.service) != "bins" }
        ),
        (
            Scope(asOf: Timestamp(milliseconds: 40 * .day)),
            { $0.time <= Timestamp(milliseconds: 40 * .day) }
        ),
    ]

    @Test("random stores against the rules as written", arguments: RandomTown.Naming.allCases, Seeds.first(1))
    func random(naming: RandomTown.Naming, seed: Int) async throws {
        let town = RandomTown(
            seed: UInt64(seed) + 3000,
            events: 180,
            declaresEnd: seed % 3 > 0,
            naming: naming,
            declares: seed % 2 > 0
        )
        let analyst = ColumnarAnalyst(town.builder.snapshot())
        for (scope, keeps) in Self.scopes {
            for range in Self.ranges {
                var scope = scope
                scope.range = range
                try await checkTransactions(town, analyst, scope, keeps)
                try await checkContacts(town, analyst, scope, keeps)
                try await checkJourneys(town, analyst, scope, keeps)
            }
        }
    }

    private func checkTransactions(
        _ town: RandomTown,
        _ analyst: ColumnarAnalyst,
        _ scope: Scope,
        _ keeps: (EventRecord) -> Bool
    ) async throws {
        let all = ReferenceTransactions(town.builder).all(where: keeps)
        func isIn(_ time: Int64?) -> Bool { time.map { scope.range.contains(Timestamp(milliseconds: $0)) } ?? false }
        let horizon = scope.asOf ?? town.records.map(\.time).max() ?? Timestamp(milliseconds: 0)
        let bench = analyst.bench
        let ground = try await bench.desk.ground(bench, scope)
        let tally = try await bench.desk.transactions(bench, ground)
        #expect(tally.book.overall.started == all.count { isIn($0.start) })
        #expect(tally.book.overall.completed == all.count { isIn($0.end) && $0.start != nil })
        #expect(tally.book.overall.anonymous == all.count { isIn($0.end) && $0.isAnonymous })
        let channels = [nil] + (bench.source.dimensionIfAny(Dimension.channel)?.values ?? []).map { Optional($0) }
        let services = [nil] + (bench.source.dimensionIfAny(Dimension.service)?.values ?? []).map { Optional($0) }
        for (slot, service) in services.enumerated() {
            let own = all.filter { $0.service == service }
            let completed = channels.map { channel in own.count { isIn($0.end) && $0.channel == channel } }
            #expect(Array(tally.completed(of: slot)) == completed)
            let due = own.filter { isIn($0.start) && ($0.start ?? 0) + 28 * .day <= horizon.milliseconds }
            let cohorts = channels.map { channel in due.count { $0.channelInTime == channel } }
            #expect(tally.cohorts(of: slot).map(\.started) == cohorts)
        }
        #expect(tally.completedByChannel.reduce(0, +) == all.count { isIn($0.end) })
        let cohort = all.filter { isIn($0.start) && ($0.start ?? 0) + 28 * .day <= horizon.milliseconds }
        let done = cohort.filter { one in one.end.map { $0 - (one.start ?? 0) <= 28 * .day } ?? false }
        #expect(tally.cohort.started == cohort.count)
        #expect(tally.cohort.completed == done.count)
        guard let groups = tally.group(of: "person.band") else { return }
        let people = Set(cohort.map { $0.person ?? "case \($0.caseID ?? "")" })
        #expect(groups.people.total == people.count)
        let events = town.records.filter { keeps($0) && scope.range.contains($0.time) }
        #expect(ground.events == events.count)
        let hasPeople = town.records.contains { $0.person != nil }
        #expect(ground.subjects == Set(events.compactMap { hasPeople ? $0.person : $0.caseID }).count)
    }

    private func checkContacts(
        _ town: RandomTown,
        _ analyst: ColumnarAnalyst,
        _ scope: Scope,
        _ keeps: (EventRecord) -> Bool
    ) async throws {
        let expected = ReferenceContacts(town.builder, horizon: scope.asOf, where: keeps).answer(scope.range)
        let found = try await analyst.answer(ContactsQuery(scope: scope))
        #expect(found.inboundContacts == expected.inbound)
        #expect(found.chases == expected.chases)
        #expect(found.repeats == expected.repeats)
        #expect(found.leaks == expected.leaks.values.reduce(0, +))
        #expect(found.services.reduce(0) { $0 + $1.lostDigital } == expected.lost.values.reduce(0, +))
        #expect(found.inferred.numerator == (expected.inbound > 0 ? Double(expected.avoidable) : nil))
    }

    private func checkJourneys(
        _ town: RandomTown,
        _ analyst: ColumnarAnalyst,
        _ scope: Scope,
        _ keeps: (EventRecord) -> Bool
    ) async throws {
        let transactions = ReferenceTransactions(town.builder)
        let reference = ReferenceJourneys(
            transactions: transactions,
            kept: town.records.filter(keeps),
            horizon: scope.asOf ?? town.records.map(\.time).max() ?? Timestamp(milliseconds: 0),
            range: scope.range
        )
        let bench = analyst.bench
        let ground = try await bench.desk.ground(bench, scope)
        let scattered = try bench.desk.scatteredCases(bench)
        let tally = try await bench.desk.transactions(bench, ground)
        #expect((tally.digital, tally.selfServed) == reference.selfService(transactions.all(where: keeps)))
        let linkage = try await LinkageScan.counts(bench, ground, scattered)
        #expect((linkage.several, linkage.linked) == reference.linkage())
        let handOffs = ReferenceHandOffs(
            transactions: transactions,
            kept: reference.kept,
            horizon: reference.horizon,
            range: reference.range
        )
        let found = try await analyst.answer(HandOffsQuery(scope: scope))
        #expect(found == handOffs.answer(found.query, linkage: reference.linkage(), found.receipt))
        // Where no event belongs to anybody there are no paths, and without persons no sessions.
        if town.records.contains(where: { $0.person != nil || $0.caseID != nil && scope.unit != .session }) {
            #expect(try await analyst.answer(PathsQuery(scope: scope)).handOffs == found)
        }
        let maturity = try await MaturityQuery(scope: scope).tally(in: bench)
        #expect(maturity.handOffs == (try await HandOffsQuery(scope: scope).tally(in: bench)))
    }
}

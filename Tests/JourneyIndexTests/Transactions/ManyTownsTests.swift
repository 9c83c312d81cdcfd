import JourneyModel
import Tallies
import TestSupport
import Testing

@testable import JourneyIndex

@Suite("Journeys on all cores")
struct ManyTownsTests {
    /// The same town `count` times over, its people and cases told apart.
    private func towns(_ count: Int, seed: UInt64) -> SnapshotBuilder {
        let town = RandomTown(seed: seed).builder
        var all = SnapshotBuilder()
        for number in 0..<count {
            for var record in town.records {
                record.person = record.person.map { "\($0) \(number)" }
                record.caseID = record.caseID.map { "\($0) \(number)" }
                all.add(record)
            }
            for record in town.side {
                if var row = PreferenceRecord(of: record) {
                    row.person += " \(number)"
                    all.side.append(.preference(row))
                } else if var row = ConsentRecord(of: record) {
                    row.person += " \(number)"
                    all.side.append(.consent(row))
                } else if case .personTrait(let person, let trait) = record {
                    all.side.append(.personTrait(person: "\(person) \(number)", trait: trait))
                } else if number == 0 {
                    all.side.append(record)
                }
            }
        }
        return all
    }

    @Test("what many equal towns say together is what one says, as often as there are towns", arguments: [1, 2])
    func sums(seed: UInt64) async throws {
        let one = ColumnarAnalyst(towns(1, seed: seed).snapshot())
        let many = ColumnarAnalyst(towns(450, seed: seed).snapshot())
        let scope = Scope(range: TimeRange(from: Timestamp(milliseconds: 20 * .day)))
        let (small, large) = (try await counts(one, scope), try await counts(many, scope))
        #expect(small.contains { $0 > 0 })
        #expect(large == small.map { $0 * 450 })
    }

    private func counts(_ analyst: ColumnarAnalyst, _ scope: Scope) async throws -> [Int] {
        let bench = analyst.bench
        let ground = try await bench.desk.ground(bench, scope)
        let tally = try await bench.desk.transactions(bench, ground)
        let contacts = try await analyst.answer(ContactsQuery(scope: scope))
        let preferences = try await bench.desk.preferences(bench, ground)
        let handOffs = try await analyst.answer(HandOffsQuery(scope: scope))
        return [
            ground.events, ground.subjects, tally.book.overall.started, tally.book.overall.completed,
            tally.book.overall.unmatched, tally.cohort.started, tally.cohort.completed, tally.digital,
            tally.selfServed, tally.group(of: "person.band")?.people.total ?? 0, contacts.inboundContacts,
            contacts.chases,
            contacts.repeats, contacts.leaks, preferences.totals.contacts, preferences.overall.usable,
            preferences.overall.honoured, preferences.totals.breaches, preferences.totals.stale, handOffs.handOffs,
            handOffs.subjects, handOffs.pending, Int(handOffs.completed.numerator ?? 0),
            Int(handOffs.reAsked.numerator ?? 0),
        ]
    }

    @Test("a question is asked again, and after others, with the same answer")
    func again() async throws {
        let snapshot = RandomTown(seed: 11, events: 500).builder.snapshot()
        let analyst = ColumnarAnalyst(snapshot)
        for day in [10, 20, 30, 40, 50, 60, 20] as [Int64] {
            let scope = Scope(
                range: TimeRange(from: Timestamp(milliseconds: day * .day)),
                filters: day % 20 == 0 ? [Filter(dimension: Dimension.channel, values: ["web", "phone"])] : []
            )
            for every in [PeriodLength.week, .month] {
                let query = IndicatorsQuery(scope: scope, every: every)
                let alone = try await ColumnarAnalyst(snapshot).answer(query)
                #expect(try await analyst.answer(query) == alone)
            }
            let maturity = MaturityQuery(scope: scope)
            let alone = try await ColumnarAnalyst(snapshot).answer(maturity)
            #expect(try await analyst.answer(maturity) == alone)
        }
    }

    @Test("a question whose task is cancelled ends without an answer", arguments: RandomTown.Naming.allCases)
    func cancelled(naming: RandomTown.Naming) async throws {
        let analyst = ColumnarAnalyst(RandomTown(seed: 5, naming: naming).builder.snapshot())
        let scope = Scope()
        let questions: [@Sendable () async throws -> Void] = [
            { _ = try await analyst.answer(IndicatorsQuery(scope: scope)) },
            { _ = try await analyst.answer(ContactsQuery(scope: scope)) },
            { _ = try await analyst.answer(PreferencesQuery(scope: scope)) },
            { _ = try await analyst.answer(MaturityQuery(scope: scope)) },
            { _ = try await analyst.answer(OverviewQuery(scope: scope)) },
        ]
        for question in questions {
            await #expect(throws: CancellationError.self) {
                try await Task {
                    withUnsafeCurrentTask { $0?.cancel() }
                    try await question()
                }.value
            }
        }
    }

    @Test("within one subject the task is looked at every few thousand events")
    func cancelledWithin() async throws {
        let seen = await Task {
            var seen = 0
            try? (0..<1_000_000).inParts { part in
                seen += part.count
                withUnsafeCurrentTask { $0?.cancel() }
            }
            return seen
        }.value
        #expect(seen < 20_000)
    }
}

import JourneyModel
import Tallies
import TestSupport
import Testing

@testable import JourneyIndex

/// P6 (D24): who did the steps of transactions.
@Suite("Steps of transactions by a system and by staff")
struct StepTests {
    private func steps(_ builder: SnapshotBuilder, _ scope: Scope = Scope()) async throws -> [Int] {
        let tally = try await MaturityQuery(scope: scope).tally(in: ColumnarAnalyst(builder.snapshot()).bench)
        return [tally.steps.bySystem, tally.steps.byStaff]
    }

    /// As it is written: go through the transactions of each case, and of each person in each service.
    private func reference(_ town: RandomTown, _ range: TimeRange) -> [Int] {
        let transactions = ReferenceTransactions(town.builder)
        var found = [0, 0]
        func take(_ event: EventRecord) {
            guard range.contains(event.time), event.named(Dimension.direction) != "outbound",
                !transactions.has(event, .information), !transactions.has(event, .failure)
            else { return }
            switch event.named(Dimension.actor)?.lowercased() {
            case "system": found[0] += 1
            case nil, "citizen": break
            default: found[1] += 1
            }
        }
        let records = transactions.records
        for events in Dictionary(grouping: records.filter { $0.caseID != nil }, by: \.caseID).values {
            let events = transactions.sorted(events)
            let start = events.firstIndex { transactions.has($0, .start) }
            let end = events[(start ?? 0)...].firstIndex(where: transactions.completes)
            if start == nil, end == nil { continue }
            for event in events[...(end ?? events.count - 1)] { take(event) }
        }
        let others = records.filter { $0.caseID == nil }
        for event in others
        where event.person == nil && (transactions.has(event, .start) || transactions.completes(event)) {
            take(event)
        }
        let groups = Dictionary(grouping: others.filter { $0.person != nil }) {
            [$0.person, $0.named(Dimension.service)]
        }
        for events in groups.values {
            var isOpen = false
            var last: Timestamp?
            for event in transactions.sorted(events) {
                if let last, event.time.since(last) > 28 * .day { isOpen = false }
                last = event.time
                if transactions.has(event, .start) { isOpen = true }
                let completes = transactions.completes(event)
                if isOpen || completes { take(event) }
                if completes { isOpen = false }
            }
        }
        return found
    }

    @Test("random stores against the rule as written", arguments: 0..<60)
    func random(seed: Int) async throws {
        let naming = RandomTown.Naming.allCases[seed % 5]
        let town = RandomTown(
            seed: UInt64(seed) + 300,
            declaresEnd: seed % 3 > 0,
            naming: naming,
            declares: seed % 2 > 0
        )
        let days = TimeRange(from: Timestamp(milliseconds: 15 * .day), to: Timestamp(milliseconds: 60 * .day))
        for range in [TimeRange.all, days] {
            #expect(try await steps(town.builder, Scope(range: range)) == reference(town, range), "\(naming)")
        }
    }

    @Test("what is sent out, and what happens outside of transactions, is no step")
    func notices() async throws {
        var builder = SnapshotBuilder()
        func add(_ day: Int64, _ touchpoint: String, _ actor: String, _ more: [String: String] = [:]) {
            let dimensions = ["service": "tax", "channel": "web", "actor": actor].merging(more) { $1 }
            builder.add(person: "a", case: "1", time: day * .day, touchpoint, dimensions)
        }
        add(1, "start", "citizen")
        add(2, "check", "staff")
        add(3, "reminder", "system", ["direction": "outbound"])
        add(4, "assessment", "System")
        add(5, "decision", "clerk 7", ["outcome": "granted"])
        add(6, "archive", "system")
        builder.add(person: "a", time: .day, "newsletter", ["service": "tax", "actor": "system"])
        builder.side = [.touchpointRole(touchpoint: "start", service: nil, role: .start)]
        #expect(try await steps(builder) == [1, 2])
    }
}

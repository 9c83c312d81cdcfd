import JourneyIndex
import JourneyModel
import TestSupport
import Testing
import Wording

@Suite("D21: completion by groups")
struct EquityTests {
    private func equity(_ builder: SnapshotBuilder, _ scope: Scope = Scope()) async throws -> EquityResult {
        try await ColumnarAnalyst(builder.snapshot()).answer(EquityQuery(scope: scope, trait: "person.band"))
    }

    private struct Count {
        var started = 0
        var completed = 0
        var people: Set<String> = []
    }

    @Test("random stores against the rule as written", arguments: 0..<25)
    func random(seed: Int) async throws {
        let town = RandomTown(seed: UInt64(seed) + 900, declares: seed % 2 > 0)
        let horizon = town.records.map(\.time).max() ?? Timestamp(milliseconds: 0)
        let range = TimeRange(from: Timestamp(milliseconds: Int64(seed) * .day))
        let result = try await equity(town.builder, Scope(range: range))
        var counts: [String: Count] = [:]
        var all = Count()
        for one in ReferenceTransactions(town.builder).all() {
            guard let start = one.start, range.contains(Timestamp(milliseconds: start)) else { continue }
            guard start + 28 * .day <= horizon.milliseconds else { continue }
            // In the town p0 to p9 have a band: even ones are young.
            let number = one.person.flatMap { Int($0.dropFirst()) } ?? 99
            let group = number < 10 ? (number % 2 == 0 ? "young" : "old") : ""
            let isDone = one.end.map { $0 - start <= 28 * .day } ?? false
            all.started += 1
            if isDone { all.completed += 1 }
            counts[group, default: Count()].started += 1
            if isDone { counts[group, default: Count()].completed += 1 }
            if let person = one.person { counts[group, default: Count()].people.insert(person) }
        }
        let unknown = counts.removeValue(forKey: "")
        #expect(result.groups.count == counts.count)
        for group in result.groups {
            let count = try #require(counts[group.value])
            #expect(group.completion.numerator == Double(count.completed))
            #expect(group.completion.denominator == Double(count.started))
            #expect(group.people == count.people.count)
            let rest = newcombeDifference(
                count.completed,
                of: count.started,
                minus: all.completed - count.completed,
                of: all.started - count.started
            )
            #expect(group.againstRest == rest)
        }
        let rates = result.groups.compactMap(\.completion.value)
        #expect(rates == rates.sorted())
        if let unknown, !unknown.people.isEmpty {
            #expect((result.unknown.numerator ?? 0) >= Double(unknown.people.count))
        }
    }

    private func store(unknown: Int) -> SnapshotBuilder {
        var builder = SnapshotBuilder()
        for person in 0..<20 {
            let dimensions = ["service": "housing", "channel": "web", "region": "north"]
            builder.add(person: "p\(person)", time: 0, "start", dimensions)
            if person % 4 > 0 { builder.add(person: "p\(person)", time: .day, "done", dimensions) }
            guard person >= unknown else { continue }
            let band = NamedValue("band", person % 2 == 0 ? "even" : "odd")
            builder.side.append(.personTrait(person: "p\(person)", trait: band))
        }
        builder.add(person: "z", time: 40 * .day, "info")
        builder.side.append(.touchpointRole(touchpoint: "start", service: nil, role: .start))
        builder.side.append(.touchpointRole(touchpoint: "done", service: nil, role: .end))
        return builder
    }

    @Test("worst first, and unsafe where more than a fifth are unknown")
    func worstFirst() async throws {
        let result = try await equity(store(unknown: 4))
        #expect(result.groups.map(\.value) == ["even", "odd"])
        #expect(result.groups.map(\.completion.value) == [0.5, 1])
        #expect(result.unknown.value == 0.2)
        #expect(result.receipt.notes.isEmpty)
        #expect(try await equity(store(unknown: 5)).receipt.notes.first?.text.contains("unsafe") == true)
    }

    @Test("a dimension of events is no trait; an unknown one is named with what is near")
    func errors() async throws {
        let analyst = ColumnarAnalyst(store(unknown: 0).snapshot())
        await #expect(throws: AnalysisError.self) { try await analyst.answer(EquityQuery(trait: "region")) }
        await #expect(
            throws: AnalysisError.unknownDimension("person.bnd", suggestions: ["person.band"])
        ) { try await analyst.answer(EquityQuery(trait: "person.bnd")) }
        var early = store(unknown: 0)
        early.side.removeAll { if case .touchpointRole = $0 { true } else { false } }
        let result = try await equity(early)
        #expect(result.groups.isEmpty)
        #expect(result.receipt.notes.first?.text.contains("declared a start") == true)
    }
}

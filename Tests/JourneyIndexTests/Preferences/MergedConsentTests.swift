import JourneyIndex
import JourneyModel
import TestSupport
import Testing

/// Consents of ids that were found to be one person (D17, D26), each contact against what was known before it.
@Suite("Consents of merged persons")
struct MergedConsentTests {
    /// A tree over some of the ids: the oldest stands for all, and each other one was found to be one with any before it.
    private func merges(_ everyone: [String], _ random: inout SplitMix64) -> [MergedID] {
        var merges: [MergedID] = []
        var free = everyone.indices.map { Int32($0) }
        while free.count > 2, random.below(4) > 0 {
            var ids: [Int32] = []
            for _ in 0..<min(free.count, 2 + random.below(3)) { ids.append(free.remove(at: random.below(free.count))) }
            let oldest = ids.min() ?? 0
            var known = [oldest]
            for id in ids where id != oldest {
                let since = Int64(random.below(1920)) * .hour
                let other = known[random.below(known.count)]
                merges.append(MergedID(alias: id, person: oldest, other: other, since: since))
                known.append(id)
            }
        }
        return merges.sorted { $0.alias < $1.alias }
    }

    @Test("random stores and merges against the rule replayed", arguments: 0..<60)
    func random(seed: Int) async throws {
        let town = RandomTown(seed: UInt64(seed) + 900)
        var random = SplitMix64(seed: UInt64(seed))
        let snapshot = town.builder.snapshot()
        let everyone = snapshot.everyone
        let merges = merges(everyone, &random)
        let analyst = ColumnarAnalyst(snapshot, merges: merges)
        let result = try await analyst.answer(PreferencesQuery())
        var reference = ReferencePreferences(town.builder)
        reference.edges = merges.map {
            ReferenceIdentity.Edge(
                alias: everyone[Int($0.alias)],
                person: everyone[Int($0.other)],
                time: Timestamp(milliseconds: $0.since)
            )
        }
        var purposes: [String: [Int]] = [:]
        var people = Set<String>()
        let canonical = Dictionary(
            uniqueKeysWithValues: merges.map { (everyone[Int($0.alias)], everyone[Int($0.person)]) }
        )
        for contact in reference.outbound(.all) {
            guard let person = contact.person else { continue }
            let state = reference.state(ofContact: contact, person: person)
            let isBreach = state == .denied || state == .withdrawn
            if isBreach { people.insert(canonical[person] ?? person) }
            let purpose = contact.named(Dimension.purpose)?.lowercased() ?? "communication"
            let counts = [1, isBreach ? 1 : 0, state == .neverAsked ? 1 : 0]
            purposes[purpose] = zip(purposes[purpose] ?? [0, 0, 0], counts).map { $0 + $1 }
        }
        #expect(result.contactsAfterWithdrawal == purposes.values.reduce(0) { $0 + $1[1] })
        #expect(result.peopleContactedAfterWithdrawal == people.count)
        guard reference.allConsents.contains(where: { $0.purpose.lowercased() != "analytics" }) else { return }
        let found = result.purposes.map { ($0.purpose.lowercased(), [$0.contacts, $0.afterWithdrawal, $0.uncovered]) }
        #expect(Dictionary(uniqueKeysWithValues: found) == purposes)
        let listed = try await analyst.answer(SubjectsQuery(group: .contactedAfterWithdrawal))
        #expect(listed.total == people.count)
    }

    private func consent(_ person: String, _ status: ConsentRecord.Status, day: Int64) -> JourneyRecord {
        let time = Timestamp(milliseconds: day * .day)
        return .consent(ConsentRecord(person: person, time: time, status: status, purpose: "communication"))
    }

    /// b withdrew on day 1, a granted on day 2, both are found to be one on day 10.
    private func breaches(
        of person: String = "a",
        on day: Int64,
        _ later: [JourneyRecord] = []
    ) async throws -> Int {
        var builder = SnapshotBuilder()
        builder.add(person: "a", time: 0, "page")
        builder.add(person: "b", time: 0, "page")
        builder.add(person: person, time: day * .day, "notice", ["channel": "sms", "direction": "outbound"])
        builder.side = [consent("b", .withdrawn, day: 1), consent("a", .granted, day: 2)] + later
        let merge = MergedID(alias: 1, person: 0, since: 10 * .day)
        let result = try await ColumnarAnalyst(builder.snapshot(), merges: [merge]).answer(PreferencesQuery())
        return result.contactsAfterWithdrawal
    }

    @Test("who withdrew has withdrawn for all ids, from the merge on")
    func withdrawn() async throws {
        #expect(try await breaches(on: 11) == 1)
        #expect(try await breaches(of: "b", on: 11) == 1)
        #expect(try await breaches(on: 9) == 0)
        #expect(try await breaches(of: "b", on: 9) == 1)
        // Nobody knew it before that instant was over.
        #expect(try await breaches(on: 10) == 0)
    }

    @Test("until the merged person says otherwise, whichever id they say it by")
    func confirmedAnew() async throws {
        for person in ["a", "b"] {
            #expect(try await breaches(on: 20, [consent(person, .granted, day: 12)]) == 0)
            #expect(try await breaches(of: "b", on: 20, [consent(person, .granted, day: 12)]) == 0)
            #expect(try await breaches(on: 11, [consent(person, .granted, day: 12)]) == 1)
        }
        // Said at the instant of the merge, it was not yet the merged person who said it.
        #expect(try await breaches(on: 20, [consent("a", .granted, day: 10)]) == 1)
        #expect(try await breaches(on: 20, [consent("a", .asked, day: 12)]) == 1)
    }

    @Test("who is merged counts once, with the most restrictive state")
    func coverage() async throws {
        var builder = SnapshotBuilder()
        for person in ["a", "b", "c"] { builder.add(person: person, time: 0, "page") }
        builder.add(person: "c", time: 30 * .day, "page")
        builder.side = [
            consent("b", .withdrawn, day: 1), consent("a", .granted, day: 2), consent("c", .granted, day: 2),
        ]
        let merge = MergedID(alias: 1, person: 0, since: 10 * .day)
        let apart = try await ColumnarAnalyst(builder.snapshot()).answer(PreferencesQuery())
        #expect(apart.consents.first?.granted.numerator == 2)
        #expect(apart.consents.first?.granted.denominator == 3)
        let merged = try await ColumnarAnalyst(builder.snapshot(), merges: [merge]).answer(PreferencesQuery())
        #expect(merged.consents.first?.granted.numerator == 1)
        #expect(merged.consents.first?.granted.denominator == 2)
    }
}

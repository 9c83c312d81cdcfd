import Foundation
import JourneyArchive
import JourneyModel
import JourneyStore
import TestSupport
import Testing

@testable import JourneyIndex

/// Whatever happens to a store and its index, in whatever order: the answers are those of an index made of everything.
@Suite("The archive at random")
struct RandomTests {
    @Test("imports, merged ids, erased persons, damage and lost files", arguments: Seeds.first(10))
    func anything(number: Int) async throws {
        let seed = UInt64(number)
        var random = SplitMix64(seed: seed)
        func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }
        let fixture = try ArchiveFixture(seed: seed, events: Int.random(in: 60...300, using: &random))
        var aliases: [(alias: String, person: String)] = []
        var open = try fixture.archive()
        for step in 0..<14 {
            switch Int.random(in: 0..<11, using: &random) {
            case 0..<4:
                let events = chance(4) ? 400 : Int.random(in: 0...8, using: &random)
                var records = ArchiveFixture.town(seed: seed * 100 + UInt64(step), events: events)
                if chance(2) { records.removeAll { if case .event = $0 { false } else { true } } }
                try fixture.take(records, source: chance(3) ? "other" : "s", isFed: !chance(3))
            case 4:
                let edge = ("p\(Int.random(in: 0..<14, using: &random))", "p\(Int.random(in: 0..<14, using: &random))")
                guard edge.0 != edge.1 else { continue }
                aliases.append((alias: edge.0, person: edge.1))
                let record = AliasRecord(alias: edge.0, person: edge.1, time: Timestamp(milliseconds: 0), reason: "")
                try fixture.take([.alias(record)], isFed: !chance(2))
            case 5:
                guard let edge = aliases.popLast() else { continue }
                _ = try StoreWriter(path: fixture.path).removeAlias(edge.alias, of: edge.person)
            case 6:
                if let file = try? fixture.indexFiles().randomElement(using: &random) {
                    let damage = DamageTests.Damage.allCases.randomElement(using: &random) ?? .flip
                    try damage.apply(to: file, &random)
                }
            case 7: try? FileManager.default.removeItem(atPath: fixture.place.path)
            case 8: open = try fixture.archive()
            case 9:
                let request = ErasureRequest(people: ["p\(Int.random(in: 0..<14, using: &random))"])
                // Who was erased before, or never came, is not there.
                guard let plan = try? StoreReader(path: fixture.path).plan(erasing: request) else { continue }
                _ = try StoreWriter(path: fixture.path).erase(plan)
                if chance(2) { try await fixture.archive().renewIndex() }
            default: try StoreWriter(path: fixture.path).setDemo(chance(2))
            }
            if chance(2) { continue }
            let truth = try await fixture.truth()
            let analyst = TrustedAnalyst(try open.index(), of: open)
            #expect(try await AnswerSheet(analyst) == truth, "step \(step)")
            #expect(try analyst.stamp == open.stamp())
        }
        #expect(try await fixture.answers() == fixture.truth())
    }
}

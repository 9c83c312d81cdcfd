import JourneyIndex
import JourneyModel
import TestSupport
import Testing

/// Stores that differ by fewer people than may be told, and in nothing else: what is shown of one is shown of the others.
@Suite("Stores that may not be told apart (D25)")
struct NearStoresTests {
    /// 150 people finish and `few` do not, all of them among the old.
    private static func analyst(unfinished few: Int) -> any JourneyAnalyst {
        var builder = SnapshotBuilder()
        builder.side.append(.touchpointRole(touchpoint: "start", service: nil, role: .start))
        builder.side.append(.touchpointRole(touchpoint: "done", service: nil, role: .end))
        for number in 0..<(150 + few) {
            let (person, time) = ("p\(number)", Int64(number % 40) * .day)
            let dimensions = ["service": "permit", "channel": "web"]
            builder.add(person: person, time: time, "start", dimensions)
            if number < 150 { builder.add(person: person, time: time + .hour, "done", dimensions) }
            let band = NamedValue("band", number < 50 ? "young" : "old")
            builder.side.append(.personTrait(person: person, trait: band))
        }
        builder.add(person: "late", time: 120 * .day, "look", ["service": "permit", "channel": "web"])
        let exact = ColumnarAnalyst(builder.snapshot())
        return PublicAnalyst(exact, policy: DisclosurePolicy(), shown: ShownPopulations())
    }

    @Test("Groups, and a figure by groups: their differences too")
    func groups() async throws {
        let equity = EquityQuery(trait: "person.band")
        let figures = GroupFiguresQuery(group: .unfinished(service: "permit"), by: "person.band")
        let first = Self.analyst(unfinished: 3)
        let (groups, parts) = (try await first.answer(equity), try await first.answer(figures))
        #expect(groups.groups.contains { $0.againstRest != nil })
        #expect(parts.rows.contains { $0.againstRest != nil })
        for few in 4...7 {
            let other = Self.analyst(unfinished: few)
            #expect(try await other.answer(equity).groups == groups.groups, "\(few)")
            #expect(try await other.answer(figures).rows == parts.rows, "\(few)")
            #expect(try await other.answer(figures).whole == parts.whole, "\(few)")
        }
    }
}

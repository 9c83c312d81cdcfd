import JourneyModel
import TestSupport
import Testing

@testable import JourneyIndex

@Suite("Catalog")
struct CatalogTests {
    @Test("counts, values most frequent first, roles")
    func catalog() async throws {
        var builder = SnapshotBuilder()
        builder.add(person: "ann", case: "k", session: "s", time: 5, "view", ["channel": "web", "language": "fy"])
        builder.add(person: "ann", time: 7, "view", recorded: 30, ["channel": "phone", "language": "nl"])
        builder.add(person: "bob", time: 6, "apply", ["channel": "web"])
        builder.add(time: 9, "help")
        builder.side = [
            .personTrait(person: "ann", trait: NamedValue("region", "north")),
            .personTrait(person: "cyd", trait: NamedValue("region", "north")),
            .touchpointRole(touchpoint: "apply", service: nil, role: .start),
            .touchpointRole(touchpoint: "apply", service: "permit", role: .start),
        ]
        let catalog = try await ColumnarAnalyst(builder.snapshot()).answer(CatalogQuestion())
        #expect(catalog.events == 4)
        #expect(catalog.people == 2)
        #expect(catalog.cases == 1)
        #expect(catalog.sessions == 3)
        #expect(catalog.first == Timestamp(milliseconds: 5))
        #expect(catalog.last == Timestamp(milliseconds: 9))
        #expect(catalog.horizon == Timestamp(milliseconds: 9))
        #expect(
            catalog.dimensions.map(\.name) == ["touchpoint", "channel", "service", "language", "person.region"]
        )
        #expect(catalog.touchpoints.map(\.name) == ["view", "apply", "help"])
        #expect(catalog.touchpoints.map(\.count) == [2, 1, 1])
        #expect(catalog.values(of: "language").map(\.name) == ["fy", "nl"])
        #expect(catalog.values(of: "person.region").map(\.count) == [2])
        #expect(catalog.roles == [.start: ["apply"]])
    }
}

import Foundation
import GRDB
import JourneyFormats
import JourneyModel
import TestSupport
import Testing

@testable import JourneyStore

/// What is declared of a store's data, in the store.
@Suite struct DeclaringTests {
    private func declarations(_ text: String) throws -> Declarations {
        try DeclarationsFile(text, name: "d.toml").declarations
    }

    private let now = Timestamp(milliseconds: 1_900_000_000_000)

    @Test func whatIsDeclaredHoldsAndTheRestIsHistory() throws {
        let fixture = try StoreFixture()
        try fixture.importing([.event(event("a", at: 1, id: "1"))])
        let reader = try StoreReader(path: fixture.path)
        #expect(try reader.declarations() == nil)
        let before = try reader.stamp()
        let writer = try StoreWriter(path: fixture.path)
        let first = try declarations("[channels]\nsms = { kind = \"digital\", same = [\"SMS\"] }\n")
        #expect(try writer.declare(first, now: now, who: "ann") == 2)
        let held = try #require(try reader.declarations())
        #expect(held.declared == Declared(generation: 2, declarations: first))
        #expect(held.who == "ann" && held.time == now)
        #expect(try reader.snapshot().declared == held.declared)
        let declaredOnly = try reader.stamp()
        #expect(declaredOnly != before)
        #expect(try reader.change(since: before) == .appended(after: 1))
        #expect(try reader.reading { try $0.hasOnlyDeclared(since: before) })
        // The same again is nothing new.
        #expect(try writer.declare(first, now: now, who: nil) == 2)
        #expect(try reader.stamp() == declaredOnly)
        #expect(try writer.declare(Declarations(), now: now, who: nil) == 3)
        #expect(try reader.declarations()?.declared.declarations == Declarations())
        try writer.importing([.event(event("a", at: 2, id: "2"))])
        #expect(try !reader.reading { try $0.hasOnlyDeclared(since: before) })
        #expect(
            try SQLiteFile.rows(fixture.path, "SELECT generation, who FROM declarations") == [
                ["2", "ann"], ["3", nil],
            ]
        )
        let kinds = try SQLiteFile.rows(fixture.path, "SELECT kind FROM changes ORDER BY generation")
        #expect(kinds == [["made"], ["import"], ["declare"], ["declare"], ["import"]])
    }

    @Test func anErasureLeavesWhatIsDeclared() throws {
        let fixture = try StoreFixture()
        try fixture.importing([
            .event(event("x", at: 1, id: "1", person: "a")), .event(event("x", at: 1, id: "2", person: "b")),
        ])
        let writer = try StoreWriter(path: fixture.path)
        let declared = try declarations("[goals]\ncompletion = 0.5\n")
        _ = try writer.declare(declared, now: now, who: nil)
        let plan = try StoreReader(path: fixture.path).plan(erasing: ErasureRequest(people: ["a"], cases: []))
        _ = try writer.erase(plan)
        #expect(try StoreReader(path: fixture.path).declarations()?.declared.declarations == declared)
    }

    @Test(arguments: ["[goals]\ncompletion = 75", "nonsense", "[services.h]\nend = [\"a[\"]"])
    func aTextThatNobodyHereWroteIsDamage(text: String) throws {
        let fixture = try StoreFixture()
        try fixture.importing([.event(event("a", at: 1, id: "1"))])
        _ = try StoreWriter(path: fixture.path).declare(Declarations(), now: now, who: nil)
        try SQLiteFile.run(fixture.path, "UPDATE declarations SET text = '\(text)'")
        let reader = try StoreReader(path: fixture.path)
        let error = #expect(throws: StoreError.self) { try reader.declarations() }
        #expect(error?.message.contains("declarations") == true)
    }

    /// A store of before is read as it is, has nothing declared, and is brought up to date by declaring.
    @Test func anOlderStore() throws {
        let fixture = try StoreFixture()
        let queue = try DatabaseQueue(path: fixture.path)
        let last = "4 since when traits are known, and how far each import reaches"
        try Schema.migrator.migrate(queue, upTo: last)
        try queue.close()
        let reader = try StoreReader(path: fixture.path)
        #expect(try reader.declarations() == nil)
        #expect(try reader.summary().schemaVersion == 4)
        _ = try StoreWriter(path: fixture.path).declare(Declarations(), now: now, who: nil)
        #expect(try reader.declarations()?.generation == 1)
        #expect(try reader.summary().schemaVersion == Schema.version)
    }
}

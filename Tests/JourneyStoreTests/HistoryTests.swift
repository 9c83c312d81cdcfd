import Foundation
import JourneyModel
import JourneyStore
import TestSupport
import Testing

/// Which store it is, and what has happened to it.
@Suite struct HistoryTests {
    private func row(_ index: Int) -> JourneyRecord { .event(event("a", at: Int64(index), id: "\(index)")) }

    @Test func everyChangeIsAnotherState() throws {
        let fixture = try StoreFixture()
        let writer = try StoreWriter(path: fixture.path)
        let reader = try StoreReader(path: fixture.path)
        var stamps = [try reader.stamp()]
        #expect(stamps[0].store != 0)
        #expect(stamps[0].generation == 0)
        let records = [
            row(1), row(2), .alias(AliasRecord(alias: "x", person: "y", time: Timestamp(milliseconds: 0), reason: "")),
        ]
        let first = try writer.importing(records)
        stamps.append(try reader.stamp())
        #expect(first.stamp == stamps[1])
        #expect(first.changes == [.people, .aliases])
        // Nothing new: no new state.
        let again = try writer.importing(records)
        #expect(again.stamp == stamps[1])
        #expect(again.changes == [])
        try writer.importing([row(2), row(3)])
        stamps.append(try reader.stamp())
        try writer.setDemo(true)
        stamps.append(try reader.stamp())
        #expect(try writer.removeAlias("x", of: "y"))
        stamps.append(try reader.stamp())
        #expect(Set(stamps).count == 5)
        #expect(Set(stamps.map(\.store)).count == 1)
        #expect(stamps.map(\.generation) == [0, 1, 2, 3, 4])
        // Rows that were known have numbers too, of which no event is.
        let after = [0, 2, 6, 6]
        for (index, number) in after.enumerated() {
            #expect(try reader.change(since: stamps[index]) == .appended(after: Int64(number)))
        }
        #expect(try reader.change(since: stamps[4]) == .none)
    }

    @Test func statesOfOtherStoresAreUnknown() throws {
        let fixture = try StoreFixture()
        try fixture.importing([row(1)])
        let copy = fixture.path("copy.cxm")
        try FileManager.default.copyItem(atPath: fixture.path, toPath: copy)
        let common = try StoreReader(path: copy).stamp()
        try fixture.importing([row(2)])
        try fixture.importing([row(3)], into: copy)
        let ours = try StoreReader(path: fixture.path)
        let theirs = try StoreReader(path: copy)
        #expect(try ours.change(since: common) == .appended(after: 1))
        #expect(try ours.change(since: theirs.stamp()) == .unknown)
        try fixture.importing([row(4)])
        #expect(try ours.change(since: theirs.stamp()) == .unknown)
        #expect(try theirs.change(since: ours.stamp()) == .unknown)
        try fixture.importing([row(1)], into: fixture.path("other.cxm"))
        #expect(try StoreReader(path: fixture.path("other.cxm")).change(since: common) == .unknown)
    }
}

import Foundation
import JourneyModel
import TestSupport
import Testing
import Threads

@testable import JourneyStore

/// Persons are erased everywhere, and nothing else is.
@Suite struct ErasureTests {
    private static let ann = "ann-4711-secret"
    private static let phone = "phone-of-ann"
    private static let comment = "the clerk knew my sister"

    private func time(_ milliseconds: Int64) -> Timestamp { Timestamp(milliseconds: milliseconds) }

    private func preference(_ person: String, _ at: Int64) -> JourneyRecord {
        .preference(PreferenceRecord(person: person, time: time(at), kind: .captured, purpose: .access, value: "sms"))
    }

    private func consent(_ person: String) -> JourneyRecord {
        .consent(ConsentRecord(person: person, time: time(1), status: .granted, purpose: "analytics"))
    }

    private func feedback(_ person: String?, _ comment: String) -> JourneyRecord {
        .feedback(FeedbackRecord(time: time(2), person: person, score: 4, scale: 5, comment: comment))
    }

    private func alias(_ alias: String, _ person: String) -> JourneyRecord {
        .alias(AliasRecord(alias: alias, person: person, time: time(0), reason: "login"))
    }

    private func trait(_ person: String, _ value: String) -> JourneyRecord {
        .personTrait(person: person, trait: NamedValue("region", value))
    }

    /// Of Ann, with two ids, and of Bob, in every table.
    private func records() -> [JourneyRecord] {
        var own = event("a", at: 1, id: "1", person: Self.ann, case: "case-of-ann", ["office": "corner office"])
        own.session = "session-of-ann"
        own.attributes = [NamedValue("note", "ann's attribute")]
        own.traits = [NamedValue("case.priority", "ann's priority"), NamedValue("person.born", "1 April 1970")]
        var shared = event("a", at: 2, id: "x-2", person: Self.phone, case: "shared case", ["office": "main office"])
        shared.session = "shared session"
        var bob = event("b", at: 3, person: "bob", case: "shared case", ["office": "main office"])
        bob.session = "shared session"
        bob.traits = [NamedValue("case.priority", "usual")]
        return [
            .event(own), .event(shared), .event(bob), alias(Self.phone, Self.ann), alias("bob's phone", "bob"),
            preference(Self.ann, 1), preference(Self.phone, 2), preference("bob", 3), consent(Self.ann), consent("bob"),
            feedback(Self.ann, Self.comment), feedback("bob", "fine"), feedback(nil, "so so"), trait(Self.ann, "south"),
            trait("bob", "north"), trait(Self.phone, "north"),
        ]
    }

    private var rejects: [Reject] {
        [
            Reject(line: 1, reason: "no time", raw: "\(Self.ann),,a"),
            Reject(line: 2, reason: "'\(Self.phone)' is no time", raw: "x"),
            Reject(line: 3, reason: "no time", raw: "\(Self.ann)a,,a"),
        ]
    }

    @discardableResult
    private func erase(_ people: [String], cases: [String] = [], in fixture: StoreFixture) throws -> ErasureCounts {
        let plan = try StoreReader(path: fixture.path).plan(erasing: ErasureRequest(people: people, cases: cases))
        let counts = try StoreWriter(path: fixture.path).erase(plan)
        #expect(counts == plan.counts)
        return counts
    }

    private func isIn(_ text: String, _ fixture: StoreFixture) throws -> Bool {
        try fixture.bytes().range(of: Data(text.utf8)) != nil
    }

    @Test func everyTableIsSwept() throws {
        let fixture = try StoreFixture()
        try fixture.importing(records(), rejects: rejects)
        let words = [
            Self.ann, Self.phone, Self.comment, "case-of-ann", "session-of-ann", "ann's attribute", "ann's priority",
            "1 April 1970", "corner office", "south",
        ]
        for word in words { #expect(try isIn(word, fixture), "\(word) was never there") }
        // Either id means the person.
        let counts = try erase([Self.phone], in: fixture)
        #expect(counts.persons == 1)
        #expect(counts.ids == 2)
        let rows = [
            "events": 2, "people": 2, "cases": 1, "sessions": 1, "person_traits": 3, "case_traits": 1,
            "dimension_values": 5, "aliases": 1, "preferences": 2, "consents": 1, "feedback": 1, "rejects": 2,
        ]
        #expect(Dictionary(uniqueKeysWithValues: counts.tables.map { ($0.name, $0.rows) }) == rows)
        // The third reject names somebody else, whose id begins alike.
        #expect(try StoreReader(path: fixture.path).rejects(limit: 9).map(\.reject) == [rejects[2]])
        for word in words.dropFirst() { #expect(try !isIn(word, fixture), "\(word) is still there") }
        #expect(try !isIn(Self.ann + ",", fixture))
        #expect(try fixture.names() == ["journeys.cxm"])
        #expect(try SQLiteFile.rows(fixture.path, "PRAGMA integrity_check") == [["ok"]])
        let left = try fixture.snapshot()
        #expect(PlainSnapshot(left).events.map(\.person) == ["bob"])
        #expect(PlainSnapshot(left).cases == ["shared case"])
        #expect(left.sessions == ["shared session"])
        let comments = try SQLiteFile.rows(fixture.path, "SELECT comment FROM feedback ORDER BY id")
        #expect(comments == [["fine"], ["so so"]])
        #expect(left.preferences.map(\.person) == ["bob"])
        #expect(left.consents.map(\.person) == ["bob"])
        #expect(PlainSnapshot(left).traits["person.region"] == ["bob": "north"])
        #expect(try StoreReader(path: fixture.path).identities().ids == 2)
    }

    @Test func theSameFileDoesNotBringThemBackButNewRowsAreStored() throws {
        let fixture = try StoreFixture()
        try fixture.importing(records(), rejects: rejects)
        try erase([Self.ann], in: fixture)
        let erased = PlainSnapshot(try fixture.snapshot())
        let again = try fixture.importing(records(), rejects: rejects)
        #expect(again.stored == 0)
        #expect(again.rejected == 3)
        #expect(PlainSnapshot(try fixture.snapshot()).difference(from: erased) == nil)
        #expect(try StoreReader(path: fixture.path).rejects(limit: 9).map(\.reject) == [rejects[2]])
        #expect(try !isIn(Self.comment, fixture))
        // Numbers of erased rows are given again: their keys must not stand for the new ones.
        try fixture.importing([preference("cleo", 9), preference(Self.ann, 9), trait("cleo", "east")])
        #expect(try fixture.snapshot().preferences.map(\.person) == ["bob", "cleo", Self.ann])
        #expect(try erase(["cleo"], in: fixture).rows(of: "preferences") == 1)
        #expect(try fixture.snapshot().preferences.map(\.person) == ["bob", Self.ann])
        #expect(try fixture.importing(records()).stored == 0)
        // Under another source they are other rows.
        #expect(try fixture.importing(records(), source: "t").stored == records().count)
    }

    /// As if they had never been there: random records, without those of the erased, in a store of their own.
    @Test(arguments: 0..<24 as Range<UInt64>)
    func nothingElseIsErased(seed: UInt64) throws {
        var random = RandomRecords(seed: seed)
        let aliases = (0..<3).map { _ in alias(random.name("p", 30), random.name("p", 30)) }
        let files = (0..<3).map { file in records(&random, file) + (file == 1 ? aliases : []) }
        let fixture = try StoreFixture()
        for file in files { try fixture.importing(file) }
        let ids = try fixture.reader().peopleByPerson()
        let erased = ids.keys.sorted().filter { _ in Int.random(in: 0..<3, using: &random.generator) == 0 }
        guard !erased.isEmpty else { return }
        let counts = try erase(erased, in: fixture)
        #expect(counts.persons == erased.count)
        let names = Set(erased.flatMap { ids[$0] ?? [] })
        #expect(counts.ids == names.count)

        let never = try StoreFixture()
        for file in files { try never.importing(file.filter { !$0.people.contains(where: names.contains) }) }
        let (left, expected) = (try fixture.snapshot(), try never.snapshot())
        #expect(PlainSnapshot(left).difference(from: PlainSnapshot(expected)) == nil)
        #expect(left.preferences == expected.preferences)
        #expect(left.consents == expected.consents)
        #expect(left.feedback == expected.feedback)
        #expect(left.costs == expected.costs)
        #expect(left.mergedIdentities == expected.mergedIdentities)
        #expect(try fixture.reader().identities() == never.reader().identities())
        let (summary, other) = (try fixture.reader().summary(), try never.reader().summary())
        #expect(summary.events == other.events)
        #expect(summary.people == other.people)
        #expect(summary.cases == other.cases)
        #expect(summary.from == other.from)
        #expect(summary.to == other.to)
        func dimensions(_ summary: StoreSummary) -> Set<Catalog.Value> {
            Set(summary.dimensions.filter { !$0.name.hasPrefix("person.") })
        }
        #expect(dimensions(summary) == dimensions(other))
        // Of traits the other store has values that were changed since; here nothing is left that nobody has, or would have again
        // without a later import.
        let unused = """
            SELECT value FROM dimension_values JOIN dimensions d ON d.id = dimension WHERE column_name IS NULL
              AND (dimension, code) NOT IN (SELECT trait, value FROM person_traits)
              AND (dimension, code) NOT IN (SELECT trait, value FROM earlier_traits)
            """
        #expect(try SQLiteFile.rows(fixture.path, unused).isEmpty)
        #expect(summary.findings == other.findings)
    }

    @Test func earlierValuesOfATraitGoToo() throws {
        let fixture = try StoreFixture()
        try fixture.importing([trait("ann", "hidden valley"), trait("bob", "north")])
        try fixture.importing([trait("ann", "south"), trait("bob", "east")])
        #expect(try isIn("hidden valley", fixture))
        try erase(["ann"], in: fixture)
        // Bob was in the north before, and is there again once the later import is taken out.
        let values = try SQLiteFile.rows(fixture.path, "SELECT value FROM dimension_values ORDER BY value")
        #expect(values == [["east"], ["north"]])
        #expect(try !isIn("hidden valley", fixture))
    }

    /// Ids are unique, because of two events with one id the first is kept, whosever it is. Traits of a case are left out:
    /// a case that stays keeps them, whoever gave them.
    private func records(_ random: inout RandomRecords, _ file: Int) -> [JourneyRecord] {
        var events = random.events(90)
        for index in events.indices {
            if events[index].eventID != nil { events[index].eventID = "\(file * 1000 + index)" }
            events[index].traits.removeAll { $0.name.hasPrefix("case.") }
            // Some rows come twice.
            if events[index].eventID == nil, index % 5 == 0, index > 0 { events[index] = events[index - 1] }
        }
        return events.map(JourneyRecord.event) + random.sideRecords(40)
    }

    @Test func whoeverIsNotThereStopsAll() throws {
        let fixture = try StoreFixture()
        try fixture.importing(records())
        let before = try fixture.bytes()
        #expect(throws: ErasureError(people: ["Bob", "nobody"], cases: ["no case"])) {
            try erase([Self.ann, "Bob", "nobody"], cases: ["shared case", "no case"], in: fixture)
        }
        #expect(try fixture.bytes() == before)
    }

    @Test func aCaseGoesWithItsEventsWhosesoeverTheyAre() throws {
        let fixture = try StoreFixture()
        try fixture.importing([
            .event(event("a", at: 1, person: "ann", case: "c")), .event(event("b", at: 2, person: "bob", case: "c")),
            .event(event("c", at: 3, person: "cleo", case: "c")), .event(event("d", at: 4, case: "c")),
            .event(event("e", at: 5, person: "cleo", case: "d")), trait("bob", "north"),
        ])
        let counts = try erase([], cases: ["c"], in: fixture)
        #expect(counts.persons == 0)
        #expect(counts.cases == 1)
        #expect(counts.rows(of: "events") == 4)
        #expect(counts.rows(of: "people") == 1)
        #expect(counts.rows(of: "cases") == 1)
        // Bob has a trait still, of Ann nothing is known any more.
        let rows = try SQLiteFile.rows(fixture.path, "SELECT name, in_events FROM people ORDER BY name")
        #expect(rows == [["bob", "0"], ["cleo", "1"]])
        #expect(try fixture.reader().summary().people == 1)
        #expect(try SQLiteFile.rows(fixture.path, "SELECT name FROM cases") == [["d"]])
    }

    @Test func olderStatesAreUnknownAndNumbersAreNotGivenAgain() throws {
        let fixture = try StoreFixture()
        try fixture.importing([.event(event("a", at: 1, person: "ann"))])
        let reader = try fixture.reader()
        let first = try reader.stamp()
        try fixture.importing([.event(event("a", at: 2, person: "bob"))])
        let second = try reader.stamp()
        try erase(["bob"], in: fixture)
        let third = try reader.stamp()
        #expect(third.store == first.store)
        #expect(third.generation == second.generation + 1)
        #expect(try reader.change(since: first) == .unknown)
        #expect(try reader.change(since: second) == .unknown)
        #expect(try reader.change(since: third) == .none)
        try fixture.importing([.event(event("a", at: 3, person: "cleo"))])
        #expect(try reader.change(since: second) == .unknown)
        #expect(try reader.change(since: third) == .appended(after: 1))
        #expect(try SQLiteFile.rows(fixture.path, "SELECT id FROM events ORDER BY id") == [["1"], ["3"]])
        #expect(
            try SQLiteFile.rows(fixture.path, "SELECT kind FROM changes ORDER BY generation").suffix(2)
                == [["erase"], ["import"]]
        )
    }

    /// The store has changed since somebody looked: what came in meanwhile goes too.
    @Test func anOldPlanIsMadeAgain() throws {
        let fixture = try StoreFixture()
        try fixture.importing([.event(event("a", at: 1, person: "ann"))])
        let plan = try fixture.reader().plan(erasing: ErasureRequest(people: ["ann"]))
        try fixture.importing([.event(event("a", at: 2, person: "ann")), .event(event("a", at: 2, person: "bob"))])
        #expect(try StoreWriter(path: fixture.path).erase(plan).rows(of: "events") == 2)
        #expect(PlainSnapshot(try fixture.snapshot()).people == ["bob"])
    }

    @Test(arguments: 0..<4)
    func anInterruptLeavesTheStoreAsItWas(moment: Int) throws {
        let fixture = try StoreFixture()
        try fixture.importing(records())
        let before = try fixture.bytes()
        let plan = try fixture.reader().plan(erasing: ErasureRequest(people: [Self.ann]))
        var questions = 0
        let writer = try StoreWriter(path: fixture.path)
        #expect(throws: CancellationError.self) {
            _ = try writer.erase(
                plan,
                cancellation: .asking {
                    questions += 1
                    return questions > moment * 2
                }
            )
        }
        #expect(try fixture.bytes() == before)
        #expect(try fixture.names() == ["journeys.cxm"])
        #expect(try writer.erase(plan).ids == 2)
    }

    @Test func whoHasTheStoreOpenGoesOnWithTheNewFile() throws {
        let fixture = try StoreFixture()
        try fixture.importing(records())
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: fixture.path)
        let reader = try fixture.reader()
        let writer = try StoreWriter(path: fixture.path)
        #expect(try reader.summary().people == 2)
        try erase([Self.ann], in: fixture)
        #expect(try reader.summary().people == 1)
        #expect(try writer.importing([.event(event("z", at: 9, person: "zoe"))]).stored == 1)
        #expect(try reader.summary().people == 2)
        let rights = try FileManager.default.attributesOfItem(atPath: fixture.path)[.posixPermissions] as? Int
        #expect(rights == 0o640)
    }

    @Test func aFileWithTwoNamesIsLeftAlone() throws {
        let fixture = try StoreFixture()
        try fixture.importing(records())
        try FileManager.default.linkItem(atPath: fixture.path, toPath: fixture.path("other.cxm"))
        let detail = StoreError.notReplaceable(path: fixture.path, detail: "the file has another name too")
        #expect(throws: detail) { try erase([Self.ann], in: fixture) }
        #expect(try fixture.reader().summary().people == 2)
    }

    /// Names and rows are moved about as a store grows, and SQLite leaves bytes wherever they were.
    @Test func noByteIsLeftInGapsAndFreePages() throws {
        let fixture = try StoreFixture()
        var random = SplitMix64(seed: 5)
        func name(_ number: Int) -> String { "person-\(number)-\(String(repeating: "x", count: number % 40))." }
        for file in 0..<12 {
            let events = (0..<400).map { index -> JourneyRecord in
                let person = name(Int.random(in: 0..<900, using: &random))
                var record = event("t", at: Int64(file * 1000 + index), person: person, case: "case of \(person)")
                record.attributes = [NamedValue("note", "note of \(person)")]
                return .event(record)
            }
            try fixture.importing(events)
        }
        let people = try SQLiteFile.rows(fixture.path, "SELECT name FROM people").compactMap { $0[0] }
        let erased = people.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
        #expect(erased.count > 100)
        try erase(erased, in: fixture)
        let bytes = try fixture.bytes()
        for name in erased { #expect(bytes.range(of: Data(name.utf8)) == nil, "\(name) is still there") }
        #expect(try fixture.reader().summary().people == people.count - erased.count)
    }
}

extension StoreFixture {
    fileprivate func reader() throws -> StoreReader { try StoreReader(path: path) }
}

extension StoreReader {
    /// Every id by the one that stands for it.
    fileprivate func peopleByPerson() throws -> [String: [String]] {
        try reading { reading in
            var names: [String] = []
            try reading.names(of: .people) { names.append(String(decoding: $0, as: UTF8.self)) }
            let canonical = Dictionary(
                uniqueKeysWithValues: try reading.canonicalPeople().map { ($0.alias, $0.person) }
            )
            return Dictionary(grouping: names.indices.filter { !names[$0].isEmpty }) {
                names[Int(canonical[Int32($0)] ?? Int32($0))]
            }
            .mapValues { $0.map { names[$0] } }
        }
    }
}

extension JourneyRecord {
    /// Whom it names.
    fileprivate var people: [String] {
        switch self {
        case .event(let row): row.person.map { [$0] } ?? []
        case .personTrait(let person, _): [person]
        case .side(let row): row.kind.fields.filter { $0.form == .person }.compactMap(row.text)
        case .touchpointRole, .channelKind: []
        }
    }
}

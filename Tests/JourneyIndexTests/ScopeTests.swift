import JourneyModel
import TestSupport
import Testing
import Wording

@testable import JourneyIndex

@Suite("Scope")
struct ScopeTests {
    /// Two persons with traits, a case each but one event, and one event without anybody.
    private static let analyst: ColumnarAnalyst = {
        var builder = SnapshotBuilder()
        builder.add(person: "ann", case: "k1", time: 10, "start", ["channel": "web"])
        builder.add(person: "ann", case: "k2", time: 20, "end", recorded: 90, ["channel": "phone"])
        builder.add(person: "bob", case: "k2", time: 30, "start")
        builder.add(person: "bob", time: 40, "end", ["channel": "web"])
        builder.add(time: 50, "start", ["channel": "web"])
        builder.side = [
            .personTrait(person: "ann", trait: NamedValue("region", "north")),
            .personTrait(person: "bob", trait: NamedValue("region", "south")),
        ]
        return ColumnarAnalyst(builder.snapshot())
    }()

    private func events(_ filters: String..., unit: CountingUnit = .person, asOf: Int64? = nil) throws -> [Int32] {
        let scope = Scope(
            filters: try filters.map { try Filter(parsing: $0) },
            unit: unit,
            asOf: asOf.map { Timestamp(milliseconds: $0) }
        )
        let selection = try ScopeTests.analyst.bench.select(scope)
        let projection = selection.projection
        let number = projection.events.source.numbers
        return (0..<projection.subjects).flatMap { projection.range(of: $0) }
            .filter { selection.mask.keeps($0) }
            .map { Int32(number(projection.events.row($0))) - 1 }
    }

    @Test("filters on events keep events")
    func eventFilters() throws {
        #expect(try events() == [0, 1, 2, 3])
        #expect(try events("channel=web") == [0, 3])
        #expect(try events("channel=web,phone") == [0, 1, 3])
        #expect(try events("channel!=web") == [1, 2])
        #expect(try events("channel=(not set)") == [2])
        #expect(try events("channel!=(not set)", "touchpoint=end") == [1, 3])
    }

    @Test("filters on traits go through the event's own person")
    func traitFilters() throws {
        #expect(try events("person.region=north") == [0, 1])
        #expect(try events("person.region!=north") == [2, 3])
        #expect(try events("person.region=south", unit: .case) == [2])
        #expect(try events("person.region=north", unit: .case) == [0, 1])
    }

    @Test("only what was recorded by the as-of time counts, and it moves the horizon earlier")
    func asOf() throws {
        #expect(try events(asOf: 30) == [0, 2])
        #expect(try events(asOf: 90) == [0, 1, 2, 3])
        #expect(try ScopeTests.analyst.bench.select(Scope()).horizon == Timestamp(milliseconds: 50))
        let late = Scope(asOf: Timestamp(milliseconds: 90))
        #expect(try ScopeTests.analyst.bench.select(late).horizon == Timestamp(milliseconds: 50))
        let early = Scope(asOf: Timestamp(milliseconds: 30))
        #expect(try ScopeTests.analyst.bench.select(early).horizon == Timestamp(milliseconds: 30))
    }

    @Test("the range has its first instant inside and its last outside")
    func range() throws {
        let range = TimeRange(from: Timestamp(milliseconds: 20), to: Timestamp(milliseconds: 40))
        #expect(try ScopeTests.analyst.bench.select(Scope(range: range)).mask.count == 2)
        let empty = TimeRange(from: Timestamp(milliseconds: 40), to: Timestamp(milliseconds: 40))
        #expect(try ScopeTests.analyst.bench.select(Scope(range: empty)).mask.count == 0)
    }

    @Test("events without a subject are counted apart")
    func withoutSubject() throws {
        let web = Scope(filters: [Filter(dimension: "channel", values: ["web"])])
        let selection = try ScopeTests.analyst.bench.select(web)
        #expect(selection.eventsWithoutSubject == 1)
        #expect(try ScopeTests.analyst.bench.select(Scope(unit: .case)).eventsWithoutSubject == 2)
    }

    @Test("an unknown dimension is an error that offers the nearest names")
    func unknownDimension() {
        #expect(throws: AnalysisError.unknownDimension("chanel", suggestions: ["channel"])) {
            try events("chanel=web")
        }
        #expect(throws: AnalysisError.unknownDimension("region", suggestions: ["person.region"])) {
            try events("region=north")
        }
    }

    @Test("an unknown value matches nothing, and the receipt says so")
    func unknownValue() async throws {
        let scope = Scope(filters: [Filter(dimension: "channel", values: ["wbe"])])
        let channels = try await ScopeTests.analyst.answer(ChannelsQuery(scope: scope))
        #expect(channels.events == 0)
        #expect(channels.receipt.notes.map(\.text) == ["nothing has channel 'wbe'; did you mean 'web'?"])
    }

    @Test("a unit that the store does not know is an error; an empty store is not")
    func noSubjects() async throws {
        var builder = SnapshotBuilder()
        builder.add(case: "k", time: 0, "start")
        let analyst = ColumnarAnalyst(builder.snapshot())
        #expect(throws: AnalysisError.noSubjects(.person)) { try analyst.bench.select(Scope(unit: .person)) }
        #expect(try analyst.bench.select(Scope()).countedUnit == .case)
        let empty = ColumnarAnalyst(SnapshotBuilder().snapshot())
        #expect(try await empty.answer(PathsQuery()).transitionTotal == 0)
        #expect(try await empty.answer(CatalogQuestion()).events == 0)
        #expect(try await empty.answer(ChannelsQuery()).totals.isEmpty)
        #expect(try await empty.answer(VariantsQuery()).medianThroughput == nil)
    }

    @Test("a gap of 30 minutes does not end a session, a longer one does (D10)")
    func sessions() throws {
        var builder = SnapshotBuilder()
        for time in [0, 30 * .minute, 60 * .minute + 1, .day] as [Int64] {
            builder.add(person: "ann", time: time, "view")
        }
        builder.add(person: "ann", session: "s", time: 5 * .day, "view")
        builder.add(person: "ann", session: "s", time: 9 * .day, "view")
        let sessions = ColumnarAnalyst(builder.snapshot()).bench.projection(.session)
        #expect((0..<sessions.subjects).map { sessions.range(of: $0).count } == [2, 2, 1, 1])
    }

    @Test("a cancelled task ends with a cancellation error")
    func cancellation() async {
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await ScopeTests.analyst.answer(PathsQuery())
        }
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}

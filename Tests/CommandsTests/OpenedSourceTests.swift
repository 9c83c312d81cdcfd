import JourneyModel
import JourneyStore
import Testing

@testable import Commands

@Suite("A source of data, opened")
struct OpenedSourceTests {
    @Test("is read through its protection, and says whether its data is made up")
    func protection() async throws {
        let source = StubSource(isDemo: true)
        let plain = OpenedSource(source, .none)
        let reading = try await plain.read()
        #expect(reading.isDemo && plain.name == "stub")
        #expect(!(reading.analyst is PublicAnalyst))
        let shown = OpenedSource(source, Protection(policy: DisclosurePolicy()))
        #expect(try await shown.read().analyst is PublicAnalyst)
        let (exact, rounded) = (try await plain.summary(), try await shown.summary())
        #expect(exact.people == 3 && rounded.people != 3)
        #expect(source.readings == 2)
    }

    @Test("what is not there is an error of the store's")
    func missing() async throws {
        let scratch = try Scratch()
        await #expect(throws: StoreError.self) {
            try await OpenedSource(opening: scratch.path("none.cxm"), .none)
        }
    }

    @Test("a store on this machine is one: it has a name, a stamp, answers, and is watched")
    func store() async throws {
        let scratch = try Scratch()
        let path = scratch.path("town.cxm")
        let writer = try StoreWriter(path: path)
        try writer.setDemo(true)
        let source = try await SourceArgument.open(path)
        #expect(source.name == "town")
        #expect(try await OpenedSource(source, .none).read().isDemo)
        #expect(try await source.summary().events == 0)
        var watch = await source.watch(from: try await source.stamp())
        #expect(await isSame(watch.look()))
        try writer.setDemo(false)
        try writer.close()
        if case .changed(let stamp) = await watch.look() {
            #expect(try await source.stamp() == stamp)
        } else {
            Issue.record("the change was not seen")
        }
        #expect(await isSame(watch.look()))
    }

    private func isSame(_ sight: SourceSight) -> Bool {
        if case .same = sight { true } else { false }
    }
}

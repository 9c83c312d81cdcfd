import Dashboard
import JourneyModel
import Synchronization
import Testing

@testable import Commands

/// What the desk does for a dashboard, with a source that is no file. The limit is for a desk that never answers: beside the whole
/// suite minutes pass until a thread is free.
@Suite("The desk that answers a dashboard", .timeLimit(.minutes(15)))
struct AnswerDeskTests {
    /// The mailbox of a loop that waits.
    private final class Loop: Sendable {
        let mailbox: Mailbox
        private let woken: AsyncStream<Void>

        init() {
            let (stream, continuation) = AsyncStream<Void>.makeStream()
            woken = stream
            mailbox = Mailbox(wake: { continuation.yield() })
        }

        /// Waits until something has come that `wanted` takes, and returns it.
        func wait<Found: Sendable>(_ wanted: (Action) -> Found?) async throws -> Found {
            for await _ in woken {
                for action in mailbox.take() {
                    if let found = wanted(action) { return found }
                }
            }
            throw CancellationError()
        }

        func answer(_ number: Int) async throws -> AnyAnswer {
            try await wait { action -> AnyAnswer? in
                if case .answered(RequestID(number), let answer) = action { answer } else { nil }
            }
        }

        func failure(_ number: Int) async throws -> Complaint {
            try await wait { action -> Complaint? in
                if case .failed(RequestID(number), let message, let hint) = action {
                    Complaint(message, hint: hint)
                } else {
                    nil
                }
            }
        }
    }

    private func desk(_ source: StubSource, _ protection: Protection = .none) -> (AnswerDesk, Loop) {
        let loop = Loop()
        return (AnswerDesk(.stub(source, protection), mailbox: loop.mailbox), loop)
    }

    @Test("an answer comes under the number of its question, and the source is read once")
    func answers() async throws {
        let source = StubSource()
        let (desk, loop) = desk(source)
        defer { desk.stop() }
        desk.ask(RequestID(1), AnyQuestion(CatalogQuestion()))
        let first = try await loop.answer(1)
        desk.ask(RequestID(2), AnyQuestion(PathsQuery()))
        let second = try await loop.answer(2)
        #expect(try await first == AnyAnswer(OpenedSource.stub(StubSource()).answer(CatalogQuestion())))
        #expect(try await second == AnyAnswer(OpenedSource.stub(StubSource()).answer(PathsQuery())))
        #expect(source.readings == 1)
    }

    @Test("a question that the data cannot answer is a failure with a hint")
    func failures() async throws {
        let (desk, loop) = desk(StubSource())
        defer { desk.stop() }
        desk.ask(RequestID(4), AnyQuestion(FunnelQuery(steps: [FunnelStep(touchpoint: "nothing of the kind")])))
        let complaint = try await loop.failure(4)
        #expect(complaint.message.contains("nothing of the kind") && !complaint.hint.isEmpty)
    }

    @Test("in public nobody is listed, and the summary is protected")
    func protected() async throws {
        let (desk, loop) = desk(StubSource(), Protection(policy: DisclosurePolicy()))
        defer { desk.stop() }
        desk.ask(RequestID(1), AnyQuestion(SubjectsQuery(group: .preferenceMissing)))
        #expect(try await loop.failure(1).message == SubjectsResult.noPeople)
        desk.ask(RequestID(2), AnyQuestion(SummaryQuestion()))
        let summary = try #require(try await loop.answer(2).answer as? StoreSummary)
        #expect(summary.people != 3)
    }

    @Test("new data is told of, and answers are of it once the dashboard takes it")
    func newData() async throws {
        let source = StubSource(seed: 1)
        let (desk, loop) = desk(source)
        defer { desk.stop() }
        desk.ask(RequestID(1), AnyQuestion(CatalogQuestion()))
        let before = try await loop.answer(1)
        desk.watch()
        // The watch begins with the state that it finds.
        while source.stampings == 0 { await Task.yield() }
        source.grow(seed: 2)
        let generation = try await loop.wait { action -> Int? in
            if case .dataChanged(let generation) = action { generation } else { nil }
        }
        #expect(generation == 2)
        desk.ask(RequestID(2), AnyQuestion(CatalogQuestion()))
        #expect(try await loop.answer(2) == before)
        desk.takeNewer()
        desk.ask(RequestID(3), AnyQuestion(CatalogQuestion()))
        #expect(try await loop.answer(3) == AnyAnswer(OpenedSource.stub(StubSource(seed: 2)).answer(CatalogQuestion())))
    }

    @Test("a source that cannot be read any more is told of, and what was read still answers")
    func lost() async throws {
        let source = StubSource()
        let (desk, loop) = desk(source)
        defer { desk.stop() }
        desk.ask(RequestID(1), AnyQuestion(CatalogQuestion()))
        let before = try await loop.answer(1)
        desk.watch()
        while source.stampings == 0 { await Task.yield() }
        source.breakDown()
        let message = try await loop.wait { action -> String? in
            if case .dataUnreadable(let message) = action { message } else { nil }
        }
        #expect(message.hasPrefix("the store changed and could not be read: "))
        desk.ask(RequestID(2), AnyQuestion(CatalogQuestion()))
        #expect(try await loop.answer(2) == before)
        source.comeBack()
        #expect(
            try await loop.wait { action -> Int? in
                if case .dataChanged(let generation) = action { generation } else { nil }
            } == 1
        )
    }

    @Test("a reading that failed is not kept: asking again reads again")
    func readAgain() async throws {
        let source = StubSource()
        source.breakDown()
        let (desk, loop) = desk(source)
        defer { desk.stop() }
        desk.ask(RequestID(1), AnyQuestion(CatalogQuestion()))
        #expect(try await loop.failure(1).message.contains("Gone"))
        source.comeBack()
        desk.ask(RequestID(2), AnyQuestion(CatalogQuestion()))
        _ = try await loop.answer(2)
    }
}

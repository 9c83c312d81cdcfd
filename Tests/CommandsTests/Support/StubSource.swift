import JourneyIndex
import JourneyModel
import Synchronization
import TestSupport
import Threads

@testable import Commands

/// A source of data in memory, which a test lets grow and break: nothing here is a file, as nothing of a server's is.
final class StubSource: DataSource {
    struct Gone: Error {}

    private struct State {
        var snapshot: JourneySnapshot
        var generation: Int64 = 1
        var isGone = false
        /// How often somebody read it, and asked for its state.
        var readings = 0
        var stampings = 0
    }

    let name = "stub"
    private let state: Mutex<State>

    init(seed: UInt64 = 1, isDemo: Bool = false) {
        var snapshot = RandomTown(seed: seed).builder.snapshot()
        snapshot.isDemo = isDemo
        state = Mutex(State(snapshot: snapshot))
    }

    /// Others have put something else into it.
    func grow(seed: UInt64) {
        let snapshot = RandomTown(seed: seed).builder.snapshot()
        state.withLock { state in
            state.snapshot = snapshot
            state.generation += 1
        }
    }

    func breakDown() { state.withLock { $0.isGone = true } }
    func comeBack() { state.withLock { $0.isGone = false } }

    var readings: Int { state.withLock { $0.readings } }
    var stampings: Int { state.withLock { $0.stampings } }

    func stamp() async throws -> StoreStamp {
        try state.withLock { state in
            state.stampings += 1
            if state.isGone { throw Gone() }
            return StoreStamp(store: 7, generation: state.generation, state: UInt64(state.generation))
        }
    }

    func summary() async throws -> StoreSummary {
        let events = state.withLock { $0.snapshot.events.time.count }
        return StoreSummary(
            events: events,
            people: 3,
            cases: 0,
            touchpoints: 1,
            channels: 1,
            services: 1,
            from: nil,
            to: nil,
            dimensions: [],
            sources: [],
            rejects: [],
            rejectedTotal: 0,
            mergedIdentities: 0,
            findings: [],
            schemaVersion: 1,
            bytes: 0,
            isDemo: false
        )
    }

    func analyst(cancellation: Cancellation, progress: (Double) -> Void) async throws -> any SourceAnalyst {
        try cancellation.check()
        progress(1)
        let index = try state.withLock { state in
            if state.isGone { throw Gone() }
            state.readings += 1
            return ColumnarAnalyst(state.snapshot)
        }
        return Analyst(source: self, index: index)
    }

    private struct Analyst: SourceAnalyst {
        let source: StubSource
        let index: ColumnarAnalyst

        var isDemo: Bool { index.image.isDemo }

        func answer<Asked: Question>(_ question: Asked) async throws -> Asked.Answer {
            if question is SummaryQuestion, let summary = try await source.summary() as? Asked.Answer { return summary }
            return try await index.answer(question)
        }
    }

    func watch(from known: StoreStamp?) async -> any SourceWatch {
        let now = try? await stamp()
        return Watch(source: self, known: known ?? now)
    }

    private struct Watch: SourceWatch {
        let source: StubSource
        var known: StoreStamp?
        var isLost = false

        mutating func look() async -> SourceSight {
            do {
                let stamp = try await source.stamp()
                guard stamp != known || isLost else { return .same }
                (known, isLost) = (stamp, false)
                return .changed(stamp)
            } catch {
                guard !isLost else { return .same }
                isLost = true
                return .lost(error)
            }
        }
    }
}

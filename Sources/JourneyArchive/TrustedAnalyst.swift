public import JourneyIndex
public import JourneyModel
import JourneyStore
import Synchronization
import Threads

/// Answers from an archive's index, and believes no answer over bytes that turned out to be damaged: the index is made anew
/// then, and asked again.
public final class TrustedAnalyst: SourceAnalyst {
    private let archive: Archive
    private let analyst: Mutex<ColumnarAnalyst>
    private let prepared: Mutex<Prepared>

    /// The answers kept with the index: most questions never want them, so they are read for the first that does.
    private enum Prepared {
        case unread(StoreStamp)
        case read(PreparedAnswers?)
    }

    public init(_ image: IndexImage, of archive: Archive) {
        self.archive = archive
        prepared = Mutex(.unread(image.stamp))
        analyst = Mutex(ColumnarAnalyst(image))
    }

    private var preparedAnswers: PreparedAnswers? {
        prepared.withLock { prepared in
            switch prepared {
            case .read(let answers): return answers
            case .unread(let stamp):
                let answers = archive.prepared(stamp)
                prepared = .read(answers)
                return answers
            }
        }
    }

    /// The state of the store that the answers are of.
    public var stamp: StoreStamp { analyst.withLock { $0.image.stamp } }

    /// The store is of made-up data.
    public var isDemo: Bool { analyst.withLock { $0.image.isDemo } }

    /// What the store holds the store says, but for what takes all its events together; every other question is the index's.
    public func answer<Asked: Question>(_ question: Asked) async throws -> Asked.Answer {
        if question is SummaryQuestion, let summary = try await summary() as? Asked.Answer { return summary }
        if let answer = PreparedAnswers.answer(to: question, from: preparedAnswers) { return answer }
        return try await ask { try await $0.answer(question) }
    }

    private func summary() async throws -> StoreSummary {
        var summary = try archive.reader.summary()
        let catalog = try await answer(CatalogQuestion())
        summary.findings += [
            StoreSummary.Finding(title: .atSameInstant, count: catalog.tieGroups, of: catalog.events),
            StoreSummary.Finding(title: .daysWithoutEvents, count: catalog.daysWithoutEvents, of: catalog.days),
        ]
        summary.findings += StoreSummary.wordsNotUnderstood(in: catalog)
        return summary
    }

    private func ask<Answer: Sendable>(
        _ question: @Sendable (ColumnarAnalyst) async throws -> Answer
    ) async throws -> Answer {
        while true {
            let asked = analyst.withLock { $0 }
            do {
                let answer = try await question(asked)
                if asked.image.fault == nil { return answer }
            } catch {
                // What went wrong over damaged bytes says nothing of the question.
                if asked.image.fault == nil { throw error }
            }
            // Ends at the latest with an index in memory.
            let image = try archive.index(cancellation: .ofTask)
            analyst.withLock { if $0.image.fault != nil { $0 = ColumnarAnalyst(image) } }
        }
    }
}

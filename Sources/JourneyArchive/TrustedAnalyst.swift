public import JourneyIndex
public import JourneyModel
import Synchronization
import Threads

/// Answers from an archive's index, and believes no answer over bytes that turned out to be damaged: the index is made anew
/// then, and asked again.
public final class TrustedAnalyst: JourneyAnalyst {
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

    public func catalog() async throws -> Catalog {
        if let prepared = preparedAnswers { return prepared.catalog }
        return try await ask { try await $0.catalog() }
    }
    public func funnel(_ query: FunnelQuery) async throws -> FunnelResult {
        try await ask { try await $0.funnel(query) }
    }
    public func paths(_ query: PathsQuery) async throws -> PathsResult { try await ask { try await $0.paths(query) } }
    public func branches(_ query: BranchesQuery) async throws -> BranchesResult {
        try await ask { try await $0.branches(query) }
    }
    public func variants(_ query: VariantsQuery) async throws -> VariantsResult {
        try await ask { try await $0.variants(query) }
    }
    public func channels(_ query: ChannelsQuery) async throws -> ChannelsResult {
        try await ask { try await $0.channels(query) }
    }
    public func preferences(_ query: PreferencesQuery) async throws -> PreferencesResult {
        try await ask { try await $0.preferences(query) }
    }
    public func indicators(_ query: IndicatorsQuery) async throws -> IndicatorsResult {
        try await ask { try await $0.indicators(query) }
    }
    public func contacts(_ query: ContactsQuery) async throws -> ContactsResult {
        try await ask { try await $0.contacts(query) }
    }
    public func maturity(_ query: MaturityQuery) async throws -> MaturityResult {
        try await ask { try await $0.maturity(query) }
    }
    public func equity(_ query: EquityQuery) async throws -> EquityResult {
        try await ask { try await $0.equity(query) }
    }
    public func subjects(_ query: SubjectsQuery) async throws -> SubjectsResult {
        try await ask { try await $0.subjects(query) }
    }
    public func overview(_ query: OverviewQuery) async throws -> OverviewResult {
        if query == PreparedAnswers.overviewQuery, let prepared = preparedAnswers { return prepared.overview }
        return try await ask { try await $0.overview(query) }
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

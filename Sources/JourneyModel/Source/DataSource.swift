public import Threads

/// What a command or the dashboard opens and asks: a store on this machine, or a server. Whatever shows, prints or exports
/// knows only this, and not where the answers come from.
public protocol DataSource: Sendable {
    /// As headers show it: of a store the file's name without its ending.
    var name: String { get }

    /// Which state the data is in. Cheap enough to be asked a few times a second.
    ///
    /// - Throws: where the source cannot be read now; what was read before still holds.
    func stamp() async throws -> StoreStamp

    /// What the source holds, and where it came from.
    func summary() async throws -> StoreSummary

    /// Who answers questions about the data as it is now.
    ///
    /// - Parameters:
    ///   - cancellation: asked now and then.
    ///   - progress: called now and then where it takes long: the share done, 0…1.
    /// - Throws: `CancellationError`; what the source is read with throws.
    func analyst(cancellation: Cancellation, progress: (Double) -> Void) async throws -> any SourceAnalyst

    /// Looks after changes from the state `known` on; nil: from the one it is in now.
    func watch(from known: StoreStamp?) async -> any SourceWatch
}

/// Answers about one state of a source's data, and what the source holds now (`SummaryQuestion`).
public protocol SourceAnalyst: JourneyAnalyst {
    /// The data is made up, and whatever shows it says so.
    var isDemo: Bool { get }
}

/// What has become of a source since it was last looked at: changed, gone, or there again.
public protocol SourceWatch: Sendable {
    /// Costs little where nothing has happened. Each change and each problem is told once.
    mutating func look() async -> SourceSight
}

/// What a ``SourceWatch`` saw.
public enum SourceSight: Sendable {
    case same
    /// There is new data, or there was a moment in which it could not be read: the state that it is in now.
    case changed(StoreStamp)
    /// It cannot be read any more, as of now; what was read before still holds, and is followed no longer.
    case lost(any Error)
}

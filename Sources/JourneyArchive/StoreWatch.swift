public import JourneyModel
import JourneyStore

/// What has become of a store since it was last looked at: changed, gone, cut, or there again.
public struct StoreWatch: Sendable {
    public enum Sight: Sendable {
        case same
        /// There is new data, or there was a moment in which it could not be read: the state that it is in now.
        case changed(StoreStamp)
        /// It cannot be read any more, as of now; what was read before still holds, and is followed no longer.
        case lost(any Error)
    }

    private let archive: Archive
    private var known: StoreStamp?
    private var problem: StoreError?

    /// - Parameter known: the state that was read; nil: the one it is in now.
    public init(_ archive: Archive, known: StoreStamp? = nil) {
        self.archive = archive
        self.known = known ?? (try? archive.stamp())
    }

    /// Costs microseconds where nothing has happened. Each change and each problem is told once.
    public mutating func look() -> Sight {
        do {
            let current = try archive.stamp()
            let wasLost = problem != nil
            problem = nil
            guard wasLost || current != known else { return .same }
            known = current
            return .changed(current)
        } catch StoreError.busy {
            return .same
        } catch {
            let current = error as? StoreError ?? .failed(path: archive.path, detail: "\(error)")
            guard current != problem else { return .same }
            problem = current
            return .lost(current)
        }
    }
}

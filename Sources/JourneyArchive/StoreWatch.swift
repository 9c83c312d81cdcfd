public import JourneyModel
import JourneyStore

/// What has become of a store since it was last looked at: changed, gone, cut, or there again.
public struct StoreWatch: SourceWatch {
    private let archive: Archive
    private var known: StoreStamp?
    private var problem: StoreError?

    /// - Parameter known: the state that was read; nil: the one it is in now.
    public init(_ archive: Archive, known: StoreStamp? = nil) {
        self.archive = archive
        self.known = known ?? (try? archive.stamp())
    }

    /// Costs microseconds where nothing has happened. Each change and each problem is told once.
    public mutating func look() -> SourceSight {
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

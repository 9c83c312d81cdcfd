import Dashboard
import Synchronization

/// Where answers from other threads wait for the loop, which is woken when one arrives.
final class Mailbox: Sendable {
    private let actions = Mutex<[Action]>([])
    private let wake: @Sendable () -> Void

    /// - Parameter wake: wakes the loop; is called on any thread.
    init(wake: @escaping @Sendable () -> Void) {
        self.wake = wake
    }

    func put(_ action: Action) {
        actions.withLock { $0.append(action) }
        wake()
    }

    /// What has arrived, in order; it is empty afterwards.
    func take() -> [Action] {
        actions.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
    }
}

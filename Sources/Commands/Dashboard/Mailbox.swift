import Dashboard
import Synchronization
import Terminal

/// Where answers from other threads wait for the loop, which is woken when one arrives.
final class Mailbox: Sendable {
    private let actions = Mutex<[Action]>([])
    private let waker: TerminalWaker

    init(waker: TerminalWaker) {
        self.waker = waker
    }

    func put(_ action: Action) {
        actions.withLock { $0.append(action) }
        waker.wake()
    }

    /// What has arrived, in order; it is empty afterwards.
    func take() -> [Action] {
        actions.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
    }
}

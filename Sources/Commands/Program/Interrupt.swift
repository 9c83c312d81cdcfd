import Foundation
import Synchronization
import Terminal
import Threads

/// Ctrl-C and its like, taken note of so that long work can stop where it leaves everything as it was.
enum Interrupt {
    private static let raised = Atomic<Int32>(0)
    /// When the first came, in seconds.
    private static let since = Atomic<Int>(0)
    /// A signal that comes so many seconds after the first asks for more than taking note: the work does not stop.
    private static let patience = 2

    /// The signal that asked to stop; nil while none has.
    static var signal: Int32? {
        let number = raised.load(ordering: .relaxed)
        return number == 0 ? nil : number
    }

    static var isRaised: Bool { signal != nil }

    /// What a signal stops.
    static let cancellation = Cancellation { isRaised }

    /// From now on every signal that would end the process is noted instead; a second one ends it, unless it came with the
    /// first.
    static func watch() {
        // A handler may do nothing that has to be made first.
        _ = (raised.load(ordering: .relaxed), since.load(ordering: .relaxed))
        EndingSignals.note { number in
            var now = timespec()
            clock_gettime(CLOCK_MONOTONIC, &now)
            if Interrupt.raised.load(ordering: .relaxed) == 0 {
                Interrupt.since.store(now.tv_sec, ordering: .relaxed)
                Interrupt.raised.store(number, ordering: .relaxed)
            } else if now.tv_sec - Interrupt.since.load(ordering: .relaxed) >= Interrupt.patience {
                _exit(128 + number)
            }
        }
    }
}

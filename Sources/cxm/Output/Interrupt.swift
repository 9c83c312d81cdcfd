import Foundation
import Synchronization

/// Ctrl-C and its like, taken note of so that long work can stop where it leaves everything as it was.
enum Interrupt {
    private static let raised = Atomic<Int32>(0)

    /// The signal that asked to stop; nil while none has.
    static var signal: Int32? {
        let number = raised.load(ordering: .relaxed)
        return number == 0 ? nil : number
    }

    static var isRaised: Bool { signal != nil }

    /// From now on INT, TERM and HUP are noted instead of ending the process.
    static func watch() {
        for number in [SIGINT, SIGTERM, SIGHUP] {
            // A store to a lock-free atomic is all that a handler may safely do.
            Foundation.signal(number) { Interrupt.raised.store($0, ordering: .relaxed) }
        }
    }
}

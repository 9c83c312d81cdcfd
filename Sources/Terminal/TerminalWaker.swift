internal import CTerminal

/// Wakes the terminal's thread from any other: an answer is there, or new data.
public struct TerminalWaker: Sendable {
    init() {}

    /// Lets ``TerminalScreen/next(timeout:)`` return ``TerminalEvent/woken``. Several calls may count as one.
    public func wake() {
        ct_wake()
    }
}

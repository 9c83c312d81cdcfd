public import Canvas

/// What ``TerminalScreen/next(timeout:)`` came back with.
public enum TerminalEvent: Hashable, Sendable {
    case input(InputEvent)
    /// Another thread called ``TerminalWaker/wake()``.
    case woken
    /// The process must end, within a second, with exit status 128 + `signal`. A terminal that has gone away counts as
    /// SIGHUP.
    case end(signal: Int32)
    /// The time is up.
    case timedOut
}

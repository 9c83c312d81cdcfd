public import Canvas

/// What ``TerminalScreen/next(timeout:)`` came back with.
public enum TerminalEvent: Hashable, Sendable {
    case input(InputEvent)
    /// An Esc came, and may be the key or begin a sequence whose rest is late, such as an arrow key's on a slow line. The
    /// input that decides follows within a moment: until then show what the key would do, and do nothing.
    case foreseen(Key)
    /// Another thread called ``TerminalWaker/wake()``.
    case woken
    /// The process must end, within a second, with exit status 128 + `signal`. A terminal that has gone away counts as
    /// SIGHUP.
    case end(signal: Int32)
    /// The time is up.
    case timedOut
}

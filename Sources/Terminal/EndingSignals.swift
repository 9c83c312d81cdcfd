internal import CTerminal

/// The signals that end a process which takes no notice of them: all but those of faults, and those that the system and the
/// shell need for themselves.
public enum EndingSignals {
    /// From now on `note` is called for each of them that is not ignored, in place of the process' end. It runs as a signal
    /// handler: it may do what signal-safety(7) lists, and nothing else.
    public static func note(_ note: @escaping @convention(c) (Int32) -> Void) {
        ct_note_endings(note)
    }

    /// From now on a file that may not grow any more is an error of its writing, and ends nothing.
    public static func failFullFiles() {
        ct_fail_full_files()
    }

    /// From now on a fault ends the process with its signal, at once. Swift's runtime would write to the terminal and ask there
    /// for half a minute whether to debug: nothing for a guest of a workshop.
    public static func crashQuietly() {
        ct_crash_quietly()
    }

    /// From now on a fault of memory that is mapped from a file is `rescuer`'s first, also while the terminal is in use: where
    /// it returns 1, the program goes on. It runs as a signal handler.
    public static func rescue(by rescuer: @escaping @convention(c) (UnsafeMutableRawPointer?) -> Int32) {
        ct_rescue_by(rescuer)
    }
}

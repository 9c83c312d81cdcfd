/// What stands in an event's `sequence` where its time is written finer than a millisecond: the nanoseconds beyond it, and the
/// order that the source gives itself. Time is kept in milliseconds everywhere; this keeps the order within one, and tells
/// apart instants that a millisecond does not (D1).
public enum FineOrder {
    /// No source counts so far by itself.
    private static let least: Int64 = 1 << 62
    private static let ownBits: Int64 = 41
    private static let ownZero: Int64 = 1 << (ownBits - 1)

    /// - Parameters:
    ///   - nanoseconds: beyond the millisecond, 1 to 999,999.
    ///   - own: the source's own order; counted as the nearest that fits, beyond a million millions.
    public static func sequence(nanoseconds: Int64, own: Int64) -> Int64 {
        least + nanoseconds << ownBits + ownZero + max(-ownZero, min(own, ownZero - 1))
    }

    /// The nanoseconds beyond the millisecond; 0 for every other sequence.
    @inline(__always)
    public static func nanoseconds(of sequence: Int64) -> Int64 {
        sequence < least ? 0 : (sequence - least) >> ownBits
    }
}

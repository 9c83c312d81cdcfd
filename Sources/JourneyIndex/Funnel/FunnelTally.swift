import JourneyModel

/// Counts and times of a funnel over many subjects; two tallies join in any order.
struct FunnelTally: Sendable {
    struct Next: BitwiseCopyable, Sendable {
        /// Touchpoint and channel codes, + 1 each.
        var key: UInt64
        var delay: Int64
    }

    var converted = 0
    var matureConverted = 0
    var mature = 0
    /// By depth - 1.
    var dropped: [Int]
    var pending: [Int]
    /// By depth - 1: times since the step before.
    var gaps: [Pieces<Int64>]
    /// By depth - 1: where those who dropped went.
    var next: [Pieces<Next>]
    var nothingNext: [Int]
    /// By optional step.
    var optionalDelays: [Pieces<Int64>]
    var timesToConvert = Pieces<Int64>()
    /// How long those were seen who did not convert, as far as that is not the window.
    var censored = Pieces<Int64>()
    /// How many were seen for as long as the window, and did not convert.
    var outlasting = 0

    init(depth: Int, optionals: Int) {
        dropped = Array(repeating: 0, count: depth)
        pending = dropped
        nothingNext = dropped
        gaps = Array(repeating: Pieces(), count: depth)
        next = Array(repeating: Pieces(), count: depth)
        optionalDelays = Array(repeating: Pieces(), count: optionals)
    }

    var entered: Int { converted + dropped.reduce(0, +) + pending.reduce(0, +) }

    /// Subjects with a chain of at least `depth`.
    func reached(_ depth: Int) -> Int {
        converted + dropped[(depth - 1)...].reduce(0, +) + pending[(depth - 1)...].reduce(0, +)
    }

    /// Leaves what `detail` asks for.
    mutating func keep(_ detail: FunnelQuery.Detail) {
        if detail == .full { return }
        for index in gaps.indices {
            gaps[index] = Pieces()
            next[index] = Pieces()
            nothingNext[index] = 0
        }
        if detail == .times { return }
        timesToConvert = Pieces()
        censored = Pieces()
        outlasting = 0
    }

    mutating func join(_ other: FunnelTally) {
        converted += other.converted
        matureConverted += other.matureConverted
        mature += other.mature
        outlasting += other.outlasting
        for index in dropped.indices {
            dropped[index] += other.dropped[index]
            pending[index] += other.pending[index]
            nothingNext[index] += other.nothingNext[index]
            gaps[index].join(other.gaps[index])
            next[index].join(other.next[index])
        }
        for index in optionalDelays.indices { optionalDelays[index].join(other.optionalDelays[index]) }
        timesToConvert.join(other.timesToConvert)
        censored.join(other.censored)
    }
}

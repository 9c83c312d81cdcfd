import JourneyModel

/// Counts and times of a funnel over many subjects; two tallies join in any order.
struct FunnelTally: Sendable {
    struct Next: Sendable {
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
    var gaps: [[Int64]]
    /// By depth - 1: where those who dropped went.
    var next: [[Next]]
    var nothingNext: [Int]
    /// By optional step.
    var optionalDelays: [[Int64]]
    var timesToConvert: [Int64] = []
    /// How long those were seen who did not convert, as far as that is not the window.
    var censored: [Int64] = []
    /// How many were seen for as long as the window, and did not convert.
    var outlasting = 0

    init(depth: Int, optionals: Int) {
        dropped = Array(repeating: 0, count: depth)
        pending = dropped
        nothingNext = dropped
        gaps = Array(repeating: [], count: depth)
        next = Array(repeating: [], count: depth)
        optionalDelays = Array(repeating: [], count: optionals)
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
            gaps[index] = []
            next[index] = []
            nothingNext[index] = 0
        }
        if detail == .times { return }
        timesToConvert = []
        censored = []
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
            FunnelTally.add(other.gaps[index], to: &gaps[index])
            FunnelTally.add(other.next[index], to: &next[index])
        }
        for index in optionalDelays.indices { FunnelTally.add(other.optionalDelays[index], to: &optionalDelays[index]) }
        FunnelTally.add(other.timesToConvert, to: &timesToConvert)
        FunnelTally.add(other.censored, to: &censored)
    }

    /// What is added to nothing need not be copied.
    private static func add<Element>(_ more: [Element], to list: inout [Element]) {
        if list.isEmpty { list = more } else { list += more }
    }
}

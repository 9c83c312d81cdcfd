import JourneyModel

/// Counts what follows what over a range of subjects.
struct PathsScan: Sendable {
    /// Coming back to a touchpoint (D10).
    struct Rework: Sendable {
        var selfLoops = 0
        var repetitions = 0
        var subjects = 0
    }

    let selection: ScopeSelection
    let touchpoint: CodeColumn
    let channel: CodeColumn
    private(set) var transitions: PairCounts
    private(set) var handoffs: PairCounts
    /// By touchpoint code + 1.
    private(set) var starts: [Int]
    private(set) var ends: [Int]
    private(set) var rework: [Rework]
    private(set) var subjects = 0
    /// By touchpoint code + 1: the last subject seen there, and the last that came back, + 1.
    private var seen: [Int]
    private var reworked: [Int]

    init(_ selection: ScopeSelection, touchpoints: Int, channels: Int) {
        self.selection = selection
        touchpoint = selection.projection.events.touchpoint
        channel = selection.projection.events.channel
        transitions = PairCounts(codes: touchpoints)
        handoffs = PairCounts(codes: channels)
        starts = Array(repeating: 0, count: touchpoints + 1)
        ends = starts
        seen = starts
        reworked = starts
        rework = Array(repeating: Rework(), count: touchpoints + 1)
    }

    mutating func scan(_ range: Range<Int>) {
        for subject in range {
            var last = -1
            for position in selection.projection.range(of: subject) where selection.mask.keeps(position) {
                let here = touchpoint[position]
                let slot = Int(here) + 1
                if last < 0 {
                    starts[slot] += 1
                } else {
                    let before = touchpoint[last]
                    transitions.add(from: before, to: here, subject: subject)
                    let (from, to) = (channel[last], channel[position])
                    if from != to, from >= 0, to >= 0 { handoffs.add(from: from, to: to, subject: subject) }
                    if seen[slot] == subject + 1 { comeBack(slot, isImmediate: before == here, subject) }
                }
                seen[slot] = subject + 1
                last = position
            }
            if last >= 0 {
                ends[Int(touchpoint[last]) + 1] += 1
                subjects += 1
            }
        }
    }

    private mutating func comeBack(_ slot: Int, isImmediate: Bool, _ subject: Int) {
        if isImmediate { rework[slot].selfLoops += 1 } else { rework[slot].repetitions += 1 }
        if reworked[slot] != subject + 1 {
            reworked[slot] = subject + 1
            rework[slot].subjects += 1
        }
    }

    /// Adds what was counted of other subjects.
    mutating func join(_ other: PathsScan) {
        transitions.join(other.transitions)
        handoffs.join(other.handoffs)
        subjects += other.subjects
        for slot in starts.indices {
            starts[slot] += other.starts[slot]
            ends[slot] += other.ends[slot]
            rework[slot].selfLoops += other.rework[slot].selfLoops
            rework[slot].repetitions += other.rework[slot].repetitions
            rework[slot].subjects += other.rework[slot].subjects
        }
    }
}

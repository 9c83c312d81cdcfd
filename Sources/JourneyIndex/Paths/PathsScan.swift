import JourneyModel
import Tallies

/// Counts what follows what over a range of subjects.
final class PathsScan {
    /// What was counted.
    struct Counts: Sendable {
        var transitions: [PairCounts.Pair] = []
        /// By touchpoint code + 1.
        var starts: [Int]
        var ends: [Int]
        var rework: [PathsTally.Rework]
        var subjects = 0

        /// Adds what was counted of other subjects; pairs are joined apart.
        mutating func join(_ other: Counts) {
            subjects += other.subjects
            for slot in starts.indices {
                starts[slot] += other.starts[slot]
                ends[slot] += other.ends[slot]
                rework[slot].add(other.rework[slot])
            }
        }
    }

    /// What is known of one touchpoint.
    private struct Place: BitwiseCopyable {
        var starts = 0
        var ends = 0
        var selfLoops = 0
        var repetitions = 0
        var reworking = 0
        /// The last subject seen here, and the last that came back, + 1.
        var seen = 0
        var reworked = 0
    }

    private let selection: ScopeSelection
    private let touchpoint: CodeColumn
    private let transitions: PairCounts
    /// By touchpoint code + 1.
    private let places: UnsafeMutablePointer<Place>
    private let count: Int
    private var subjects = 0

    init(_ selection: ScopeSelection, touchpoints: Int) {
        self.selection = selection
        touchpoint = selection.projection.events.touchpoint
        transitions = PairCounts(codes: touchpoints)
        count = touchpoints + 1
        places = .allocate(capacity: count)
        places.initialize(repeating: Place(), count: count)
    }

    deinit {
        places.deallocate()
    }

    func scan(_ range: Range<Int>) {
        let (projection, mask, touchpoint) = (selection.projection, selection.mask, touchpoint)
        for subject in range {
            var before: Int32 = -1
            var isFirst = true
            for position in projection.range(of: subject) where mask.keeps(position) {
                let here = touchpoint[position]
                let slot = Int(here) &+ 1
                if isFirst {
                    places[slot].starts &+= 1
                    isFirst = false
                } else {
                    transitions.add(from: before, to: here, subject: subject)
                    if places[slot].seen == subject &+ 1 { comeBack(slot, isImmediate: before == here, subject) }
                }
                places[slot].seen = subject &+ 1
                before = here
            }
            if !isFirst {
                places[Int(before) &+ 1].ends &+= 1
                subjects &+= 1
            }
        }
    }

    @inline(__always)
    private func comeBack(_ slot: Int, isImmediate: Bool, _ subject: Int) {
        if isImmediate { places[slot].selfLoops &+= 1 } else { places[slot].repetitions &+= 1 }
        if places[slot].reworked != subject &+ 1 {
            places[slot].reworked = subject &+ 1
            places[slot].reworking &+= 1
        }
    }

    var counts: Counts {
        let places = (0..<count).map { self.places[$0] }
        return Counts(
            transitions: transitions.pairs,
            starts: places.map(\.starts),
            ends: places.map(\.ends),
            rework: places.map {
                .init(selfLoops: $0.selfLoops, repetitions: $0.repetitions, subjects: $0.reworking)
            },
            subjects: subjects
        )
    }
}

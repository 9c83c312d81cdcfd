import JourneyModel

/// The events of the subjects of one counting unit, subject by subject, each in the order of D1: by time, then
/// sequence, then number.
///
/// Some subjects here may be empty: places that the index has given up because their events were written again elsewhere.
/// Nobody counts a subject without events in scope, so no question needs to know.
final class Projection: Sendable {
    let unit: CountingUnit
    let events: EventColumns
    /// Subject `s` has the events `starts[s] ..< starts[s + 1]`, unless it is dead.
    private let starts: Column<UInt32>
    /// Bits of the dead; nil where there are none.
    private let dead: Column<UInt64>?
    /// What subject `s` is called: the code of its person or case; for sessions and attempts a running number.
    let subjectCode: CodeColumn
    /// Events that belong to no subject of this unit: they count in volumes only.
    let unassigned: EventColumns

    init(
        unit: CountingUnit,
        events: EventColumns,
        starts: Column<UInt32>,
        dead: Column<UInt64>? = nil,
        subjectCode: CodeColumn,
        unassigned: EventColumns
    ) {
        self.unit = unit
        self.events = events
        self.starts = starts
        self.dead = dead
        self.subjectCode = subjectCode
        self.unassigned = unassigned
    }

    /// Places of subjects, the empty ones included.
    var subjects: Int { starts.count - 1 }

    /// Subjects that have events.
    var liveSubjects: Int { subjects - (dead?.values.reduce(0) { $0 + $1.nonzeroBitCount } ?? 0) }

    /// Where the events of the subjects from `subject` on begin, whether they are dead or not.
    @inline(__always)
    func start(of subject: Int) -> Int { Int(starts[subject]) }

    var hasDead: Bool { dead != nil }

    @inline(__always)
    func isDead(_ subject: Int) -> Bool {
        guard let dead else { return false }
        return dead[subject >> 6] >> UInt64(subject & 63) & 1 != 0
    }

    /// Positions of the events of `subject`.
    @inline(__always)
    func range(of subject: Int) -> Range<Int> {
        isDead(subject) ? 0..<0 : Int(starts[subject])..<Int(starts[subject + 1])
    }
}

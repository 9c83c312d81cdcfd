import JourneyModel

/// The events of the subjects of one counting unit, subject by subject, each in the order of D1: by time, then
/// sequence, then import row.
final class Projection: Sendable {
    let unit: CountingUnit
    let events: EventColumns
    /// Subject `s` has the events `offsets[s] ..< offsets[s + 1]`, at least one.
    let offsets: Column<Int32>
    /// What subject `s` is called in the snapshot: the code of its person or case; for sessions the session's code,
    /// numbers beyond those for sessions told by their gaps; for attempts a running number.
    let subjectCode: Column<Int32>
    /// Events that belong to no subject of this unit, in the order of import: they count in volumes only.
    let unassigned: EventColumns

    init(
        unit: CountingUnit,
        events: EventColumns,
        offsets: Column<Int32>,
        subjectCode: Column<Int32>,
        unassigned: EventColumns
    ) {
        self.unit = unit
        self.events = events
        self.offsets = offsets
        self.subjectCode = subjectCode
        self.unassigned = unassigned
    }

    var subjects: Int { subjectCode.count }

    /// Positions of the events of `subject`.
    func range(of subject: Int) -> Range<Int> {
        Int(offsets[subject])..<Int(offsets[subject + 1])
    }
}

import JourneyModel

/// The events of subjects that a scope's filters and as-of time keep, whatever its range.
struct SubjectHistory: Sendable {
    let events: EventColumns
    let mask: EventMask
    let scattered: ScatteredCases?
    private let time: Column<Int64>

    init(_ events: EventColumns, _ mask: EventMask, scattered: ScatteredCases?) {
        self.events = events
        self.mask = mask
        self.scattered = scattered
        time = events.time
    }

    /// Where the last event that is kept lies.
    func last(_ place: SubjectPlace) -> Int? {
        switch place {
        case .rows(let rows): rows.last(where: mask.keeps)
        case .scattered(let index): scattered?.cases[index].last { mask.keeps($0.row) }?.row
        case .none: nil
        }
    }

    func first(_ place: SubjectPlace) -> Int? {
        switch place {
        case .rows(let rows): rows.first(where: mask.keeps)
        case .scattered(let index): scattered?.cases[index].first { mask.keeps($0.row) }?.row
        case .none: nil
        }
    }

    func count(_ place: SubjectPlace) -> Int {
        switch place {
        case .rows(let rows): mask.keepsAll ? rows.count : rows.count(where: mask.keeps)
        case .scattered(let index): scattered?.cases[index].count { mask.keeps($0.row) } ?? 0
        case .none: 0
        }
    }

    func time(_ row: Int) -> Int64 { time[row] }

    /// What comes first in a list: the larger.
    func rank(_ member: SubjectMember, by order: SubjectsQuery.Order) -> Int64 {
        switch order {
        case .recent: last(member.place).map(time) ?? member.reason.at
        case .reason: member.reason.at
        case .events: Int64(count(member.place))
        }
    }
}

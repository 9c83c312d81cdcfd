import JourneyModel

/// Settles local times that come twice, where clocks are put back, by the order of the rows; and counts them, and those that
/// never were.
///
/// In a file in order of time, a row that shows an earlier time than the row before it in the same repeated hour is of the
/// hour's second coming, and so are all rows after it. In one whose newest rows come first it is the other way round: rows are
/// of the second coming until one shows a later time. Where the order says nothing, a time is the first.
struct ClockChanges {
    /// How far the rows of a person, or all rows, have come in a repeated hour.
    private struct Place {
        /// The first of the two times, of the row met last.
        var time: Int64
        var isSecond: Bool
    }

    private let order: FileOrder
    private var places: [UInt64: Place] = [:]
    private var twice = 0
    private var second = 0
    private var never = 0

    /// So many persons are known at a time; beyond, the order says nothing of those met before.
    private static let mostPlaces = 1 << 20

    init(_ order: FileOrder) {
        self.order = order
    }

    /// Counts a time that is taken as it was read.
    mutating func count(_ mark: TimeMark) {
        switch mark.clock {
        case .repeats: twice += 1
        case .skipped: never += 1
        case nil: break
        }
    }

    /// - Parameter times: in the order of the rows.
    mutating func settle(_ times: [ClockTime], in batch: inout EventBatch) {
        // What else a row tells is no earlier than its time.
        for time in times.sorted(by: { ($0.row, $0.field.rawValue) < ($1.row, $1.field.rawValue) }) {
            guard case .repeats(let gap) = time.clock else {
                never += 1
                continue
            }
            twice += 1
            guard isSecond(time, gap, batch) else { continue }
            second += 1
            move(time, by: gap, in: &batch)
        }
    }

    private mutating func isSecond(_ time: ClockTime, _ gap: Milliseconds, _ batch: EventBatch) -> Bool {
        let first = batch.value(time)
        if time.field != .time { return first < batch.time[time.row] && first + gap >= batch.time[time.row] }
        let direction: FileOrder.Direction
        let key: UInt64
        switch order {
        case .unknown: return false
        case .ofAll(let found): (direction, key) = (found, 0)
        case .ofSubjects(let found):
            guard let subject = batch.subject(time.row) else { return false }
            (direction, key) = (found, subject)
        }
        if places.count > ClockChanges.mostPlaces { places.removeAll() }
        var place = Place(time: first, isSecond: direction == .backward)
        if let known = places[key], abs(first - known.time) < gap {
            let turns = direction == .forward ? first < known.time : first > known.time
            place.isSecond = turns ? direction == .forward : known.isSecond
        }
        places[key] = place
        return place.isSecond
    }

    private func move(_ time: ClockTime, by gap: Milliseconds, in batch: inout EventBatch) {
        let (old, row) = (batch.value(time), time.row)
        let name: CanonicalRow.Name
        switch time.field {
        case .end:
            batch.end[row] = old + gap
            name = .end
        case .recorded:
            batch.recorded[row] = old + gap
            name = .recorded
        default:
            batch.time[row] = old + gap
            name = .time
        }
        guard !batch.isKnownByCells, !batch.rowHash.isEmpty, batch.rowHash[row] != EventBatch.RowHash(high: 0, low: 0)
        else { return }
        let (before, after) = (name.hash(old), name.hash(old + gap))
        batch.rowHash[row].high = batch.rowHash[row].high &- before.high &+ after.high
        batch.rowHash[row].low = batch.rowHash[row].low &- before.low &+ after.low
    }

    /// What the file's owner should know.
    var notes: [ImportNote] {
        var notes: [ImportNote] = []
        if twice > 0 {
            let text =
                "local times that come twice, because clocks were put back: \(twice); by the order of the rows \(second) of "
                + "them the second, the others taken for the first"
            notes.append(ImportNote("repeated-times", text, count: twice))
        }
        if never > 0 {
            let text = "local times that never were, because clocks were put forward: \(never); moved forward as well"
            notes.append(ImportNote("skipped-times", text, count: never))
        }
        return notes
    }
}

extension EventBatch {
    fileprivate func value(_ time: ClockTime) -> Int64 {
        switch time.field {
        case .end: end[time.row]
        case .recorded: recorded[time.row]
        default: self.time[time.row]
        }
    }

    /// What tells the row's person, else its case, from others; nil where it has neither.
    fileprivate func subject(_ row: Int) -> UInt64? {
        for column in [person, caseID] where !column.isEmpty {
            let range = column.range(row)
            guard !range.isEmpty else { continue }
            return column.bytes[range].withUnsafeBytes { XXHash64.hash($0, seed: 0) } | 1
        }
        return nil
    }
}

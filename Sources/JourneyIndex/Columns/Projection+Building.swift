import JourneyModel

/// D10: a session ends where nothing happens for longer than this.
private let sessionGap: Milliseconds = 30 * .minute
/// D10: a journey ends after this long without an event.
private let attemptGap: Milliseconds = 28 * .day

extension Projection {
    /// The projection of persons or cases: an event belongs to the one its row names.
    static func byCode(_ unit: CountingUnit, of source: EventSource) -> Projection {
        let events = source.snapshot.events
        return grouped(unit, of: source, by: unit == .case ? events.caseID : events.person)
    }

    /// Sessions (D10): the session's id where the event has one; the other events of a person are split where a gap
    /// exceeds 30 minutes. Events with neither belong to none.
    static func sessions(of source: EventSource, people: Projection) -> Projection {
        var session = source.snapshot.events.session
        var next = Int32(clamping: source.snapshot.sessions.count)
        let rows = people.events.row
        for subject in 0..<people.subjects {
            var last: Int64?
            for position in people.range(of: subject) where session[Int(rows[position])] < 0 {
                let time = people.events.time[position]
                if let last, exceeds(from: last, to: time, sessionGap) { next += 1 }
                session[Int(rows[position])] = next
                last = time
            }
            if last != nil { next += 1 }
        }
        return grouped(.session, of: source, by: session)
    }

    /// Journeys without a case's id (D10): one person and one service until more than 28 days pass without an event.
    /// Events of a person that name no service are journeys of their own.
    static func attempts(of source: EventSource, people: Projection) -> Projection {
        var attempt = Array(repeating: Int32(-1), count: source.count)
        let service = people.events.service
        let services = (source.dimensionIfAny(Dimension.service)?.values.count ?? 0) + 1
        var current = Array(repeating: (subject: -1, attempt: Int32(0), time: Int64(0)), count: services)
        var next: Int32 = 0
        for subject in 0..<people.subjects {
            for position in people.range(of: subject) {
                let slot = Int(service[position]) + 1
                let time = people.events.time[position]
                if current[slot].subject != subject || exceeds(from: current[slot].time, to: time, attemptGap) {
                    current[slot] = (subject, next, time)
                    next += 1
                }
                current[slot].time = time
                attempt[Int(people.events.row[position])] = current[slot].attempt
            }
        }
        return grouped(.attempt, of: source, by: attempt)
    }

    private static func exceeds(from earlier: Int64, to later: Int64, _ gap: Milliseconds) -> Bool {
        Timestamp(milliseconds: later).since(Timestamp(milliseconds: earlier)) > gap
    }

    /// Events by subject code, a counting sort; -1 has no subject. Codes without events are left out.
    private static func grouped(_ unit: CountingUnit, of source: EventSource, by code: [Int32]) -> Projection {
        let codes = Int(code.max() ?? -1) + 1
        var counts = Array(repeating: Int32(0), count: codes + 1)
        for value in code { counts[Int(value) + 1] += 1 }
        let unassigned = Int(counts[0])
        // The next free place of each code.
        var places = Array(repeating: Int32(0), count: codes + 1)
        var offsets: [Int32] = []
        var subjectCode: [Int32] = []
        var start: Int32 = 0
        for value in 0..<codes where counts[value + 1] > 0 {
            places[value + 1] = start
            offsets.append(start)
            subjectCode.append(Int32(value))
            start += counts[value + 1]
        }
        offsets.append(start)
        var rows = Array(repeating: Int32(0), count: code.count - unassigned)
        var loose: [Int32] = []
        loose.reserveCapacity(unassigned)
        for (row, value) in code.enumerated() {
            if value < 0 {
                loose.append(Int32(row))
            } else {
                rows[Int(places[Int(value) + 1])] = Int32(row)
                places[Int(value) + 1] += 1
            }
        }
        sortWithinSubjects(&rows, offsets: offsets, events: source.snapshot.events)
        return Projection(
            unit: unit,
            events: EventColumns(source: source, row: Column(rows)),
            offsets: Column(offsets),
            subjectCode: Column(subjectCode),
            unassigned: EventColumns(source: source, row: Column(loose))
        )
    }

    /// D1: time, sequence, import row. Most files come in that order already, so look before sorting.
    private static func sortWithinSubjects(_ rows: inout [Int32], offsets: [Int32], events: EventTable) {
        let time = events.time
        let sequence = events.sequence
        func precedes(_ left: Int32, _ right: Int32) -> Bool {
            let (a, b) = (Int(left), Int(right))
            if time[a] != time[b] { return time[a] < time[b] }
            if !sequence.isEmpty, sequence[a] != sequence[b] { return sequence[a] < sequence[b] }
            return left < right
        }
        for subject in 0..<(offsets.count - 1) {
            let range = Int(offsets[subject])..<Int(offsets[subject + 1])
            let isSorted = range.dropFirst().allSatisfy { precedes(rows[$0 - 1], rows[$0]) }
            if !isSorted { rows[range].sort(by: precedes) }
        }
    }
}

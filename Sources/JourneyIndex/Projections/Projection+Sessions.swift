import JourneyModel
import Tallies

/// D10: a session ends where nothing happens for longer than this.
let sessionGap: Milliseconds = 30 * .minute

extension Projection {
    /// Sessions (D10): the session's id where the event has one; the other events of a person are split where a gap
    /// exceeds 30 minutes. Events with neither belong to none.
    static func sessions(of source: EventSource, stored: Projection, people: Projection) -> Projection {
        let session = source.codes(.session)
        if session.width == 0, let whole = contiguousSessions(of: source, people: people) { return whole }
        var codes = liveRows(of: source, stored) { session[$0] }
        var next = Int32(clamping: source.image.manifest.sessions)
        let time = people.events.time
        for subject in 0..<people.subjects {
            var last: Int64?
            for position in people.range(of: subject) where codes[people.events.row(position)] == -1 {
                if let last, exceeds(from: last, to: time[position], sessionGap) { next += 1 }
                codes[people.events.row(position)] = next
                last = time[position]
            }
            if last != nil { next += 1 }
        }
        return grouped(.session, of: source, by: codes)
    }

    /// Where no event names its session, sessions lie in the index one after another: only their bounds are new.
    private static func contiguousSessions(of source: EventSource, people: Projection) -> Projection? {
        let manifest = source.image.manifest
        // Events of nobody lie last, unless persons have come since.
        let isPlain =
            people.liveSubjects + manifest.loose.count == people.subjects
            && manifest.loose.allSatisfy { $0.upperBound == source.rows }
        guard isPlain, people.unit == manifest.unit, manifest.unit == .person else { return nil }
        let time = people.events.time.values
        var starts: [UInt32] = []
        for subject in 0..<people.subjects {
            let range = people.range(of: subject)
            for position in range
            where position == range.lowerBound || exceeds(from: time[position - 1], to: time[position], sessionGap) {
                starts.append(UInt32(position))
            }
        }
        starts.append(UInt32(manifest.loose.first?.lowerBound ?? source.rows))
        return Projection(
            unit: .session,
            events: people.events,
            starts: Column(starts),
            subjectCode: CodeColumn(count: starts.count - 1, limit: Int(Int32.max)) { Int32($0) },
            unassigned: people.unassigned
        )
    }

    /// Journeys without a case's id (D10): one person and one service until more than 28 days pass without an event.
    /// Events of a person that name no service are journeys of their own.
    static func attempts(of source: EventSource, stored: Projection, people: Projection) -> Projection {
        var attempt = liveRows(of: source, stored) { _ in -1 }
        let service = people.events.service
        let time = people.events.time
        let services = (source.dimensionIfAny(Dimension.service)?.values.count ?? 0) + 1
        var current = Array(repeating: (subject: -1, attempt: Int32(0), time: Int64(0)), count: services)
        var next: Int32 = 0
        for subject in 0..<people.subjects {
            for position in people.range(of: subject) {
                let slot = Int(service[position]) + 1
                let time = time[position]
                if current[slot].subject != subject || exceeds(from: current[slot].time, to: time, journeyGap) {
                    current[slot] = (subject, next, time)
                    next += 1
                }
                current[slot].time = time
                attempt[people.events.row(position)] = current[slot].attempt
            }
        }
        return grouped(.attempt, of: source, by: attempt)
    }

    private static func exceeds(from earlier: Int64, to later: Int64, _ gap: Milliseconds) -> Bool {
        Timestamp(milliseconds: later).since(Timestamp(milliseconds: earlier)) > gap
    }
}

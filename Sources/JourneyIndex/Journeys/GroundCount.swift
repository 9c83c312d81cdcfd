import JourneyModel
import Tallies

/// How much is in scope: one pass over all events.
struct GroundCount: Sendable {
    /// In range.
    private(set) var events = 0
    private(set) var subjects = 0
    private(set) var eventsWithoutSubject = 0
    /// Events in range by service's code + 1.
    private(set) var eventsByService: [Int]
    /// First and last event, whatever the range.
    private(set) var first: Int64?
    private(set) var last: Int64?

    private init(services: Int) {
        eventsByService = Array(repeating: 0, count: services + 1)
    }

    /// - Throws: `CancellationError`.
    static func of(
        _ live: LiveEvents,
        _ mask: EventMask,
        in range: ClosedRange<Int64>?,
        services: Int
    ) async throws -> GroundCount {
        let projection = live.projection
        let (time, service) = (projection.events.time, projection.events.service)
        let all = try await live.scan(
            into: { GroundCount(services: services) },
            subjects: { count, subjects in
                for subject in subjects {
                    let before = count.events
                    count.take(projection.range(of: subject), mask, range, time, service)
                    if count.events > before { count.subjects += 1 }
                }
            },
            loose: { count, rows in
                let before = count.events
                count.take(rows, mask, range, time, service)
                count.eventsWithoutSubject += count.events - before
            },
            result: { $0 }
        )
        return all.dropFirst().reduce(into: all[0]) { $0.join($1) }
    }

    private mutating func take(
        _ rows: Range<Int>,
        _ mask: EventMask,
        _ range: ClosedRange<Int64>?,
        _ time: Column<Int64>,
        _ service: CodeColumn
    ) {
        var (low, high) = (first ?? .max, last ?? .min)
        let (from, to) = (range?.lowerBound ?? .max, range?.upperBound ?? .min)
        var (count, isAny) = (0, false)
        for index in rows where mask.keeps(index) {
            let time = time[index]
            low = min(low, time)
            high = max(high, time)
            isAny = true
            if time < from || time > to { continue }
            count += 1
            eventsByService[Int(service[index]) + 1] += 1
        }
        events += count
        if isAny { (first, last) = (low, high) }
    }

    private mutating func join(_ other: GroundCount) {
        events += other.events
        subjects += other.subjects
        eventsWithoutSubject += other.eventsWithoutSubject
        for service in eventsByService.indices { eventsByService[service] += other.eventsByService[service] }
        first = first.lesser(other.first)
        last = last.greater(other.last)
    }
}

import JourneyModel
import Tallies

/// What is made of one journey after the other.
protocol RouteCounter: SendableMetatype {
    mutating func count(_ route: JourneyRoute)
}

/// Finds the journeys (D10) of a whole store: a case; without one, a person in one service until it is completed or rests for
/// 28 days. Only what people do themselves is a step of one: a notice is none, though it may complete a journey or break its
/// rest.
final class RouteScan<Counter: RouteCounter> {
    private(set) var counter: Counter
    private let ground: JourneyGround
    private let events: JourneyEvents
    private let scattered: ScatteredCases
    private let route: JourneyRoute
    /// By channel's code + 1.
    private let classes: Column<Int32>
    /// Events of the person in hand: the journey's number above the row.
    private let rows = WorkingMemory<UInt64>()

    private init(
        _ counter: Counter,
        _ ground: JourneyGround,
        _ events: JourneyEvents,
        _ scattered: ScatteredCases,
        touchpoints: Int
    ) {
        self.counter = counter
        self.ground = ground
        self.events = events
        self.scattered = scattered
        route = JourneyRoute(touchpoints: touchpoints, classes: ground.rules.classChannels.count)
        classes = Column(ground.rules.channelClasses)
    }

    /// What every worker's counter made of its journeys.
    ///
    /// - Throws: `CancellationError`.
    static func counts<Result: Sendable>(
        _ bench: Workbench,
        into start: @escaping @Sendable () -> Counter,
        result: @escaping @Sendable (Counter) -> Result
    ) async throws -> [Result] {
        let ground = try await bench.desk.ground(bench, Scope())
        let (events, scattered) = (JourneyEvents(ground, bench.source), try bench.desk.scatteredCases(bench))
        let touchpoints = bench.source.dimensionIfAny(Dimension.touchpoint)?.values.count ?? 0
        let parts = try await ground.live.projection.scan(
            into: { RouteScan(start(), ground, events, scattered, touchpoints: touchpoints) },
            { try $0.scan($1) },
            result: { result($0.counter) }
        )
        let rest = RouteScan(start(), ground, events, scattered, touchpoints: touchpoints)
        try rest.scanScattered()
        return parts + [result(rest.counter)]
    }

    private func scan(_ subjects: Range<Int>) throws {
        for subject in subjects {
            let range = ground.live.projection.range(of: subject)
            if ground.unit == .person {
                try scanPerson(range)
            } else {
                try range.inParts { part in
                    for index in part where events.mask.keeps(index) { take(index, isOfCase: true) }
                }
                end()
            }
        }
    }

    /// A person's cases, and what belongs to none, service by service.
    private func scanPerson(_ range: Range<Int>) throws {
        let hasCases = events.caseID.width > 0
        rows.removeAll()
        var (first, isMixed): (UInt64?, Bool) = (nil, false)
        try range.inParts { part in
            for index in part where events.mask.keeps(index) {
                let caseID = hasCases ? events.caseID[index] : -1
                if caseID >= 0, scattered.contains(caseID) { continue }
                let journey = caseID >= 0 ? UInt64(caseID) : RouteScan.firstService + UInt64(events.slot(at: index))
                if first == nil { first = journey }
                if first != journey { isMixed = true }
                rows.append(journey << 32 | UInt64(index))
            }
        }
        if isMixed {
            var journeys = UnsafeMutableBufferPointer(start: rows.base, count: rows.count)
            journeys.sort()
        }
        var before = first
        for place in 0..<rows.count {
            let journey = rows[place] >> 32
            if journey != before { end() }
            before = journey
            take(Int(rows[place] & 0xFFFF_FFFF), isOfCase: journey < RouteScan.firstService)
        }
        end()
    }

    /// Above the codes of cases: the journeys of services.
    private static var firstService: UInt64 { 1 << 31 }

    /// Cases of several persons, or with events of nobody.
    private func scanScattered() throws {
        for places in scattered.cases {
            try Task.checkCancellation()
            for place in places where events.mask.keeps(place.row) { take(place.row, isOfCase: true) }
            end()
        }
    }

    @inline(__always)
    private func take(_ index: Int, isOfCase: Bool) {
        let time = events.time[index]
        if isOfCase {
            if route.isCompleted { return }
        } else if let last = route.last, span(from: last, to: time) > journeyGap {
            end()
        }
        let (meaning, touchpoint) = (events.meaning(at: index), events.touchpoint[index])
        route.note(service: events.slot(at: index), at: time, isStart: meaning.contains(.start))
        if meaning.contains(.completes) {
            route.complete(at: touchpoint, classes[Int(events.channel[index]) + 1])
            if !isOfCase { end() }
        } else if !events.isOutbound(index) {
            route.reach(touchpoint, classes[Int(events.channel[index]) + 1])
        }
    }

    private func end() {
        if route.last != nil { counter.count(route) }
        route.removeAll()
    }
}

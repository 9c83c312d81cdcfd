import JourneyModel
import Tallies

/// O3: hand-offs from one channel to another within a journey (D20), found on all cores.
///
/// Only what people do themselves counts: an outbound notice on another channel is no hand-off. A journey is a case;
/// without one, a person in one service until it is completed or rests for 28 days (D10).
struct HandOffScan {
    private let ground: JourneyGround
    private let events: JourneyEvents
    private let scattered: ScatteredCases
    private let reask: CodeColumn
    private let reasked: Int32
    private let window: TimeWindow
    private var counts = JourneyCounts()
    /// By service's code + 1: the journey without a case of the person in hand.
    private let slots: WorkingTable<Slot>
    /// Services in which the person in hand has a journey.
    private var touched: [Int] = []
    /// Of the person in hand: events of cases, the case above the row.
    private var caseRows: [UInt64] = []
    /// Of the person in hand, by the place of an event: the place of the next step of its journey.
    private var links: [Int32] = []
    /// Rows of the journey in hand.
    private var steps: [Int] = []
    /// Of the journey in hand: for each step, when it is completed next.
    private var nextCompletion: [Int64] = []
    private var journeys = 0
    /// By touchpoint: the journey in hand that has it, and where first.
    private var firstSeen: [(journey: Int, step: Int)]

    private struct Slot {
        /// The person in hand; anybody else: there is no journey.
        var subject = -1
        var first = 0
        var last = 0
        var time: Int64 = 0
        var channel: Int32 = -1
        var hasSeveralChannels = false
    }

    /// - Throws: `CancellationError`.
    static func counts(
        _ bench: Workbench,
        _ ground: JourneyGround,
        _ scattered: ScatteredCases
    ) async throws -> JourneyCounts {
        let (source, events) = (bench.source, JourneyEvents(ground, bench.source))
        let parts = try await ground.live.projection.scan(
            into: { HandOffScan(source, ground, events, scattered) },
            { try $0.scan($1) },
            result: \.counts
        )
        var rest = HandOffScan(source, ground, events, scattered)
        try rest.scanScattered()
        return parts.reduce(into: rest.counts) { $0.add($1) }
    }

    private init(
        _ source: EventSource,
        _ ground: JourneyGround,
        _ events: JourneyEvents,
        _ scattered: ScatteredCases
    ) {
        self.ground = ground
        self.events = events
        self.scattered = scattered
        window = TimeWindow([ground.filter.range], rest: journeyGap)
        reask = ground.live.projection.events.codes(named: Dimension.reask)
        reasked = source.code(of: "yes", in: Dimension.reask)
        slots = WorkingTable(repeating: Slot(), count: ground.rules.services.count + 1)
        let touchpoints = source.dimensionIfAny(Dimension.touchpoint)?.values.count ?? 0
        firstSeen = Array(repeating: (0, 0), count: touchpoints)
    }

    private mutating func scan(_ subjects: Range<Int>) throws {
        for subject in subjects {
            let range = window.rows(of: ground.live.projection.range(of: subject), events.time)
            if range.isEmpty { continue }
            if ground.unit == .person {
                try scanPerson(subject, range)
            } else {
                try range.inParts { part in
                    for index in part where events.mask.keeps(index) && events.isOwn(index) { steps.append(index) }
                }
                followCase()
            }
        }
    }

    private mutating func scanPerson(_ subject: Int, _ range: Range<Int>) throws {
        let hasCases = events.caseID.width > 0
        while links.count < range.count { links.append(0) }
        try range.inParts { part in
            for index in part where events.mask.keeps(index) && events.isOwn(index) {
                if hasCases, events.caseID[index] >= 0 {
                    let caseID = events.caseID[index]
                    if !scattered.contains(caseID) { caseRows.append(UInt64(caseID) << 32 | UInt64(index)) }
                } else {
                    take(index, subject, range.lowerBound)
                }
            }
        }
        for service in touched where slots[service].subject == subject { end(service, range.lowerBound) }
        touched.removeAll(keepingCapacity: true)
        if !caseRows.isEmpty { followCases() }
    }

    /// - Parameter base: Row of the person's first event.
    @inline(__always)
    private mutating func take(_ index: Int, _ subject: Int, _ base: Int) {
        let service = events.slot(at: index)
        let time = events.time[index]
        let channel = events.channel[index]
        if slots[service].subject == subject, span(from: slots[service].time, to: time) > journeyGap {
            end(service, base)
        }
        if slots[service].subject == subject {
            if slots[service].channel != channel { slots[service].hasSeveralChannels = true }
            links[slots[service].last - base] = Int32(truncatingIfNeeded: index - base)
        } else {
            slots[service] = Slot(subject: subject, first: index, channel: channel)
            touched.append(service)
        }
        slots[service].last = index
        slots[service].time = time
        if events.meaning(at: index).contains(.completes) { end(service, base) }
    }

    private mutating func end(_ service: Int, _ base: Int) {
        slots[service].subject = -1
        guard slots[service].hasSeveralChannels else { return }
        var row = slots[service].first
        steps.append(row)
        while row != slots[service].last {
            row = base + Int(links[row - base])
            steps.append(row)
        }
        follow()
    }

    /// The cases of a person whose events lie nowhere else.
    private mutating func followCases() {
        caseRows.sort()
        var before = caseRows[0] >> 32
        for place in caseRows {
            if place >> 32 != before { followCase() }
            before = place >> 32
            steps.append(Int(place & 0xFFFF_FFFF))
        }
        followCase()
        caseRows.removeAll(keepingCapacity: true)
    }

    private mutating func scanScattered() throws {
        for places in scattered.cases {
            try Task.checkCancellation()
            for place in places where events.mask.keeps(place.row) && events.isOwn(place.row) {
                steps.append(place.row)
            }
            followCase()
        }
    }

    private mutating func followCase() {
        if let first = steps.first, steps.contains(where: { events.channel[$0] != events.channel[first] }) {
            follow()
        } else {
            steps.removeAll(keepingCapacity: true)
        }
    }

    /// Counts the hand-offs of one journey that lie in range and have had their 28 days. A hand-off asks again if, on the new
    /// channel, within 7 days and before the next hand-off, a touchpoint comes that the journey had before, or an event
    /// says so.
    private mutating func follow() {
        journeys += 1
        findCompletions()
        var handOff: Int?
        for step in steps.indices {
            let row = steps[step]
            let time = events.time[row]
            if step > 0, events.channel[row] != events.channel[steps[step - 1]] {
                handOff = isCounted(time) ? step : nil
                if handOff != nil {
                    counts.handOffs += 1
                    let done = nextCompletion[step]
                    if done != .max, span(from: time, to: done) <= journeyGap { counts.completed += 1 }
                }
            }
            let touchpoint = Int(events.touchpoint[row])
            let seen = firstSeen[touchpoint]
            if let start = handOff, span(from: events.time[steps[start]], to: time) <= 7 * .day {
                let hadBefore = seen.journey == journeys && seen.step < start
                if reask[row] == reasked || hadBefore {
                    counts.askedAgain += 1
                    handOff = nil
                }
            }
            if seen.journey != journeys { firstSeen[touchpoint] = (journeys, step) }
        }
        steps.removeAll(keepingCapacity: true)
    }

    private mutating func findCompletions() {
        while nextCompletion.count < steps.count { nextCompletion.append(.max) }
        var upcoming = Int64.max
        for step in steps.indices.reversed() {
            if events.meaning(at: steps[step]).contains(.completes) { upcoming = events.time[steps[step]] }
            nextCompletion[step] = upcoming
        }
    }

    private func isCounted(_ time: Int64) -> Bool {
        guard ground.isInRange(time), let horizon = ground.horizon else { return false }
        return Timestamp(milliseconds: time).advanced(by: journeyGap) <= horizon
    }
}

import JourneyModel
import Tallies

/// Finds hand-offs from one channel to another within a journey (D20), on all cores.
///
/// A journey is a case; without one, a person in one service until it is completed or rests for 28 days (D10). Only what
/// people do themselves is a hand-off: a notice on another channel is none, though it may complete a journey or break its
/// rest. What comes after the completion of a case is none either.
struct HandOffScan {
    private let ground: JourneyGround
    private let events: JourneyEvents
    private let scattered: ScatteredCases
    private let window: TimeWindow
    private var counts = HandOffCounts()
    private var journey: HandOffJourney
    /// By service's code + 1: the journey without a case of the person in hand.
    private let slots: WorkingTable<Slot>
    /// Services in which the person in hand has a journey.
    private var touched: [Int] = []
    /// Of the person in hand: events that matter to a case.
    private let caseRows = CaseRows()
    /// Of the person in hand, by the place of an event: the place of the next step of its journey.
    private var links: [Int32] = []

    private struct Slot {
        /// The person in hand; anybody else: there is no journey.
        var subject = -1
        /// Rows of its first and its last step; -1: it has none yet.
        var first = -1
        var last = -1
        /// Of its last event, a step or not.
        var time: Int64 = 0
        var channel: Int32 = -1
        var hasSeveralChannels = false
    }

    /// - Throws: `CancellationError`.
    static func counts(
        _ bench: Workbench,
        _ ground: JourneyGround,
        _ scattered: ScatteredCases
    ) async throws -> HandOffCounts {
        let (source, events) = (bench.source, JourneyEvents(ground, bench.source))
        let parts = try await ground.live.projection.scan(
            into: { HandOffScan(source, ground, events, scattered) },
            { try $0.scan($1) },
            result: \.counts
        )
        var rest = HandOffScan(source, ground, events, scattered)
        try rest.scanScattered()
        return parts.reduce(into: rest.counts) { $0.join($1) }
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
        journey = HandOffJourney(source, ground, events)
        window = TimeWindow([ground.filter.range], rest: journeyGap)
        slots = WorkingTable(repeating: Slot(), count: ground.rules.services.count + 1)
    }

    private mutating func scan(_ subjects: Range<Int>) throws {
        for subject in subjects {
            let range = window.rows(of: ground.live.projection.range(of: subject), events.time)
            if range.isEmpty { continue }
            if ground.unit == .person {
                try scanPerson(subject, range)
            } else {
                try range.inParts { part in
                    for index in part where events.mask.keeps(index) {
                        note(index)
                        journey.take(index)
                    }
                }
                journey.follow(.subject(subject), &counts)
            }
        }
    }

    // MARK: Persons

    private mutating func scanPerson(_ subject: Int, _ range: Range<Int>) throws {
        let hasCases = events.caseID.width > 0
        while links.count < range.count { links.append(0) }
        try range.inParts { part in
            for index in part where events.mask.keeps(index) {
                if hasCases, events.caseID[index] >= 0 {
                    let caseID = events.caseID[index]
                    if scattered.contains(caseID) { continue }
                    note(index)
                    if journey.matters(index) { caseRows.add(index, of: caseID) }
                } else {
                    note(index)
                    take(index, subject, range.lowerBound)
                }
            }
        }
        for service in touched where slots[service].subject == subject { end(service, range.lowerBound) }
        touched.removeAll(keepingCapacity: true)
        followCases(subject)
    }

    /// An event of a person without a case.
    ///
    /// - Parameter base: Row of the person's first event.
    @inline(__always)
    private mutating func take(_ index: Int, _ subject: Int, _ base: Int) {
        let service = events.slot(at: index)
        let time = events.time[index]
        if slots[service].subject == subject, span(from: slots[service].time, to: time) > journeyGap {
            end(service, base)
        }
        if slots[service].subject != subject {
            slots[service] = Slot(subject: subject)
            touched.append(service)
        }
        slots[service].time = time
        if events.isOwn(index) {
            let channel = events.channel[index]
            if slots[service].last < 0 {
                slots[service].first = index
                slots[service].channel = channel
            } else {
                if slots[service].channel != channel { slots[service].hasSeveralChannels = true }
                links[slots[service].last - base] = Int32(truncatingIfNeeded: index - base)
            }
            slots[service].last = index
        }
        if events.meaning(at: index).contains(.completes) { end(service, base, completed: time) }
    }

    private mutating func end(_ service: Int, _ base: Int, completed: Int64? = nil) {
        let subject = slots[service].subject
        slots[service].subject = -1
        guard slots[service].hasSeveralChannels else { return }
        var row = slots[service].first
        journey.add(row)
        while row != slots[service].last {
            row = base + Int(links[row - base])
            journey.add(row)
        }
        journey.completion = completed
        journey.follow(finder(subject), &counts)
    }

    /// The cases of a person whose events lie nowhere else.
    private mutating func followCases(_ subject: Int) {
        caseRows.drain { _, rows in
            for row in rows { journey.take(row) }
            journey.follow(finder(subject), &counts)
        }
    }

    private func finder(_ subject: Int) -> Finder {
        if scattered.isEmpty { return .subject(subject) }
        let code = ground.live.projection.subjectCode[subject]
        return scattered.people[code] == nil ? .subject(subject) : .personElsewhere(code)
    }

    // MARK: Cases of several persons, or with events of nobody

    private mutating func scanScattered() throws {
        for places in scattered.cases {
            try Task.checkCancellation()
            for place in places where events.mask.keeps(place.row) {
                note(place.row)
                journey.take(
                    place.row,
                    of: place.person < 0 ? .caseElsewhere(place.caseID) : .personElsewhere(place.person)
                )
            }
            journey.follow(.nobody, &counts)
        }
    }

    /// An inbound event without a channel is no step of a journey.
    @inline(__always)
    private mutating func note(_ index: Int) {
        if events.channel[index] < 0, !events.isOutbound(index), ground.isInRange(events.time[index]) {
            counts.withoutChannel += 1
        }
    }
}

import JourneyModel
import Tallies

/// One pass over all subjects on all cores: who did the steps of their transactions (D24, P6).
///
/// A step is an event of a transaction (D12), its start and its completion among them, but for what is sent to a person, and
/// for touchpoints of information and of failure. Of a case with a start or a completion the steps are its events up to the
/// completion; without a case those from a start on, until the transaction is completed or rests for 28 days.
struct StepScan {
    private let events: JourneyEvents
    private let ground: JourneyGround
    private let scattered: ScatteredCases
    private(set) var counts = StepCounts()
    /// By service's code + 1: whose transaction is open, + 1, and when its person last did anything there.
    private let open: WorkingTable<Open>
    /// Of the person in hand: events that matter to a case.
    private let caseRows = CaseRows()

    private struct Open {
        var subject = 0
        var last: Int64 = 0
    }

    /// - Throws: `CancellationError`.
    static func counts(
        _ bench: Workbench,
        _ ground: JourneyGround,
        _ scattered: ScatteredCases
    ) async throws -> StepCounts {
        guard let dimension = bench.source.dimensionIfAny(Dimension.actor), !dimension.values.isEmpty else {
            return StepCounts()
        }
        let events = JourneyEvents(ground, bench.source)
        let parts = try await ground.live.scan(
            into: { StepScan(events, ground, scattered) },
            subjects: { try $0.scan($1) },
            loose: { $0.scanLoose($1) },
            result: \.counts
        )
        var rest = StepScan(events, ground, scattered)
        for places in scattered.cases { try rest.takeCase(places.map(\.row)) }
        return parts.reduce(into: rest.counts) { $0.add($1) }
    }

    private init(_ events: JourneyEvents, _ ground: JourneyGround, _ scattered: ScatteredCases) {
        self.events = events
        self.ground = ground
        self.scattered = scattered
        open = WorkingTable(repeating: Open(), count: ground.rules.hasStart.count)
    }

    private mutating func scan(_ subjects: Range<Int>) throws {
        let projection = ground.live.projection
        for subject in subjects {
            let range = projection.range(of: subject)
            guard range.contains(where: isDone) else { continue }
            if ground.unit == .person {
                try scanPerson(subject, range)
            } else {
                try takeCase(range)
            }
        }
    }

    /// Whether a system or staff did it.
    @inline(__always)
    private func isDone(_ index: Int) -> Bool {
        switch events.actor(at: index) {
        case .system, .staff: true
        case .person, nil: false
        }
    }

    private mutating func scanPerson(_ subject: Int, _ range: Range<Int>) throws {
        let hasCases = events.caseID.width > 0
        try range.inParts { part in
            for index in part where events.mask.keeps(index) {
                let meaning = events.meaning(at: index)
                if hasCases, events.caseID[index] >= 0 {
                    noteOfCase(index, meaning)
                } else {
                    take(index, meaning, subject)
                }
            }
        }
        try caseRows.drain { _, rows in try takeCase(rows) }
    }

    private mutating func noteOfCase(_ index: Int, _ meaning: ServiceRules.Meaning) {
        let caseID = events.caseID[index]
        let matters = isDone(index) || !meaning.isDisjoint(with: [.start, .completes])
        if matters, !scattered.contains(caseID) { caseRows.add(index, of: caseID) }
    }

    /// An event of a person without a case.
    private mutating func take(_ index: Int, _ meaning: ServiceRules.Meaning, _ subject: Int) {
        let service = events.slot(at: index)
        let time = events.time[index]
        var isOpen = open[service].subject == subject + 1
        if isOpen, span(from: open[service].last, to: time) > journeyGap { isOpen = false }
        if meaning.contains(.start) { isOpen = true }
        if isOpen || meaning.contains(.completes) { count(index, meaning) }
        open[service] = Open(subject: isOpen && !meaning.contains(.completes) ? subject + 1 : 0, last: time)
    }

    /// The events of a case in the order of D1; those that neither start nor complete nor were done by a system or staff may
    /// be left out.
    private mutating func takeCase(_ rows: some Collection<Int>) throws {
        try Task.checkCancellation()
        let kept = rows.filter { events.mask.keeps($0) }
        let start = kept.firstIndex { events.meaning(at: $0).contains(.start) }
        let end = kept[(start ?? 0)...].firstIndex { events.meaning(at: $0).contains(.completes) }
        guard start != nil || end != nil else { return }
        for index in kept.prefix(through: end ?? kept.count - 1) { count(index, events.meaning(at: index)) }
    }

    /// A completion that neither a person nor a case can join is a transaction of one step.
    private mutating func scanLoose(_ rows: Range<Int>) {
        for index in rows where events.mask.keeps(index) && events.caseID[index] < 0 {
            let meaning = events.meaning(at: index)
            if !meaning.isDisjoint(with: [.start, .completes]) { count(index, meaning) }
        }
    }

    private mutating func count(_ index: Int, _ meaning: ServiceRules.Meaning) {
        guard ground.isInRange(events.time[index]), !events.isOutbound(index),
            meaning.isDisjoint(with: [.information, .failure])
        else { return }
        switch events.actor(at: index) {
        case .system: counts.bySystem += 1
        case .staff: counts.byStaff += 1
        case .person, nil: break
        }
    }
}

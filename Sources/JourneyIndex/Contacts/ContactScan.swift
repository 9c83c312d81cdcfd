import JourneyModel
import Tallies

/// One pass over subjects on all cores: contacts with staff that chase, repeat, or follow a lost digital attempt (D18).
///
/// Everything is told apart by subject and service.
struct ContactScan {
    private struct Kind: OptionSet {
        let rawValue: UInt8
        static let chase = Kind(rawValue: 1)
        static let `repeat` = Kind(rawValue: 2)
        static let leak = Kind(rawValue: 4)
    }

    private let events: JourneyEvents
    private let ground: JourneyGround
    /// Time over which a channel's costs are shared out.
    private let costSpan: Range<Int64>
    private let window: TimeWindow
    private var counts: ContactCounts
    /// Nil where nobody asks who left the service online and asked staff.
    private var witness: LeakWitness?
    /// By service's code + 1.
    private let slots: WorkingTable<Slot>
    /// Services of which something is known of the subject in hand.
    private var touched: [Int] = []
    /// Of the subject in hand: its contacts, what each is, and the place of the next that has not begun.
    private var contacts: ContactRuns
    private var kinds: [Kind] = []
    private var next = 0
    private var repeats: RepeatedContacts
    private var attempts: LostAttempts

    /// What is known of one subject in one service while its events pass.
    private struct Slot {
        var subject = -1
        var lastTime: Int64 = 0
        /// A digital attempt, and the first contact since its latest digital event.
        var hasAttempt = false
        var attempt = DigitalAttempt()
        /// Since when a case is open.
        var isOpen = false
        var openSince: Int64 = 0
        var hasCase = false

        var isIdle: Bool { !hasAttempt && !isOpen }
    }

    /// - Parameter costs: Where what a channel costs a contact is to be known.
    /// - Throws: `CancellationError`.
    static func counts(
        _ bench: Workbench,
        _ ground: JourneyGround,
        _ costs: TransactionCosts
    ) async throws -> ContactCounts {
        let span = costs.contactSpan(before: ground.end) ?? 0..<0
        return ContactCounts.joined(try await scan(bench, ground, span, witness: nil, result: \.counts))
    }

    /// What every worker's `witness` noted.
    ///
    /// - Throws: `CancellationError`.
    static func members(
        _ bench: Workbench,
        _ ground: JourneyGround,
        witness: LeakWitness
    ) async throws -> [SubjectCollector] {
        try await scan(bench, ground, 0..<0, witness: witness) { $0.witness?.members ?? witness.members }
    }

    private static func scan<Result: Sendable>(
        _ bench: Workbench,
        _ ground: JourneyGround,
        _ costSpan: Range<Int64>,
        witness: LeakWitness?,
        result: @escaping @Sendable (ContactScan) -> Result
    ) async throws -> [Result] {
        let events = JourneyEvents(ground, bench.source)
        let scattered = try bench.desk.scatteredCases(bench)
        let elsewhere = try LostAttempts.decided(scattered, events)
        let start = { @Sendable in
            let attempts = LostAttempts(events, ground, scattered, elsewhere: elsewhere)
            return ContactScan(events, ground, costSpan, attempts, witness)
        }
        if ground.unit != ground.countedUnit {
            // Events of nobody, which lie by case here because a part of a store has no others.
            return try await ground.live.scanRows(into: start, { $0.scanLoose($1) }, result: result)
        }
        return try await ground.live.scan(
            into: start,
            subjects: { try $0.scan($1) },
            loose: { $0.scanLoose($1) },
            result: result
        )
    }

    private init(
        _ events: JourneyEvents,
        _ ground: JourneyGround,
        _ costSpan: Range<Int64>,
        _ attempts: LostAttempts,
        _ witness: LeakWitness?
    ) {
        self.witness = witness
        self.events = events
        self.ground = ground
        self.costSpan = costSpan
        self.attempts = attempts
        // A lost attempt may be told by an event long after the range.
        let shared = costSpan.isEmpty ? nil : costSpan.lowerBound...costSpan.upperBound
        window = TimeWindow([ground.filter.range, shared], rest: .max)
        let rules = ground.rules
        counts = ContactCounts(services: rules.services.count, channels: rules.channels.count)
        slots = WorkingTable(repeating: Slot(), count: counts.services.count)
        contacts = ContactRuns(events, ground)
        repeats = RepeatedContacts(services: counts.services.count)
    }

    private mutating func scan(_ subjects: Range<Int>) throws {
        let projection = ground.live.projection
        for subject in subjects {
            let range = window.rows(of: projection.range(of: subject), events.time)
            if range.isEmpty { continue }
            contacts.find(range)
            kinds.append(contentsOf: repeatElement(Kind(), count: contacts.all.count))
            try range.inParts { part in
                for index in part where events.mask.keeps(index) { take(index, of: subject) }
            }
            try finish(subject, range)
        }
    }

    @inline(__always)
    private mutating func take(_ index: Int, of subject: Int) {
        let service = events.slot(at: index)
        let meaning = events.meaning(at: index)
        let isContact = next < contacts.all.count && contacts.all[next].first == index
        let isIdle = slots[service].subject != subject || slots[service].isIdle
        // What happens to an idle service matters only if it is a contact or begins something.
        if isIdle, !isContact, meaning.isDisjoint(with: [.start, .submit, .end]) { return }
        if slots[service].subject != subject { touch(service, subject) }
        let time = events.time[index]
        if !isIdle { expire(service, at: time) }
        slots[service].lastTime = time
        if isContact { contact(service, meaning) }
        if !events.isOutbound(index), events.isDigital(index) { digital(index, service, meaning) }
        submit(index, service, meaning, time)
    }

    private mutating func touch(_ service: Int, _ subject: Int) {
        slots[service] = Slot(subject: subject)
        touched.append(service)
    }

    /// Gives up what has rested too long at `time`, the next event of the service.
    @inline(__always)
    private mutating func expire(_ service: Int, at time: Int64) {
        if slots[service].hasAttempt, span(from: slots[service].attempt.left, to: time) > ContactsTally.leakWindow {
            giveUp(service)
        }
        if slots[service].isOpen, !slots[service].hasCase, span(from: slots[service].lastTime, to: time) > journeyGap {
            slots[service].isOpen = false
        }
    }

    /// The next contact begins, with an event of `meaning`.
    private mutating func contact(_ service: Int, _ meaning: ServiceRules.Meaning) {
        let contact = contacts.all[next]
        if costSpan.contains(contact.start) { counts.addContact(service, contact.channel) }
        let isBefore = slots[service].isOpen && slots[service].openSince < contact.start
        // What brings the outcome does not ask for it.
        if isBefore, !meaning.contains(.closes) { kinds[next].insert(.chase) }
        if repeats.isRepeated(next, among: contacts.all) { kinds[next].insert(.repeat) }
        if slots[service].hasAttempt, slots[service].attempt.contact == DigitalAttempt.none {
            slots[service].attempt.contact = next
        }
        next += 1
    }

    @inline(__always)
    private mutating func digital(_ index: Int, _ service: Int, _ meaning: ServiceRules.Meaning) {
        let time = events.time[index]
        if !slots[service].hasAttempt {
            guard meaning.contains(.start) else { return }
            slots[service].hasAttempt = true
            slots[service].attempt = DigitalAttempt(service: service, first: index, start: time)
            if ground.isInRange(time) { counts.services[service].attempts += 1 }
        }
        // Who came back to the digital service had not left it.
        slots[service].attempt.last = index
        slots[service].attempt.left = time
        slots[service].attempt.contact = DigitalAttempt.none
        let isSubmitted = meaning.contains(.submit) && !meaning.contains(.fails)
        if isSubmitted || meaning.contains(.completes) { slots[service].hasAttempt = false }
    }

    @inline(__always)
    private mutating func submit(_ index: Int, _ service: Int, _ meaning: ServiceRules.Meaning, _ time: Int64) {
        let rules = ground.rules
        let (recordsOutcomes, hasSubmit) = (rules.recordsOutcomes[service], rules.hasSubmit[service])
        // Where nothing but the end has an outcome, the end is the outcome of what was submitted.
        let isEnd = hasSubmit && !recordsOutcomes && meaning.contains(.completes)
        if isEnd || meaning.contains(.closes) {
            slots[service].isOpen = false
            return
        }
        guard recordsOutcomes || hasSubmit && rules.hasCompletion[service] else { return }
        let isSubmitted = hasSubmit && meaning.contains(.submit) && !events.isOutbound(index)
        let opens: ServiceRules.Meaning = rules.hasEnd[service] ? .end : hasSubmit ? [] : .start
        if isSubmitted || !opens.isEmpty && meaning.contains(opens) {
            let hasCase = ground.unit == .case || events.caseID[index] >= 0
            if !slots[service].isOpen {
                slots[service].isOpen = true
                slots[service].openSince = time
                slots[service].hasCase = false
            }
            if hasCase { slots[service].hasCase = true }
        }
    }

    /// The attempt was not completed in time.
    private mutating func giveUp(_ service: Int) {
        slots[service].hasAttempt = false
        attempts.add(slots[service].attempt)
    }

    /// Counts the subject's attempts and contacts, now that all is known of them.
    private mutating func finish(_ subject: Int, _ range: Range<Int>) throws {
        for service in touched where slots[service].hasAttempt {
            let limit = Timestamp(milliseconds: slots[service].attempt.left).advanced(by: ContactsTally.leakWindow)
            if let horizon = ground.horizon, limit <= horizon { giveUp(service) }
        }
        touched.removeAll(keepingCapacity: true)
        let lost = try attempts.lost(subject, ground.live.projection.subjectCode[subject], in: range)
        for attempt in lost { lose(attempt, subject) }
        for (contact, kind) in zip(contacts.all, kinds) where ground.isInRange(contact.start) {
            counts.inbound += 1
            if kind.contains(.chase) { counts.chases += 1 }
            if kind.contains(.repeat) { counts.repeats += 1 }
            if !kind.isEmpty { counts.avoidable += 1 }
        }
        kinds.removeAll(keepingCapacity: true)
        repeats.end()
        next = 0
    }

    private mutating func lose(_ attempt: DigitalAttempt, _ subject: Int) {
        let hasContact = attempt.contact != DigitalAttempt.none
        if hasContact { kinds[attempt.contact].insert(.leak) }
        guard ground.isInRange(attempt.start) else { return }
        let service = attempt.service
        counts.services[service].lost += 1
        guard hasContact else { return }
        let contact = contacts.all[attempt.contact]
        counts.addLeak(service, of: subject)
        witness?.take(subject, service, left: attempt.left, contact.start, contact.channel)
        if contact.cost.isNaN {
            counts.addUncosted(service, contact.channel)
        } else {
            counts.addCost(service, contact.cost)
        }
    }

    /// Contacts of nobody known: part of the volume, and never seen to be avoidable.
    private mutating func scanLoose(_ rows: Range<Int>) {
        for index in rows where contacts.isContact(index) {
            let time = events.time[index]
            if costSpan.contains(time) { counts.addContact(events.slot(at: index), events.channel[index]) }
            if ground.isInRange(time) { counts.inbound += 1 }
        }
    }
}

import JourneyModel

/// One pass over subjects on all cores: assisted contacts that chase, repeat, or follow a lost digital attempt (D18).
///
/// Everything is told apart by subject and service. A contact is an inbound event (or one without a direction) on an
/// assisted channel.
struct ContactScan {
    /// D18c: how long after its last digital event an attempt is given up, and a contact is still its consequence.
    static let leakWindow: Milliseconds = 24 * .hour
    /// D18b.
    static let repeatWindow: Milliseconds = 7 * .day

    private struct Kind: OptionSet {
        let rawValue: UInt8
        static let chase = Kind(rawValue: 1)
        static let `repeat` = Kind(rawValue: 2)
        static let leak = Kind(rawValue: 4)
    }

    private let events: JourneyEvents
    private let ground: JourneyGround
    private let reason: CodeColumn
    private let cost: Column<Double>?
    /// Time over which a channel's costs are shared out.
    private let costSpan: Range<Int64>
    private var counts: ContactCounts
    /// By service's code + 1.
    private var slots: [Slot]
    /// Services of which something is known of the subject in hand.
    private var touched: [Int] = []
    /// The contacts of the subject in hand.
    private var contacts: [(time: Int64, kind: Kind)] = []

    /// What is known of one subject in one service while its events pass.
    private struct Slot {
        var subject = -1
        var lastTime: Int64 = 0
        var attempt: Attempt?
        /// Since when a case is open.
        var open: (time: Int64, hasCase: Bool)?
        /// For each reason, when a contact was resolved last.
        var resolved: [(reason: Int32, time: Int64)] = []
        /// The subject already counts among the leaking people.
        var hasLeaked = false

        var isIdle: Bool { attempt == nil && open == nil }
    }

    private struct Attempt {
        let start: Int64
        var lastDigital: Int64
        /// The first contact since: its row, and its place among the subject's contacts.
        var contact: (row: Int, place: Int)?
    }

    /// - Parameter costs: Where what a channel costs a contact is to be known.
    /// - Throws: `CancellationError`.
    static func counts(
        _ analyst: ColumnarAnalyst,
        _ ground: JourneyGround,
        _ costs: TransactionCosts
    ) async throws -> ContactCounts {
        let start = ContactScan(analyst, ground, costs)
        let parts = try await ground.live.scan(
            into: { start },
            subjects: { try $0.scan($1) },
            loose: { $0.scanLoose($1) },
            result: \.counts
        )
        return ContactCounts.joined(parts)
    }

    private init(_ analyst: ColumnarAnalyst, _ ground: JourneyGround, _ costs: TransactionCosts) {
        self.ground = ground
        events = JourneyEvents(ground, analyst.source)
        reason = ground.live.projection.events.codes(named: Dimension.reason)
        cost = ground.live.projection.events.cost
        costSpan = costs.span(before: ground.end) ?? 0..<0
        let rules = ground.rules
        counts = ContactCounts(services: rules.services.count, channels: rules.channels.count)
        slots = Array(repeating: Slot(), count: counts.services.count)
    }

    private mutating func scan(_ subjects: Range<Int>) throws {
        let projection = ground.live.projection
        for subject in subjects {
            try projection.range(of: subject).inParts { part in
                for index in part where events.mask.keeps(index) { take(index, of: subject) }
            }
            finish()
        }
    }

    @inline(__always)
    private mutating func take(_ index: Int, of subject: Int) {
        let service = events.slot(at: index)
        let meaning = events.meaning(at: index)
        let isInbound = !events.isOutbound(index)
        let isContact = isInbound && events.isAssisted(index)
        let isIdle = slots[service].subject != subject || slots[service].isIdle
        // What happens to an idle service matters only if it is a contact, begins something, or was resolved.
        if isIdle, !isContact, meaning.isDisjoint(with: [.start, .end, .resolved]) { return }
        if slots[service].subject != subject { touch(service, subject) }
        let time = events.time[index]
        if !isIdle { expire(service, at: time) }
        slots[service].lastTime = time
        if isContact { contact(index, service, meaning, time) }
        if isInbound, events.isDigital(index) { digital(service, meaning, time) }
        submit(index, service, meaning, time)
        if meaning.contains(.resolved) { resolve(service, reason[index], time) }
    }

    private mutating func touch(_ service: Int, _ subject: Int) {
        slots[service].subject = subject
        slots[service].attempt = nil
        slots[service].open = nil
        slots[service].resolved.removeAll(keepingCapacity: true)
        slots[service].hasLeaked = false
        touched.append(service)
    }

    /// Gives up what has rested too long at `time`, the next event of the service.
    private mutating func expire(_ service: Int, at time: Int64) {
        if let attempt = slots[service].attempt, span(from: attempt.lastDigital, to: time) > ContactScan.leakWindow {
            giveUp(service, at: time)
        }
        if let open = slots[service].open, !open.hasCase, span(from: slots[service].lastTime, to: time) > journeyGap {
            slots[service].open = nil
        }
    }

    private mutating func contact(_ index: Int, _ service: Int, _ meaning: ServiceRules.Meaning, _ time: Int64) {
        var kind = Kind()
        if costSpan.contains(time) { counts.addContact(service, events.channel[index]) }
        let isStep = !meaning.isDisjoint(with: [.start, .end, .closes])
        if let open = slots[service].open, open.time < time, !isStep { kind.insert(.chase) }
        if isRepeat(service, reason[index], time) { kind.insert(.repeat) }
        if slots[service].attempt != nil, slots[service].attempt?.contact == nil {
            slots[service].attempt?.contact = (index, contacts.count)
        }
        contacts.append((time, kind))
    }

    /// Within 7 days of a resolved contact, for the same reason where both say one.
    private func isRepeat(_ service: Int, _ reason: Int32, _ time: Int64) -> Bool {
        slots[service].resolved.contains { resolved in
            (reason < 0 || resolved.reason < 0 || reason == resolved.reason)
                && span(from: resolved.time, to: time) <= ContactScan.repeatWindow
        }
    }

    private mutating func resolve(_ service: Int, _ reason: Int32, _ time: Int64) {
        if let place = slots[service].resolved.firstIndex(where: { $0.reason == reason }) {
            slots[service].resolved[place].time = time
        } else {
            slots[service].resolved.append((reason, time))
        }
    }

    private mutating func digital(_ service: Int, _ meaning: ServiceRules.Meaning, _ time: Int64) {
        if slots[service].attempt == nil, meaning.contains(.start) {
            slots[service].attempt = Attempt(start: time, lastDigital: time)
            if ground.isInRange(time) { counts.services[service].attempts += 1 }
        }
        guard slots[service].attempt != nil else { return }
        // Who came back to the digital service had not left it.
        slots[service].attempt?.lastDigital = time
        slots[service].attempt?.contact = nil
        if meaning.contains(.completes) { slots[service].attempt = nil }
    }

    private mutating func submit(_ index: Int, _ service: Int, _ meaning: ServiceRules.Meaning, _ time: Int64) {
        if meaning.contains(.closes) {
            slots[service].open = nil
            return
        }
        guard ground.rules.recordsOutcomes[service] else { return }
        if meaning.contains(ground.rules.hasEnd[service] ? .end : .start) {
            let hasCase = ground.unit == .case || events.caseID[index] >= 0
            let since = slots[service].open
            slots[service].open = (since?.time ?? time, hasCase || since?.hasCase ?? false)
        }
    }

    /// The attempt was not completed in time: at `time`, the next event of the service, or at the horizon.
    private mutating func giveUp(_ service: Int, at time: Int64?) {
        guard let attempt = slots[service].attempt else { return }
        slots[service].attempt = nil
        let limit = Timestamp(milliseconds: attempt.lastDigital).advanced(by: ContactScan.leakWindow)
        guard time != nil || (ground.horizon.map { limit <= $0 } ?? false) else { return }
        if let contact = attempt.contact { contacts[contact.place].kind.insert(.leak) }
        guard ground.isInRange(attempt.start) else { return }
        counts.services[service].lost += 1
        guard let contact = attempt.contact else { return }
        counts.services[service].leaks += 1
        if !slots[service].hasLeaked {
            slots[service].hasLeaked = true
            counts.services[service].people += 1
        }
        if let amount = cost?[contact.row], !amount.isNaN {
            counts.addCost(.init(subject: slots[service].subject, service: service, amount: amount))
        } else {
            counts.addUncosted(service, events.channel[contact.row])
        }
    }

    /// Counts the subject's contacts, now that all is known of them.
    private mutating func finish() {
        for service in touched { giveUp(service, at: nil) }
        touched.removeAll(keepingCapacity: true)
        for contact in contacts where ground.isInRange(contact.time) {
            counts.inbound += 1
            if contact.kind.contains(.chase) { counts.chases += 1 }
            if contact.kind.contains(.repeat) { counts.repeats += 1 }
            if !contact.kind.isEmpty { counts.avoidable += 1 }
        }
        contacts.removeAll(keepingCapacity: true)
    }

    /// Contacts of nobody known: part of the volume, and never seen to be avoidable.
    private mutating func scanLoose(_ rows: Range<Int>) {
        for index in rows where events.mask.keeps(index) && events.isAssisted(index) && !events.isOutbound(index) {
            let time = events.time[index]
            if costSpan.contains(time) { counts.addContact(events.slot(at: index), events.channel[index]) }
            if ground.isInRange(time) { counts.inbound += 1 }
        }
    }
}

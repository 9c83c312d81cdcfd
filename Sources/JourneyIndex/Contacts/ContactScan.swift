import JourneyModel
import Tallies

/// One pass over subjects on all cores: assisted contacts that chase, repeat, or follow a lost digital attempt (D18).
///
/// Everything is told apart by subject and service. A contact is an inbound event (or one without a direction) on an
/// assisted channel.
struct ContactScan {
    private struct Kind: OptionSet {
        let rawValue: UInt8
        static let chase = Kind(rawValue: 1)
        static let `repeat` = Kind(rawValue: 2)
        static let leak = Kind(rawValue: 4)
    }

    private let events: JourneyEvents
    private let ground: JourneyGround
    private let reason: CodeColumn
    private let cost: CostColumn?
    /// Time over which a channel's costs are shared out.
    private let costSpan: Range<Int64>
    private let window: TimeWindow
    private var counts: ContactCounts
    /// Nil where nobody asks who left the service online and asked staff.
    private var witness: LeakWitness?
    /// By service's code + 1.
    private let slots: WorkingTable<Slot>
    /// By service's code + 1: for each reason, when a contact of the subject in hand was resolved last.
    private var resolved: [[(reason: Int32, time: Int64)]]
    /// Services of which something is known of the subject in hand.
    private var touched: [Int] = []
    /// The contacts of the subject in hand.
    private var contacts: [(time: Int64, kind: Kind)] = []

    /// What is known of one subject in one service while its events pass.
    private struct Slot {
        var subject = -1
        var lastTime: Int64 = 0
        /// A digital attempt: when it began, its latest digital event, and the first contact since: its row, and its place
        /// among the subject's contacts.
        var hasAttempt = false
        var attemptStart: Int64 = 0
        var lastDigital: Int64 = 0
        var contactRow = Slot.none
        var contactPlace = 0
        /// Since when a case is open.
        var isOpen = false
        var openSince: Int64 = 0
        var hasCase = false
        var hasResolved = false
        /// The subject already counts among the leaking people.
        var hasLeaked = false

        static let none = -1

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
        let start = { @Sendable in ContactScan(events, ground, costSpan, witness) }
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
        _ witness: LeakWitness?
    ) {
        self.witness = witness
        self.events = events
        self.ground = ground
        self.costSpan = costSpan
        // A lost attempt may be told by an event long after the range.
        let shared = costSpan.isEmpty ? nil : costSpan.lowerBound...costSpan.upperBound
        window = TimeWindow([ground.filter.range, shared], rest: .max)
        reason = ground.live.projection.events.codes(named: Dimension.reason)
        cost = ground.live.projection.events.cost
        let rules = ground.rules
        counts = ContactCounts(services: rules.services.count, channels: rules.channels.count)
        slots = WorkingTable(repeating: Slot(), count: counts.services.count)
        resolved = Array(repeating: [], count: counts.services.count)
    }

    private mutating func scan(_ subjects: Range<Int>) throws {
        let projection = ground.live.projection
        for subject in subjects {
            let range = window.rows(of: projection.range(of: subject), events.time)
            if range.isEmpty { continue }
            try range.inParts { part in
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
        slots[service] = Slot(subject: subject)
        touched.append(service)
    }

    /// Gives up what has rested too long at `time`, the next event of the service.
    @inline(__always)
    private mutating func expire(_ service: Int, at time: Int64) {
        if slots[service].hasAttempt, span(from: slots[service].lastDigital, to: time) > ContactsTally.leakWindow {
            giveUp(service, at: time)
        }
        if slots[service].isOpen, !slots[service].hasCase, span(from: slots[service].lastTime, to: time) > journeyGap {
            slots[service].isOpen = false
        }
    }

    private mutating func contact(_ index: Int, _ service: Int, _ meaning: ServiceRules.Meaning, _ time: Int64) {
        var kind = Kind()
        if costSpan.contains(time) { counts.addContact(service, events.channel[index]) }
        let isStep = !meaning.isDisjoint(with: [.start, .end, .closes])
        if slots[service].isOpen, slots[service].openSince < time, !isStep { kind.insert(.chase) }
        if slots[service].hasResolved, isRepeat(service, reason[index], time) { kind.insert(.repeat) }
        if slots[service].hasAttempt, slots[service].contactRow == Slot.none {
            slots[service].contactRow = index
            slots[service].contactPlace = contacts.count
        }
        contacts.append((time, kind))
    }

    /// Within 7 days of a resolved contact, for the same reason where both say one.
    private func isRepeat(_ service: Int, _ reason: Int32, _ time: Int64) -> Bool {
        resolved[service].contains { resolved in
            (reason < 0 || resolved.reason < 0 || reason == resolved.reason)
                && span(from: resolved.time, to: time) <= ContactsTally.repeatWindow
        }
    }

    private mutating func resolve(_ service: Int, _ reason: Int32, _ time: Int64) {
        if !slots[service].hasResolved { resolved[service].removeAll(keepingCapacity: true) }
        slots[service].hasResolved = true
        if let place = resolved[service].firstIndex(where: { $0.reason == reason }) {
            resolved[service][place].time = time
        } else {
            resolved[service].append((reason, time))
        }
    }

    @inline(__always)
    private mutating func digital(_ service: Int, _ meaning: ServiceRules.Meaning, _ time: Int64) {
        if !slots[service].hasAttempt {
            guard meaning.contains(.start) else { return }
            slots[service].hasAttempt = true
            slots[service].attemptStart = time
            if ground.isInRange(time) { counts.services[service].attempts += 1 }
        }
        // Who came back to the digital service had not left it.
        slots[service].lastDigital = time
        slots[service].contactRow = Slot.none
        if meaning.contains(.completes) { slots[service].hasAttempt = false }
    }

    @inline(__always)
    private mutating func submit(_ index: Int, _ service: Int, _ meaning: ServiceRules.Meaning, _ time: Int64) {
        if meaning.contains(.closes) {
            slots[service].isOpen = false
            return
        }
        guard ground.rules.recordsOutcomes[service] else { return }
        if meaning.contains(ground.rules.hasEnd[service] ? .end : .start) {
            let hasCase = ground.unit == .case || events.caseID[index] >= 0
            if !slots[service].isOpen {
                slots[service].isOpen = true
                slots[service].openSince = time
                slots[service].hasCase = false
            }
            if hasCase { slots[service].hasCase = true }
        }
    }

    /// The attempt was not completed in time: at `time`, the next event of the service, or at the horizon.
    private mutating func giveUp(_ service: Int, at time: Int64?) {
        let slot = slots[service]
        guard slot.hasAttempt else { return }
        slots[service].hasAttempt = false
        let limit = Timestamp(milliseconds: slot.lastDigital).advanced(by: ContactsTally.leakWindow)
        guard time != nil || (ground.horizon.map { limit <= $0 } ?? false) else { return }
        let hasContact = slot.contactRow != Slot.none
        if hasContact { contacts[slot.contactPlace].kind.insert(.leak) }
        guard ground.isInRange(slot.attemptStart) else { return }
        counts.services[service].lost += 1
        guard hasContact else { return }
        counts.services[service].leaks += 1
        let contact = slot.contactRow
        witness?.take(slot.subject, service, left: slot.lastDigital, events.time[contact], events.channel[contact])
        if !slot.hasLeaked {
            slots[service].hasLeaked = true
            counts.services[service].people += 1
        }
        if let amount = cost?[slot.contactRow], !amount.isNaN {
            counts.addCost(service, amount)
        } else {
            counts.addUncosted(service, events.channel[slot.contactRow])
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

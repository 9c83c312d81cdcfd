import JourneyModel

/// One pass over subjects: assisted contacts that chase, repeat, or follow a lost digital attempt (D18).
///
/// Everything is told apart by subject and service. A contact is an inbound event (or one without a direction) on an
/// assisted channel.
struct ContactScan {
    struct ServiceCount {
        var attempts = 0
        var lost = 0
        var leaks = 0
        var people = 0
        var cost = 0.0
        var costed = 0
        /// Contacts of leaks without a cost of their own, by channel.
        var uncosted: [Int32: Int] = [:]
    }

    struct Kind: OptionSet {
        let rawValue: UInt8
        static let chase = Kind(rawValue: 1)
        static let `repeat` = Kind(rawValue: 2)
        static let leak = Kind(rawValue: 4)
    }

    /// D18c: how long after its last digital event an attempt is given up, and a contact is still its consequence.
    static let leakWindow: Milliseconds = 24 * .hour
    /// D18b.
    static let repeatWindow: Milliseconds = 7 * .day

    /// Inbound assisted contacts in range.
    private(set) var inbound = 0
    private(set) var chases = 0
    private(set) var repeats = 0
    /// Contacts in range that are at least one of the three.
    private(set) var avoidable = 0
    /// By service's code + 1.
    private(set) var services: [ServiceCount]
    /// Times of all inbound contacts, whatever the range, by service and channel.
    private(set) var contactTimes: [Pair: [Int64]] = [:]

    struct Pair: Hashable {
        let service: Int
        let channel: Int32
    }

    private let ground: JourneyGround
    private let outbound: Int32
    private var slots: [Slot]
    /// What each contact of the subject in hand is, by its position.
    private var kinds: [Int: Kind] = [:]
    private let cost: Column<Double>?
    private let events: JourneyColumns
    private let reason: CodeColumn

    /// What is known of one subject in one service while its events pass.
    private struct Slot {
        var subject = -1
        var lastTime: Int64 = 0
        var attempt: Attempt?
        /// Since when a case is open.
        var open: (time: Int64, hasCase: Bool)?
        var resolved: [(time: Int64, reason: Int32)] = []
        /// The subject already counts among the leaking people.
        var hasLeaked = false
    }

    private struct Attempt {
        let start: Int64
        var lastDigital: Int64
        /// Position of the first contact since.
        var contact: Int?
    }

    init(_ analyst: ColumnarAnalyst, ground: JourneyGround) throws {
        self.ground = ground
        let projection = analyst.projection(ground.unit)
        events = JourneyColumns(projection.events)
        reason = projection.events.codes(named: Dimension.reason)
        cost = projection.events.cost
        outbound = analyst.source.dimensionIfAny(Dimension.direction)?.code(of: Direction.outbound) ?? -3
        services = Array(repeating: ServiceCount(), count: ground.rules.services.count + 1)
        slots = Array(repeating: Slot(), count: services.count)
        let mask = ground.filter.mask(of: projection.events, appliesRange: false)
        for subject in 0..<projection.subjects {
            if subject & 4095 == 0 { try Task.checkCancellation() }
            let range = projection.range(of: subject)
            for index in range where mask.keeps(index) { take(index, of: subject) }
            for service in slots.indices where slots[service].subject == subject { giveUp(service, at: nil) }
            count()
        }
        countUnassigned(projection.unassigned)
    }

    private func isInRange(_ time: Int64) -> Bool { ground.filter.range?.contains(time) ?? false }

    private mutating func take(_ index: Int, of subject: Int) {
        let service = Int(events.service[index]) + 1
        let time = events.time[index]
        if slots[service].subject != subject {
            slots[service] = Slot()
            slots[service].subject = subject
            slots[service].lastTime = time
        }
        if let attempt = slots[service].attempt, span(from: attempt.lastDigital, to: time) > ContactScan.leakWindow {
            giveUp(service, at: time)
        }
        if let open = slots[service].open, !open.hasCase, span(from: slots[service].lastTime, to: time) > journeyGap {
            slots[service].open = nil
        }
        slots[service].lastTime = time
        let kind = ground.rules.kind(events.channel[index])
        let isInbound = events.direction[index] != outbound
        let parts = ground.rules.parts(events.touchpoint[index], events.service[index])
        let verdict = ground.rules.verdicts[Int(events.outcome[index]) + 1]
        if isInbound, kind == .assisted { contact(index, service, parts, verdict) }
        if isInbound, kind == .digital { digital(index, service, parts) }
        submit(index, service, parts, verdict)
        if verdict == .resolved { slots[service].resolved.append((time, reason[index])) }
    }

    private mutating func contact(
        _ index: Int,
        _ service: Int,
        _ parts: ServiceRules.Part,
        _ verdict: ServiceRules.Verdict
    ) {
        let time = events.time[index]
        var kind = Kind()
        contactTimes[Pair(service: service, channel: events.channel[index]), default: []].append(time)
        let isStep = parts.contains(.start) || parts.contains(.end) || verdict.closes
        if let open = slots[service].open, open.time < time, !isStep { kind.insert(.chase) }
        slots[service].resolved.removeAll { span(from: $0.time, to: time) > ContactScan.repeatWindow }
        if slots[service].resolved.contains(where: { isSameReason($0.reason, reason[index]) }) { kind.insert(.repeat) }
        if slots[service].attempt != nil, slots[service].attempt?.contact == nil {
            slots[service].attempt?.contact = index
        }
        kinds[index] = kind
    }

    private func isSameReason(_ left: Int32, _ right: Int32) -> Bool {
        left < 0 || right < 0 || left == right
    }

    private mutating func digital(_ index: Int, _ service: Int, _ parts: ServiceRules.Part) {
        let time = events.time[index]
        if slots[service].attempt == nil, parts.contains(.start) {
            slots[service].attempt = Attempt(start: time, lastDigital: time)
            if isInRange(time) { services[service].attempts += 1 }
        }
        guard slots[service].attempt != nil else { return }
        // Who came back to the digital service had not left it.
        slots[service].attempt?.lastDigital = time
        slots[service].attempt?.contact = nil
        if ground.rules.completes(parts, events.outcome[index], events.service[index]) { slots[service].attempt = nil }
    }

    private mutating func submit(
        _ index: Int,
        _ service: Int,
        _ parts: ServiceRules.Part,
        _ verdict: ServiceRules.Verdict
    ) {
        if verdict.closes {
            slots[service].open = nil
            return
        }
        guard ground.rules.recordsOutcomes[service] else { return }
        if parts.contains(ground.rules.hasEnd[service] ? .end : .start) {
            let hasCase = events.caseID[index] >= 0
            let since = slots[service].open
            slots[service].open = (since?.time ?? events.time[index], hasCase || since?.hasCase ?? false)
        }
    }

    /// The attempt was not completed in time: at `time`, the next event of the service, or at the horizon.
    private mutating func giveUp(_ service: Int, at time: Int64?) {
        guard let attempt = slots[service].attempt else { return }
        slots[service].attempt = nil
        let limit = Timestamp(milliseconds: attempt.lastDigital).advanced(by: ContactScan.leakWindow)
        guard time != nil || (ground.horizon.map { limit <= $0 } ?? false) else { return }
        if let contact = attempt.contact { kinds[contact, default: []].insert(.leak) }
        guard isInRange(attempt.start) else { return }
        services[service].lost += 1
        guard let contact = attempt.contact else { return }
        services[service].leaks += 1
        if !slots[service].hasLeaked {
            slots[service].hasLeaked = true
            services[service].people += 1
        }
        if let amount = cost?[contact], !amount.isNaN {
            services[service].cost += amount
            services[service].costed += 1
        } else {
            services[service].uncosted[events.channel[contact], default: 0] += 1
        }
    }

    /// The subject's contacts, once all is known of them.
    private mutating func count() {
        for (index, kind) in kinds where isInRange(events.time[index]) {
            inbound += 1
            if kind.contains(.chase) { chases += 1 }
            if kind.contains(.repeat) { repeats += 1 }
            if !kind.isEmpty { avoidable += 1 }
        }
        kinds.removeAll(keepingCapacity: true)
    }

    /// Contacts of nobody known: part of the volume, and never seen to be avoidable.
    private mutating func countUnassigned(_ columns: EventColumns) {
        let events = JourneyColumns(columns)
        let mask = ground.filter.mask(of: columns, appliesRange: false)
        for index in 0..<events.count where mask.keeps(index) {
            guard events.direction[index] != outbound, ground.rules.kind(events.channel[index]) == .assisted else {
                continue
            }
            let pair = Pair(service: Int(events.service[index]) + 1, channel: events.channel[index])
            contactTimes[pair, default: []].append(events.time[index])
            if isInRange(events.time[index]) { inbound += 1 }
        }
    }
}

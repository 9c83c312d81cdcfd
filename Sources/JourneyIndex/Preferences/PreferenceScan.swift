import JourneyModel
import Tallies

/// One pass over persons on all cores: their outbound contacts in range against what they had asked for and allowed by
/// then (D16, D17).
struct PreferenceScan {
    private let ground: JourneyGround
    private let events: JourneyEvents
    private let sides: SideHistories
    private let routing: CodeColumn
    private let tailored: CodeColumn
    private let purpose: CodeColumn
    private let ownPerson: CodeColumn
    private let citing: Int32
    private let tailoredYes: Int32
    private var counts: PreferenceCounts
    /// Nil where nobody asks who the persons are.
    private var witness: PreferenceWitness?
    /// The outbound contacts of the person in hand.
    private var contacts: [OutboundContact] = []
    /// By channel: the person in hand, if any, and whether the last contact did not arrive.
    private var lost: [(subject: Int, isUndelivered: Bool)]
    /// Codes + 1 of the services with events in range.
    private let served: [Int]
    /// What records for every service have said of each of these already, or cannot say.
    private var said = ServicePractice()
    /// By purpose of contacts: the person in hand, if any, who was counted as contacted for it in spite of a refusal, or without
    /// any consent.
    private var notedPurposes: [(breached: Int, uncovered: Int)]
    /// By what a contact after a refusal was for: the person who was last counted there.
    private var notedBreaches: [PreferenceCounts.BreachKey: Int] = [:]
    /// By service's code + 1: the person who was last counted there.
    private var noted: [Int]

    /// D16: a preference older than this is counted and flagged.
    static let staleAfter: Milliseconds = 365 * .day

    /// - Throws: `CancellationError`.
    static func counts(
        _ bench: Workbench,
        _ ground: JourneyGround,
        _ sides: SideHistories
    ) async throws -> PreferenceCounts {
        let start = PreferenceScan(bench.source, ground, sides)
        var whole = start.counts
        for part in try await start.scan(result: \.counts) { whole.join(part) }
        whole.lookAtRecords(sides, PersonTraits(bench.source, filters: ground.scope.filters), by: ground.stateTime)
        return whole
    }

    /// What every worker's `witness` noted.
    ///
    /// - Throws: `CancellationError`.
    static func members(
        _ bench: Workbench,
        _ ground: JourneyGround,
        _ sides: SideHistories,
        witness: PreferenceWitness
    ) async throws -> [SubjectCollector] {
        var start = PreferenceScan(bench.source, ground, sides)
        start.witness = witness
        return try await start.scan { $0.witness?.members ?? witness.members }
    }

    /// What `result` makes of each worker's scan, which begins as this one is; nothing where there is nothing to find.
    private func scan<Result: Sendable>(
        result: @escaping @Sendable (PreferenceScan) -> Result
    ) async throws -> [Result] {
        guard ground.unit == .person, findsAnything else { return [] }
        return try await ground.live.projection.scan(into: { self }, { try $0.scan($1) }, result: result)
    }

    private init(_ source: EventSource, _ ground: JourneyGround, _ sides: SideHistories) {
        self.ground = ground
        self.sides = sides
        events = JourneyEvents(ground, source)
        routing = ground.live.projection.events.codes(named: Dimension.routing)
        tailored = ground.live.projection.events.codes(named: Dimension.tailored)
        purpose = ground.live.projection.events.codes(named: Dimension.purpose)
        ownPerson = ground.live.projection.events.ownPerson
        citing = source.code(of: "preference", in: Dimension.routing)
        tailoredYes = source.code(of: "yes", in: Dimension.tailored)
        served = ground.eventsByService.indices.filter { ground.eventsByService[$0] > 0 }
        let services = ground.rules.services.count + sides.servicesElsewhere.count
        let purposes = sides.contactPurposes.purposes.count
        counts = PreferenceCounts(services: services, channels: sides.channelNames.count, purposes: purposes)
        notedPurposes = Array(repeating: (-1, -1), count: purposes)
        lost = Array(repeating: (-1, false), count: sides.channelNames.count)
        noted = Array(repeating: -1, count: services + 1)
        said = sayable(whereAll: ServicePractice())
    }

    /// Where nothing is outbound and nobody was asked, there is nothing to find among the events.
    private var findsAnything: Bool {
        events.hasOutbound || !sides.channels.isEmpty || !sides.content.isEmpty
    }

    private mutating func scan(_ subjects: Range<Int>) throws {
        let projection = ground.live.projection
        let limit = ground.stateTime
        for subject in subjects {
            let range = projection.range(of: subject)
            if range.isEmpty { continue }
            let person = projection.subjectCode[subject]
            markServices(person, range, limit)
            guard events.hasOutbound else { continue }
            try range.inParts { part in
                for index in part where events.isOutbound(index) && events.mask.keeps(index) {
                    take(index, person, subject, limit)
                }
            }
            if contacts.isEmpty { continue }
            let figure = witness?.figure(counts)
            countContacts(of: person, subject)
            countPerson(person, subject, limit)
            if let figure, let risen = witness?.figure(counts), risen > figure { tell(person, range, limit) }
            contacts.removeAll(keepingCapacity: true)
        }
    }

    /// Notes the person in hand.
    private mutating func tell(_ person: Int32, _ range: Range<Int>, _ limit: Int64) {
        let isAsked = contacts.contains { sides.channels.isAsked(person, service: $0.service, at: limit) }
        witness?.take(person, contacts, sides, isAsked: isAsked, rows: range)
    }

    /// A record for every service counts for each service that the person uses.
    private mutating func markServices(_ person: Int32, _ range: Range<Int>, _ limit: Int64) {
        let isOfChannel = !(said.asksChannel && said.collectsChannel) && sides.channels.has(person)
        let isOfContent = !(said.asksContent && said.capturesContent) && sides.content.has(person)
        guard isOfChannel || isOfContent else { return }
        let channel = sides.channels.general(of: person, at: limit)
        let content = sides.content.general(of: person, at: limit)
        guard
            channel.asked && !said.asksChannel || channel.captured && !said.collectsChannel
                || content.asked && !said.asksContent || content.captured && !said.capturesContent
        else { return }
        for index in range where events.mask.keeps(index) {
            let time = events.time[index]
            if time > limit { break }
            if ground.isInRange(time) { counts.mark(service: events.slot(at: index), channel, content) }
        }
        var everywhere = ServicePractice()
        everywhere.asksChannel = served.allSatisfy { counts.practices[$0].asksChannel }
        everywhere.collectsChannel = served.allSatisfy { counts.practices[$0].collectsChannel }
        everywhere.asksContent = served.allSatisfy { counts.practices[$0].asksContent }
        everywhere.capturesContent = served.allSatisfy { counts.practices[$0].capturesContent }
        said = sayable(whereAll: everywhere)
    }

    /// What needs no more looking for: what all services do already, and what no record says.
    private func sayable(whereAll services: ServicePractice) -> ServicePractice {
        var said = services
        said.asksChannel = said.asksChannel || !sides.channels.knowsPrompts
        said.collectsChannel = said.collectsChannel || !sides.channels.hasCaptured
        said.asksContent = said.asksContent || !sides.content.knowsPrompts
        said.capturesContent = said.capturesContent || !sides.content.hasCaptured
        return said
    }

    private mutating func take(_ index: Int, _ person: Int32, _ subject: Int, _ limit: Int64) {
        let time = events.time[index]
        if time > limit { return }
        let channel = sides.ofEventChannel[Int(events.channel[index]) + 1]
        if channel >= 0 { lost[Int(channel)] = (subject, events.meaning(at: index).contains(.undelivered)) }
        guard ground.isInRange(time) else { return }
        let own = ownPerson[index]
        contacts.append(
            OutboundContact(
                time: time,
                service: events.service[index],
                channel: channel,
                purpose: sides.contactPurposes.ofEvents[Int(purpose[index]) + 1],
                id: own < 0 ? person : own,
                isCiting: routing[index] == citing,
                isTailored: tailored[index] == tailoredYes
            )
        )
    }

    /// The contact point works unless the last contact on it was not delivered.
    private func isReachable(_ channel: Int32, _ subject: Int) -> Bool {
        !(lost[Int(channel)].subject == subject && lost[Int(channel)].isUndelivered)
    }

    /// Contact by contact, as of the contact's time.
    private mutating func countContacts(of person: Int32, _ subject: Int) {
        var (breaches, uncovered) = (0, 0)
        var (isCaptured, isCited, isMissed) = (false, false, false)
        for contact in contacts {
            let service = Int(contact.service) + 1
            counts.totals.contacts += 1
            if contact.isCiting { counts.practices[service].usesChannel = true }
            let decision = sides.decision(on: contact, to: person)
            let state = decision.state
            if state.forbidsContact {
                countBreach(contact, subject)
                if breaches == 0, let since = decision.since {
                    counts.effects.append(span(from: since, to: contact.time))
                }
                breaches += 1
            }
            if state == .neverAsked { uncovered += 1 }
            countPurpose(Int(contact.purpose), state, subject)
            if contact.isTailored {
                counts.totals.tailored += 1
                if state == .granted { counts.totals.tailoredWithConsent += 1 }
            }
            if sides.content.choice(of: person, service: contact.service, at: contact.time) != nil {
                counts.totals.contactsToContent += 1
                if contact.isTailored {
                    counts.totals.tailoredToContent += 1
                    counts.practices[service].usesContent = true
                }
            }
            guard let choice = sides.channels.choice(of: person, service: contact.service, at: contact.time) else {
                continue
            }
            isCaptured = true
            if contact.isCiting { isCited = true }
            add(service) { tally in
                tally.contactsToCaptured += 1
                if contact.isCiting { tally.cited += 1 }
            }
            guard contact.channel >= 0 else {
                counts.totals.contactsWithoutChannel += 1
                continue
            }
            counts.addPair(preferred: choice.value, used: contact.channel)
            guard choice.value != SideCodes.noPreference else { continue }
            if choice.value != contact.channel { isMissed = true }
            add(service) { tally in
                tally.contactsToChoosers += 1
                if choice.value == contact.channel { tally.honoured += 1 }
            }
        }
        counts.totals.breaches += breaches
        if breaches > 0 { counts.totals.peopleBreached += 1 }
        counts.totals.uncovered += uncovered
        if uncovered > 0 { counts.totals.peopleUncovered += 1 }
        if isCaptured, !isCited { counts.totals.peopleNotUsed += 1 }
        if isMissed { counts.totals.peopleNotHonoured += 1 }
    }

    private mutating func countBreach(_ contact: OutboundContact, _ subject: Int) {
        let key = PreferenceCounts.BreachKey(purpose: contact.purpose, channel: contact.channel)
        let isFirst = notedBreaches.updateValue(subject, forKey: key) != subject
        let breach = ConsentTally.Breach(contacts: 1, people: isFirst ? 1 : 0)
        counts.breaches[key, default: ConsentTally.Breach()].add(breach)
    }

    private mutating func countPurpose(_ place: Int, _ state: ConsentHistory.State, _ subject: Int) {
        counts.purposes[place].contacts += 1
        if state.forbidsContact {
            counts.purposes[place].breaches += 1
            if notedPurposes[place].breached != subject { counts.purposes[place].peopleBreached += 1 }
            notedPurposes[place].breached = subject
        } else if state == .neverAsked {
            counts.purposes[place].uncovered += 1
            if notedPurposes[place].uncovered != subject { counts.purposes[place].peopleUncovered += 1 }
            notedPurposes[place].uncovered = subject
        }
    }

    /// Person by person, as of the end of the range.
    private mutating func countPerson(_ person: Int32, _ subject: Int, _ limit: Int64) {
        var (isAsked, isUsable, hasContent) = (false, false, false)
        var newest: Int64?
        var isConflicting = false
        counts.overall.contacted += 1
        for contact in contacts where noted[Int(contact.service) + 1] != subject {
            let service = contact.service
            let slot = Int(service) + 1
            noted[slot] = subject
            counts.services[slot].contacted += 1
            if sides.channels.isAsked(person, service: service, at: limit) {
                isAsked = true
                counts.services[slot].asked += 1
            }
            if sides.content.choice(of: person, service: service, at: limit) != nil { hasContent = true }
            guard let choice = sides.channels.choice(of: person, service: service, at: limit) else { continue }
            counts.services[slot].captured += 1
            newest = max(newest ?? choice.time, choice.time)
            if choice.isConflicting { isConflicting = true }
            if isAllowed(person, choice.value, subject, limit) {
                isUsable = true
                counts.services[slot].usable += 1
            }
        }
        if isAsked { counts.overall.asked += 1 }
        if let newest {
            counts.overall.captured += 1
            if !sides.channels.isFromTrait, span(from: newest, to: limit) > PreferenceScan.staleAfter {
                counts.totals.stale += 1
            }
        }
        if isUsable { counts.overall.usable += 1 }
        if hasContent { counts.totals.contentCaptured += 1 }
        if isConflicting { counts.totals.conflicting += 1 }
    }

    /// Consent granted for the channel and a contact point that works; with "no preference", for any channel.
    private func isAllowed(_ person: Int32, _ choice: Int32, _ subject: Int, _ limit: Int64) -> Bool {
        func isOpen(_ channel: Int32) -> Bool {
            let key = ConsentHistory.Key(
                person: person,
                purpose: ConsentPurposes.communication,
                channel: channel
            )
            return sides.consents.decision(key, at: limit).state == .granted && isReachable(channel, subject)
        }
        guard choice == SideCodes.noPreference else { return isOpen(choice) }
        return (0..<Int32(sides.channelNames.count)).contains(where: isOpen)
    }

    private mutating func add(_ service: Int, _ change: (inout ContactedCounts) -> Void) {
        change(&counts.overall)
        change(&counts.services[service])
    }
}

extension PreferenceCounts {
    /// A record for every service, of a person who uses `service`.
    mutating func mark(
        service: Int,
        _ channel: (asked: Bool, captured: Bool),
        _ content: (asked: Bool, captured: Bool)
    ) {
        if channel.asked { practices[service].asksChannel = true }
        if channel.captured { practices[service].collectsChannel = true }
        if content.asked { practices[service].asksContent = true }
        if content.captured { practices[service].capturesContent = true }
    }

    /// A record that names a service counts for it, whoever gave it.
    mutating func lookAtRecords(_ sides: SideHistories, _ traits: PersonTraits, by limit: Int64) {
        sides.channels.forEachOfService { person, time, service, signs in
            guard time <= limit, traits.keeps(code: person) else { return }
            mark(service: Int(service) + 1, signs, (false, false))
        }
        sides.content.forEachOfService { person, time, service, signs in
            guard time <= limit, traits.keeps(code: person) else { return }
            mark(service: Int(service) + 1, (false, false), signs)
        }
    }
}

import JourneyModel

/// One pass over persons: their outbound contacts in range against what they had asked for and allowed by then (D16, D17).
struct PreferenceScan {
    let ground: JourneyGround
    let channels: PreferenceHistory
    let content: PreferenceHistory
    let consents: ConsentHistory
    private let codes: SideCodes
    private let outbound: Int32
    private let citing: Int32
    private let tailoredYes: Int32
    private(set) var counts: PreferenceCounts

    /// D16: a preference older than this is counted and flagged.
    static let staleAfter: Milliseconds = 365 * .day

    init(_ analyst: ColumnarAnalyst, ground: JourneyGround) throws {
        self.ground = ground
        let source = analyst.source
        var codes = SideCodes(source)
        let records = source.records.preferences
        var channels = PreferenceHistory(records, purposes: [.communication], codes: &codes)
        if channels.isEmpty,
            let trait = source.dimensionIfAny(PreferenceHistory.preferredChannel)
        {
            channels = PreferenceHistory(trait: Trait(trait, of: source), codes: &codes)
        }
        self.channels = channels
        content = PreferenceHistory(records, purposes: [.content], codes: &codes)
        consents = ConsentHistory(source.records.consents, codes: &codes)
        self.codes = codes
        func code(_ value: String, of dimension: String) -> Int32 {
            // A code that no event has, where nothing has the value.
            source.dimensionIfAny(dimension)?.code(of: value) ?? -3
        }
        outbound = code(Direction.outbound, of: Dimension.direction)
        citing = code("preference", of: Dimension.routing)
        tailoredYes = code("yes", of: Dimension.tailored)
        counts = PreferenceCounts(services: ground.rules.services.count)
        try scan(analyst.projection(.person))
        lookAtRecords(PersonTraits(source, filters: ground.scope.filters))
    }

    func channelName(_ code: Int32) -> String { codes.channelName(code) }

    /// One outbound contact, as the rules see it.
    private struct Contact {
        let time: Int64
        let service: Int32
        /// -1 where the event names none.
        let channel: Int32
        let isCiting: Bool
        let isTailored: Bool
    }

    private mutating func scan(_ projection: Projection) throws {
        let events = JourneyColumns(projection.events)
        let routing = projection.events.codes(named: Dimension.routing)
        let tailored = projection.events.codes(named: Dimension.tailored)
        let mask = ground.filter.mask(of: projection.events, appliesRange: false)
        let limit = ground.stateTime
        var lost = Array(repeating: (subject: -1, isUndelivered: false), count: codes.channelNames.count)
        var contacts: [Contact] = []
        for subject in 0..<projection.subjects {
            if subject & 4095 == 0 { try Task.checkCancellation() }
            let person = projection.subjectCode[subject]
            contacts.removeAll(keepingCapacity: true)
            let general = (channels.general(of: person, at: limit), content.general(of: person, at: limit))
            let isGeneral = general.0.asked || general.1.asked
            for index in projection.range(of: subject) where mask.keeps(index) {
                let time = events.time[index]
                if time > limit { break }
                let isInRange = ground.filter.range?.contains(time) ?? false
                if isGeneral, isInRange { mark(service: Int(events.service[index]) + 1, general.0, general.1) }
                guard events.direction[index] == outbound else { continue }
                let channel = codes.ofEventChannel[Int(events.channel[index]) + 1]
                if channel >= 0 {
                    let verdict = ground.rules.verdicts[Int(events.outcome[index]) + 1]
                    lost[Int(channel)] = (subject, verdict == .undelivered)
                }
                guard isInRange else { continue }
                contacts.append(
                    Contact(
                        time: time,
                        service: events.service[index],
                        channel: channel,
                        isCiting: routing[index] == citing,
                        isTailored: tailored[index] == tailoredYes
                    )
                )
            }
            if contacts.isEmpty { continue }
            count(contacts, of: person)
            countPerson(person, contacts, limit) { channel in
                !(lost[Int(channel)].subject == subject && lost[Int(channel)].isUndelivered)
            }
        }
    }

    /// Contact by contact, as of the contact's time.
    private mutating func count(_ contacts: [Contact], of person: Int32) {
        var breaches = 0
        var (isCaptured, isCited, isMissed) = (false, false, false)
        for contact in contacts {
            let service = Int(contact.service) + 1
            counts.contacts += 1
            if contact.isCiting { counts.practices[service].usesChannel = true }
            let state = consents.state(of: person, channel: contact.channel, at: contact.time, isBefore: true)
            if state.forbidsContact { breaches += 1 }
            if contact.isTailored, consents.isEmpty || state == .granted { counts.tailoredWithConsent += 1 }
            if content.choice(of: person, service: contact.service, at: contact.time) != nil {
                counts.contactsToContent += 1
                if contact.isTailored {
                    counts.tailoredToContent += 1
                    counts.practices[service].usesContent = true
                }
            }
            guard let choice = channels.choice(of: person, service: contact.service, at: contact.time) else { continue }
            isCaptured = true
            if contact.isCiting { isCited = true }
            add(service) { tally in
                tally.contactsToCaptured += 1
                if contact.isCiting { tally.cited += 1 }
            }
            guard contact.channel >= 0 else {
                counts.contactsWithoutChannel += 1
                continue
            }
            counts.matrix[.init(preferred: choice.value, used: contact.channel), default: 0] += 1
            guard choice.value != SideCodes.noPreference else { continue }
            if choice.value != contact.channel { isMissed = true }
            add(service) { tally in
                tally.contactsToChoosers += 1
                if choice.value == contact.channel { tally.honoured += 1 }
            }
        }
        counts.breaches += breaches
        if breaches > 0 { counts.peopleBreached += 1 }
        if isCaptured, !isCited { counts.peopleNotUsed += 1 }
        if isMissed { counts.peopleNotHonoured += 1 }
    }

    /// Person by person, as of the end of the range.
    private mutating func countPerson(
        _ person: Int32,
        _ contacts: [Contact],
        _ limit: Int64,
        isReachable: (Int32) -> Bool
    ) {
        var (isAsked, isUsable, hasContent) = (false, false, false)
        var newest: Int64?
        var isConflicting = false
        counts.overall.contacted += 1
        for service in Set(contacts.map(\.service)) {
            let slot = Int(service) + 1
            counts.services[slot].contacted += 1
            if channels.isAsked(person, service: service, at: limit) {
                isAsked = true
                counts.services[slot].asked += 1
            }
            if content.choice(of: person, service: service, at: limit) != nil { hasContent = true }
            guard let choice = channels.choice(of: person, service: service, at: limit) else { continue }
            counts.services[slot].captured += 1
            newest = max(newest ?? choice.time, choice.time)
            if choice.isConflicting { isConflicting = true }
            if isAllowed(person, choice.value, limit, isReachable) {
                isUsable = true
                counts.services[slot].usable += 1
            }
        }
        if isAsked { counts.overall.asked += 1 }
        if let newest {
            counts.overall.captured += 1
            if !channels.isFromTrait, span(from: newest, to: limit) > PreferenceScan.staleAfter { counts.stale += 1 }
        }
        if isUsable { counts.overall.usable += 1 }
        if hasContent { counts.contentCaptured += 1 }
        if isConflicting { counts.conflicting += 1 }
    }

    /// Consent granted for the channel and a contact point that works; with "no preference", for any channel.
    private func isAllowed(_ person: Int32, _ choice: Int32, _ limit: Int64, _ isReachable: (Int32) -> Bool) -> Bool {
        func isOpen(_ channel: Int32) -> Bool {
            consents.state(of: person, channel: channel, at: limit) == .granted && isReachable(channel)
        }
        guard choice == SideCodes.noPreference else { return isOpen(choice) }
        return (0..<Int32(codes.channelNames.count)).contains(where: isOpen)
    }

    private mutating func add(_ service: Int, _ change: (inout PreferenceCounts.Tally) -> Void) {
        change(&counts.overall)
        change(&counts.services[service])
    }

    /// A record for every service counts for each service that the person uses.
    private mutating func mark(
        service: Int,
        _ channel: (asked: Bool, captured: Bool),
        _ content: (asked: Bool, captured: Bool)
    ) {
        if channel.asked { counts.practices[service].asksChannel = true }
        if channel.captured { counts.practices[service].collectsChannel = true }
        if content.asked { counts.practices[service].asksContent = true }
        if content.captured { counts.practices[service].capturesContent = true }
    }

    /// A record that names a service counts for it, whoever gave it.
    private mutating func lookAtRecords(_ traits: PersonTraits) {
        let limit = ground.stateTime
        for entry in channels.all where entry.service >= 0 && entry.time <= limit && traits.keeps(code: entry.person) {
            counts.practices[Int(entry.service) + 1].asksChannel = true
            if entry.value != nil { counts.practices[Int(entry.service) + 1].collectsChannel = true }
        }
        for entry in content.all where entry.service >= 0 && entry.time <= limit && traits.keeps(code: entry.person) {
            counts.practices[Int(entry.service) + 1].asksContent = true
            if entry.value != nil { counts.practices[Int(entry.service) + 1].capturesContent = true }
        }
    }
}

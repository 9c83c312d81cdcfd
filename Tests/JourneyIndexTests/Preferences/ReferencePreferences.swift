import JourneyModel
import TestSupport

/// D16 and D17 as they are written: for every contact, look through all records.
struct ReferencePreferences {
    let records: [EventRecord]
    let preferences: [PreferenceRecord]
    /// For `purpose`.
    let consents: [ConsentRecord]
    /// For every purpose.
    let allConsents: [ConsentRecord]
    /// When ids were found to be one person.
    var edges: [ReferenceIdentity.Edge] = []

    /// - Parameter purpose: what the consents are for that count.
    init(_ builder: SnapshotBuilder, purpose: String = "communication") {
        records = builder.records
        let snapshot = builder.snapshot()
        preferences = snapshot.preferences
        allConsents = snapshot.consents
        consents = snapshot.consents.filter { $0.purpose.lowercased() == purpose }
    }

    var horizon: Timestamp { records.map(\.time).max() ?? Timestamp(milliseconds: 0) }

    func choice(
        _ person: String,
        _ service: String?,
        _ purpose: PreferenceRecord.Purpose,
        at time: Timestamp
    ) -> String? {
        let known = preferences.enumerated().filter { _, record in
            record.person == person && record.purpose == purpose && record.kind == .captured && record.time <= time
        }
        for level in [service, nil] {
            let own = known.filter { $0.element.service == level }
            let best = own.max { left, right in
                (-left.element.rank, left.element.time.milliseconds, left.offset)
                    < (-right.element.rank, right.element.time.milliseconds, right.offset)
            }
            if let value = best?.element.value { return value.lowercased() }
        }
        return nil
    }

    func isAsked(_ person: String, _ service: String?, at time: Timestamp) -> Bool {
        preferences.contains { record in
            record.person == person && record.purpose == .communication && record.time <= time
                && (record.service == service || record.service == nil)
        }
    }

    enum State: Int { case neverAsked, granted, expired, denied, withdrawn }

    /// D17: of the consents for the contact's own purpose, and where these say nothing of those for communication.
    func state(ofContact contact: EventRecord, person: String) -> State {
        let purpose = contact.named(Dimension.purpose)?.lowercased() ?? "communication"
        for purpose in [purpose, "communication"] {
            let records = allConsents.filter { $0.purpose.lowercased() == purpose }
            let state = state(
                ReferenceIdentity(edges).spoken(records, by: person, before: contact.time),
                contact.named(Dimension.channel),
                at: contact.time,
                isBefore: true
            )
            if state != .neverAsked { return state }
        }
        return .neverAsked
    }

    /// Of records that all speak at once the most restrictive.
    private func state(
        _ spoken: (_ applies: (ConsentRecord) -> Bool) -> [ConsentRecord],
        _ channel: String?,
        at time: Timestamp,
        isBefore: Bool
    ) -> State {
        let records = spoken { record in
            if record.status == .asked || record.time > time { return false }
            if isBefore, record.time == time, [.denied, .withdrawn].contains(record.status) { return false }
            return record.channel == nil || record.channel == channel
        }
        return records.map { state(of: $0, at: time) }.max { $0.rawValue < $1.rawValue } ?? .neverAsked
    }

    private func state(of record: ConsentRecord, at time: Timestamp) -> State {
        switch record.status {
        case .granted: (record.until.map { $0 <= time } ?? false) ? .expired : .granted
        case .denied: .denied
        case .withdrawn: .withdrawn
        case .expired, .asked: .expired
        }
    }

    func state(_ person: String, _ channel: String?, at time: Timestamp, isBefore: Bool) -> State {
        let known = consents.filter { record in
            guard record.person == person, record.status != .asked, record.time <= time else { return false }
            if isBefore, record.time == time, [.denied, .withdrawn].contains(record.status) { return false }
            return record.channel == nil || record.channel == channel
        }
        let newest = known.map(\.time).max()
        let states = known.filter { $0.time == newest }.map { state(of: $0, at: time) }
        return states.max { $0.rawValue < $1.rawValue } ?? .neverAsked
    }

    /// Of those asked by then, who has given consent for any channel.
    func granted(by limit: Timestamp) -> (people: Int, asked: Int) {
        let asked = Set(consents.filter { $0.time <= limit }.map(\.person))
        let granted = asked.filter { person in
            (Set(consents.map(\.channel)) as Set<String?>).union([nil]).contains { channel in
                state(person, channel, at: limit, isBefore: false) == .granted
            }
        }
        return (granted.count, asked.count)
    }

    func outbound(_ range: TimeRange) -> [EventRecord] {
        records.filter { $0.named(Dimension.direction) == "outbound" && $0.person != nil && range.contains($0.time) }
    }

    /// Channels by name, and whether the last contact on one by `limit` did not arrive.
    func isReachable(_ person: String, _ channel: String, by limit: Timestamp) -> Bool {
        let last = records.enumerated().filter { _, record in
            record.person == person && record.named(Dimension.direction) == "outbound" && record.time <= limit
                && record.named(Dimension.channel) == channel
        }.max { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
        return last.map { !Outcome.undelivered.contains($0.element.named(Dimension.outcome) ?? "") } ?? true
    }

    func isUsable(_ person: String, _ choice: String, by limit: Timestamp) -> Bool {
        func isOpen(_ channel: String) -> Bool {
            state(person, channel, at: limit, isBefore: false) == .granted && isReachable(person, channel, by: limit)
        }
        return choice == "no preference" ? RandomTown.channels.contains(where: isOpen) : isOpen(choice)
    }
}

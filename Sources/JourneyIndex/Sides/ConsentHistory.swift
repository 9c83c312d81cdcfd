import JourneyModel

/// What persons allow, purpose by purpose and as of any time (D17).
///
/// The newest record that applies to a channel decides: the channel's own, or one for every channel. Of one instant the most
/// restrictive wins. That somebody was asked changes no state. Missing is never granted. Where ids were found to be one
/// person, the most restrictive of their states holds until that person says something anew (D26).
struct ConsentHistory: Sendable {
    enum State: Int, Comparable, CaseIterable, Sendable {
        case neverAsked, granted, expired, denied, withdrawn

        static func < (left: State, right: State) -> Bool { left.rawValue < right.rawValue }

        /// A contact in this state must not happen.
        var forbidsContact: Bool { self == .denied || self == .withdrawn }
    }

    /// What holds, and since when; nil where nobody ever said anything.
    typealias Decision = (state: State, since: Int64?)

    /// Whose consent is asked for, for what.
    struct Key {
        let person: Int32
        /// The id by which the person was called (D26), which may not have been known to be theirs then; nil: all of them.
        var id: Int32?
        let purpose: Int32
        /// -1: unknown.
        let channel: Int32
    }

    private let rows: PersonRows
    private let time: Column<Int64>
    private let until: Column<Int64>?
    private let status: CodeColumn
    private let channel: CodeColumn
    private let purpose: CodeColumn
    private let ids: CodeColumn
    private let merges: IdentityMerges
    /// By code + 1 of the record's own words.
    private let statuses: [ConsentRecord.Status?]
    private let channels: [Int32]
    private let purposes: [Int32]
    /// By purpose: whether anything is on record of anybody.
    private let isKnown: [Bool]

    /// - Parameter codes: learns the channels of consents to be contacted, and to be looked at.
    init(_ source: EventSource, _ purposes: ConsentPurposes, codes: inout SideCodes) {
        let records = source.records(.consents)
        time = records.everyTime(.consentTime)
        until = records.times(.consentUntil)
        status = records.codes(.consentStatus)
        statuses = records.table(.consentStatus) { $0.flatMap(ConsentRecord.Status.init(rawValue:)) }
        channel = records.codes(.consentChannel)
        let (ids, aliases) = (records.codes(.consentPerson), source.aliases)
        let (purpose, ofConsents) = (records.codes(.consentPurpose), purposes.ofConsents)
        (self.ids, self.purpose, self.purposes) = (ids, purpose, ofConsents)
        merges = source.merges
        let all = 0..<Int32(records.count)
        var met = CodesOfTexts(records.texts(.consentChannel), none: -1)
        let usual = all.filter { ofConsents[Int(purpose[Int($0)]) + 1] <= ConsentPurposes.analytics }
        for row in usual { met.meet(channel[Int(row)]) { codes.channel($0) } }
        if usual.count < records.count {
            // What other consents call a channel is no channel that anybody could be reached on.
            var others = codes
            for row in all { met.meet(channel[Int(row)]) { others.channel($0) } }
        }
        channels = met.table
        let rows = PersonRows(Array(all), person: { aliases[ids[Int($0)]] }, time: time)
        self.rows = rows
        var isKnown = Array(repeating: false, count: purposes.count)
        rows.forEach { _, rows in
            for row in rows { isKnown[Int(ofConsents[Int(purpose[Int(row)]) + 1])] = true }
        }
        self.isKnown = isKnown
    }

    /// Whether nobody ever was asked, or said anything, for `purpose`.
    func isEmpty(_ purpose: Int32) -> Bool { !isKnown[Int(purpose)] }

    /// Whether nothing is on record but of being looked at.
    var isWithoutContact: Bool {
        isKnown.indices.allSatisfy { $0 == Int(ConsentPurposes.analytics) || !isKnown[$0] }
    }

    private func purpose(of row: Int) -> Int32 { purposes[Int(purpose[row]) + 1] }

    /// -1: every channel.
    private func channel(of row: Int) -> Int32 { channels[Int(channel[row]) + 1] }

    /// Calls `body` with each person on record, each of some purposes that something is on record of, and since when.
    ///
    /// - Parameter wanted: by purpose; few, as each is looked for among those before it.
    func forEachPurpose(
        of wanted: [Bool],
        _ body: (_ person: Int32, _ purpose: Int32, _ first: Int64) -> Void
    ) {
        rows.forEach { person, rows in
            var met: [Int32] = []
            for row in rows {
                let purpose = purpose(of: Int(row))
                if !wanted[Int(purpose)] || met.contains(purpose) { continue }
                met.append(purpose)
                body(person, purpose, time[Int(row)])
            }
        }
    }

    /// What holds for a contact: the consent for its own purpose, and where that says nothing, the one for communication.
    ///
    /// With `isBefore`, a refusal or withdrawal of the very same instant does not count yet, nor does a merge: a contact is
    /// unlawful only after it (D17).
    func covering(_ key: Key, at time: Int64, isBefore: Bool) -> Decision {
        guard rows.has(key.person) else { return (.neverAsked, nil) }
        if key.purpose != ConsentPurposes.none, key.purpose != ConsentPurposes.communication {
            let own = decision(key, at: time, isBefore: isBefore)
            if own.state != .neverAsked { return own }
        }
        let general = Key(
            person: key.person,
            id: key.id,
            purpose: ConsentPurposes.communication,
            channel: key.channel
        )
        return decision(general, at: time, isBefore: isBefore)
    }

    /// What the consents for the purpose itself say.
    func decision(_ key: Key, at limit: Int64, isBefore: Bool = false) -> Decision {
        guard rows.has(key.person) else { return (.neverAsked, nil) }
        let rows = rows[key.person]
        guard let tree = merges[key.person],
            let group = key.id.map({ tree.group(of: $0, at: limit, isBefore: isBefore) }) ?? tree.whole
        else { return newest(in: rows, key, at: limit, isBefore: isBefore) { _ in true } }
        return decision(of: group, in: tree, rows, key, at: limit, isBefore: isBefore)
    }

    /// What holds for the ids of a group: what they said since they are known to be one, else the most restrictive of what
    /// held for its parts.
    private func decision(
        of group: Int,
        in tree: IdentityMerges.Tree,
        _ rows: ArraySlice<Int32>,
        _ key: Key,
        at limit: Int64,
        isBefore: Bool
    ) -> Decision {
        let node = tree.nodes[group]
        let own = newest(in: rows, key, at: limit, isBefore: isBefore) { row in
            node.ids.contains(ids[row]) && (node.parts == nil || time[row] > node.since)
        }
        guard own.state == .neverAsked, let parts = node.parts else { return own }
        let one = decision(of: parts.0, in: tree, rows, key, at: limit, isBefore: isBefore)
        let other = decision(of: parts.1, in: tree, rows, key, at: limit, isBefore: isBefore)
        return (one.state, one.since ?? .min) < (other.state, other.since ?? .min) ? other : one
    }

    @inline(__always)
    private func newest(
        in rows: ArraySlice<Int32>,
        _ key: Key,
        at limit: Int64,
        isBefore: Bool,
        where counts: (Int) -> Bool
    ) -> Decision {
        var state = State.neverAsked
        var newest: Int64?
        for row in rows {
            let row = Int(row)
            let since = time[row]
            if since > limit { break }
            if purpose(of: row) != key.purpose { continue }
            let own = channel(of: row)
            if own != -1, own != key.channel { continue }
            guard let next = self.state(row, at: limit) else { continue }
            if isBefore, since == limit, next.forbidsContact { continue }
            guard counts(row) else { continue }
            state = since == newest ? max(state, next) : next
            newest = since
        }
        return (state, newest)
    }

    /// Whether any channel is open at `time`.
    func isGrantedAnywhere(_ person: Int32, _ purpose: Int32, at time: Int64) -> Bool {
        rows[person].contains { row in
            let key = Key(person: person, purpose: purpose, channel: channel(of: Int(row)))
            return self.purpose(of: Int(row)) == purpose && decision(key, at: time).state == .granted
        }
    }

    /// How long any channel was open to a person for `purpose` between two times, and how often they withdrew it in between:
    /// whatever they withdraw at one instant is one withdrawal.
    func exposure(
        _ person: Int32,
        _ purpose: Int32,
        from start: Int64,
        to end: Int64
    ) -> (granted: Int64, withdrawals: Int) {
        guard start <= end, rows.has(person) else { return (0, 0) }
        var changes = [start]
        var withdrawals: Set<Int64> = []
        for row in rows[person] {
            let row = Int(row)
            let since = time[row]
            if since > end { break }
            guard self.purpose(of: row) == purpose else { continue }
            changes.append(since)
            if let until, until[row] != .min { changes.append(until[row]) }
            if since >= start, statuses[Int(status[row]) + 1] == .withdrawn { withdrawals.insert(since) }
        }
        changes += merges[person]?.nodes.map(\.since) ?? []
        changes = changes.filter { (start..<end).contains($0) }.sorted()
        var granted: Int64 = 0
        for (place, change) in changes.enumerated() {
            let next = place + 1 < changes.count ? changes[place + 1] : end
            if next > change, isGrantedAnywhere(person, purpose, at: change) { granted += next - change }
        }
        return (granted, withdrawals.count)
    }

    private func state(_ row: Int, at time: Int64) -> State? {
        switch statuses[Int(status[row]) + 1] {
        case .asked, nil: nil
        case .granted: until.map { $0[row] != .min && $0[row] <= time } ?? false ? .expired : .granted
        case .denied: .denied
        case .withdrawn: .withdrawn
        case .expired: .expired
        }
    }
}

import JourneyModel

/// Consent for one purpose, as of any time (D17).
///
/// The newest record that applies to a channel decides: the channel's own, or one for every channel. Of one instant the most
/// restrictive wins. That somebody was asked changes no state. Missing is never granted.
struct ConsentHistory: Sendable {
    enum State: Int, Comparable, Sendable {
        case neverAsked, granted, expired, denied, withdrawn

        static func < (left: State, right: State) -> Bool { left.rawValue < right.rawValue }

        /// A contact in this state must not happen.
        var forbidsContact: Bool { self == .denied || self == .withdrawn }
    }

    static let communication = "communication"
    static let analytics = "analytics"

    private let rows: PersonRows
    private let time: Column<Int64>
    private let until: Column<Int64>?
    private let status: CodeColumn
    private let channel: CodeColumn
    /// By code + 1 of the record's own words.
    private let statuses: [ConsentRecord.Status?]
    private let channels: [Int32]

    /// - Parameter chosen: rows of consents, all of one purpose.
    init(_ source: EventSource, _ chosen: [Int32], codes: inout SideCodes) {
        let records = source.records(.consents)
        time = records.everyTime(.consentTime)
        until = records.times(.consentUntil)
        status = records.codes(.consentStatus)
        statuses = records.table(.consentStatus) { $0.flatMap(ConsentRecord.Status.init(rawValue:)) }
        channel = records.codes(.consentChannel)
        var met = CodesOfTexts(records.texts(.consentChannel), none: -1)
        for row in chosen { met.meet(channel[Int(row)]) { codes.channel($0) } }
        channels = met.table
        let (person, aliases) = (records.codes(.consentPerson), source.aliases)
        rows = PersonRows(chosen, person: { aliases[person[Int($0)]] }, time: time)
    }

    var isEmpty: Bool { rows.isEmpty }

    /// Calls `body` with each person on record, and when they were first.
    func forEachPerson(_ body: (Int32, _ first: Int64) -> Void) {
        rows.forEach { person, rows in
            if let first = rows.first { body(person, time[Int(first)]) }
        }
    }

    /// -1: every channel.
    private func channel(of row: Int) -> Int32 { channels[Int(channel[row]) + 1] }

    /// The state for a contact on `channel` (-1: unknown) at `time`. With `isBefore`, a refusal or withdrawal of the very
    /// same instant does not count yet: a contact is unlawful only after it (D17).
    func state(of person: Int32, channel: Int32, at time: Int64, isBefore: Bool = false) -> State {
        decision(of: person, channel: channel, at: time, isBefore: isBefore).state
    }

    /// The same with the time since when it is so; nil where nobody ever said anything.
    func decision(
        of person: Int32,
        channel: Int32,
        at limit: Int64,
        isBefore: Bool = false
    ) -> (state: State, since: Int64?) {
        guard rows.has(person) else { return (.neverAsked, nil) }
        var state = State.neverAsked
        var newest: Int64?
        for row in rows[person] {
            let row = Int(row)
            let since = time[row]
            if since > limit { break }
            let own = self.channel(of: row)
            if own != -1, own != channel { continue }
            guard let next = self.state(row, at: limit) else { continue }
            if isBefore, since == limit, next.forbidsContact { continue }
            state = since == newest ? max(state, next) : next
            newest = since
        }
        return (state, newest)
    }

    /// Whether any channel is open at `time`.
    func isGrantedAnywhere(_ person: Int32, at time: Int64) -> Bool {
        rows[person].contains { state(of: person, channel: channel(of: Int($0)), at: time) == .granted }
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

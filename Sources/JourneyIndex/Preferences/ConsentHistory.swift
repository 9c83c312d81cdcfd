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

    struct Entry: Sendable {
        let person: Int32
        let time: Int64
        let status: ConsentRecord.Status
        /// -1: every channel.
        let channel: Int32
        let until: Int64?
    }

    static let communication = "communication"
    static let analytics = "analytics"

    private let entries: PersonRecords<Entry>

    /// - Parameter records: all of one purpose.
    init(_ records: [ConsentRecord], codes: inout SideCodes) {
        var entries: [(person: Int32, time: Int64, record: Entry)] = []
        for record in records {
            let person = codes.person(record.person)
            let time = record.time.milliseconds
            entries.append(
                (
                    person, time,
                    Entry(
                        person: person,
                        time: time,
                        status: record.status,
                        channel: record.channel.map { codes.channel($0) } ?? -1,
                        until: record.until?.milliseconds
                    )
                )
            )
        }
        self.entries = PersonRecords(entries)
    }

    var isEmpty: Bool { entries.isEmpty }
    var all: [Entry] { entries.all }

    /// The state for a contact on `channel` (-1: unknown) at `time`. With `isBefore`, a refusal or withdrawal of the very
    /// same instant does not count yet: a contact is unlawful only after it (D17).
    func state(of person: Int32, channel: Int32, at time: Int64, isBefore: Bool = false) -> State {
        decision(of: person, channel: channel, at: time, isBefore: isBefore).state
    }

    /// The same with the time since when it is so; nil where nobody ever said anything.
    func decision(
        of person: Int32,
        channel: Int32,
        at time: Int64,
        isBefore: Bool = false
    ) -> (state: State, since: Int64?) {
        guard entries.has(person) else { return (.neverAsked, nil) }
        var state = State.neverAsked
        var newest: Int64?
        for entry in entries[person] {
            if entry.time > time { break }
            if entry.channel != -1, entry.channel != channel { continue }
            guard let next = ConsentHistory.state(entry, at: time) else { continue }
            if isBefore, entry.time == time, next.forbidsContact { continue }
            state = entry.time == newest ? max(state, next) : next
            newest = entry.time
        }
        return (state, newest)
    }

    /// Whether any channel is open at `time`.
    func isGrantedAnywhere(_ person: Int32, at time: Int64) -> Bool {
        entries[person].contains { state(of: person, channel: $0.channel, at: time) == .granted }
    }

    func isAsked(_ person: Int32, at time: Int64) -> Bool {
        entries[person].first.map { $0.time <= time } ?? false
    }

    private static func state(_ entry: Entry, at time: Int64) -> State? {
        switch entry.status {
        case .asked: nil
        case .granted: entry.until.map { $0 <= time } ?? false ? .expired : .granted
        case .denied: .denied
        case .withdrawn: .withdrawn
        case .expired: .expired
        }
    }
}

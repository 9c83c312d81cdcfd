import JourneyModel

/// What persons prefer for one purpose, as of any time (D16).
struct PreferenceHistory: Sendable {
    struct Entry: Sendable {
        let person: Int32
        let time: Int64
        /// -1: for every service.
        let service: Int32
        /// Nil: asked only.
        let value: Int32?
        let rank: Int
    }

    struct Choice: Hashable, Sendable {
        /// A channel's code, or `SideCodes.noPreference`.
        let value: Int32
        let time: Int64
        /// Another first choice was captured within a day before it: two sources disagree.
        let isConflicting: Bool
    }

    private let records: PersonRecords<Entry>
    /// The trait that stands in for records, a preference since ever for every service; and what its values are.
    private let trait: Trait?
    private let traitValues: [Int32]
    /// Whether any record says that somebody was asked.
    let knowsPrompts: Bool
    /// Whether any record says what somebody answered.
    let hasCaptured: Bool

    static let preferredChannel = "person.preferred_channel"

    /// - Parameter purposes: Records of these count.
    init(_ records: [PreferenceRecord], purposes: Set<PreferenceRecord.Purpose>, codes: inout SideCodes) {
        var entries: [(person: Int32, time: Int64, record: Entry)] = []
        var knowsPrompts = false
        for record in records where purposes.contains(record.purpose) {
            let value = record.kind == .captured ? record.value.map { PreferenceHistory.code($0, &codes) } : nil
            // A captured record without a value captured nothing; that somebody was asked it does say.
            if record.kind == .asked { knowsPrompts = true }
            let person = codes.person(record.person)
            let time = record.time.milliseconds
            let service = codes.service(record.service)
            entries.append(
                (person, time, Entry(person: person, time: time, service: service, value: value, rank: record.rank))
            )
        }
        self.records = PersonRecords(entries)
        trait = nil
        traitValues = []
        self.knowsPrompts = knowsPrompts
        hasCaptured = entries.contains { $0.record.value != nil }
    }

    /// Preferences from a trait of persons, for want of records.
    init(trait: Trait, codes: inout SideCodes) {
        records = PersonRecords([])
        self.trait = trait
        traitValues = trait.values.map { PreferenceHistory.code($0, &codes) }
        knowsPrompts = false
        hasCaptured = (0..<Int32(trait.count)).contains { trait[$0] >= 0 }
    }

    private static func code(_ value: String, _ codes: inout SideCodes) -> Int32 {
        let word = value.lowercased()
        return word == PreferenceRecord.noPreference || word == "none" ? SideCodes.noPreference : codes.channel(value)
    }

    var isFromTrait: Bool { trait != nil }

    /// A trait that nobody has stands in for nothing.
    var isEmpty: Bool { records.isEmpty && (trait == nil || !hasCaptured) }

    /// Records that name a service.
    var ofServices: [Entry] { records.all.filter { $0.service >= 0 } }

    /// Whether anything may be known of `person`.
    @inline(__always)
    func has(_ person: Int32) -> Bool {
        trait == nil ? records.has(person) : traitCode(person) >= 0
    }

    private func traitCode(_ person: Int32) -> Int32 { trait?[person] ?? -1 }

    /// The first choice of `person` for `service` at `time`: of the service's own records, else of those for every
    /// service, the lowest rank; of several the newest, and of one instant the last recorded.
    func choice(of person: Int32, service: Int32, at time: Int64) -> Choice? {
        guard has(person) else { return nil }
        if trait != nil {
            return Choice(value: traitValues[Int(traitCode(person))], time: .min, isConflicting: false)
        }
        let known = records[person].prefix { $0.time <= time }
        guard !known.isEmpty else { return nil }
        if service >= 0, let own = choice(in: known, service: service) { return own }
        return choice(in: known, service: -1)
    }

    private func choice(in known: ArraySlice<Entry>, service: Int32) -> Choice? {
        var best: Entry?
        var before: Entry?
        for entry in known where entry.service == service && entry.value != nil {
            if let current = best {
                if entry.rank > current.rank { continue }
                before = entry.rank == current.rank ? current : nil
            }
            best = entry
        }
        guard let best, let value = best.value else { return nil }
        let isConflicting =
            before.map { $0.value != value && span(from: $0.time, to: best.time) < .day } ?? false
        return Choice(value: value, time: best.time, isConflicting: isConflicting)
    }

    /// Whether `person` was asked, for `service` or for every one, by `time`. Who answered was asked.
    func isAsked(_ person: Int32, service: Int32, at time: Int64) -> Bool {
        guard has(person) else { return false }
        return trait != nil
            || records[person].contains { $0.time <= time && ($0.service == service || $0.service == -1) }
    }

    /// Whether anything is on record for every service by `time`: asked, and captured.
    func general(of person: Int32, at time: Int64) -> (asked: Bool, captured: Bool) {
        guard has(person) else { return (false, false) }
        if trait != nil { return (true, true) }
        var found = (asked: false, captured: false)
        for entry in records[person] where entry.time <= time && entry.service == -1 {
            found.asked = true
            if entry.value != nil { found.captured = true }
        }
        return found
    }
}

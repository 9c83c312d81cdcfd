import JourneyModel

/// What persons prefer for one purpose, as of any time (D16).
struct PreferenceHistory: Sendable {
    struct Choice: Hashable, Sendable {
        /// A channel's code, or `SideCodes.noPreference`.
        let value: Int32
        let time: Int64
        /// Another first choice was captured within a day before it: two sources disagree.
        let isConflicting: Bool
    }

    private let rows: PersonRows
    private let records: PreferenceColumns
    /// The trait that stands in for records, a preference since ever for every service; and what its values are.
    private let trait: Trait?
    private let traitValues: [Int32]
    /// Whether any record says that somebody was asked.
    let knowsPrompts: Bool
    /// Whether any record says what somebody answered.
    let hasCaptured: Bool

    static let preferredChannel = "person.preferred_channel"

    init(_ source: EventSource, purpose: PreferenceRecord.Purpose, codes: inout SideCodes) {
        var columns = PreferenceColumns(source, codes)
        let chosen = columns.rows(of: purpose)
        columns.meet(chosen) { PreferenceHistory.code($0, &codes) }
        records = columns
        rows = PersonRows(chosen, person: { columns.person(of: Int($0)) }, time: columns.time)
        trait = nil
        traitValues = []
        // A captured record without a value captured nothing; that somebody was asked it does say.
        knowsPrompts = chosen.contains { columns.isPrompt(Int($0)) }
        hasCaptured = chosen.contains { columns.value(of: Int($0)) != PreferenceColumns.noValue }
    }

    /// Preferences from a trait of persons, for want of records.
    init(trait dimension: IndexedDimension, of source: EventSource, codes: inout SideCodes) {
        let trait = Trait(dimension, of: source)
        records = PreferenceColumns(source, codes)
        rows = PersonRows([], person: { $0 }, time: records.time)
        self.trait = trait
        traitValues = trait.values.map { PreferenceHistory.code($0, &codes) }
        for value in dimension.elsewhere { _ = PreferenceHistory.code(value, &codes) }
        knowsPrompts = false
        hasCaptured = (0..<Int32(trait.count)).contains { trait[$0] >= 0 }
    }

    private static func code(_ value: String, _ codes: inout SideCodes) -> Int32 {
        PreferenceRecord.isNoPreference(value.lowercased()) ? SideCodes.noPreference : codes.channel(value)
    }

    var isFromTrait: Bool { trait != nil }

    /// A trait that nobody has stands in for nothing.
    var isEmpty: Bool { rows.isEmpty && (trait == nil || !hasCaptured) }

    /// Whether a record says that somebody was asked, and whether it says what somebody answered. That somebody answered is no
    /// evidence of what was asked (D16).
    typealias Signs = (asked: Bool, captured: Bool)

    private func signs(of row: Int) -> Signs {
        (records.isPrompt(row), records.value(of: row) != PreferenceColumns.noValue)
    }

    /// Calls `body` for each record that names a service: whose it is, since when, and what it says.
    func forEachOfService(_ body: (_ person: Int32, _ time: Int64, _ service: Int32, Signs) -> Void) {
        rows.forEach { person, rows in
            for row in rows {
                let row = Int(row)
                let service = records.service(of: row)
                if service < 0 { continue }
                body(person, records.time[row], service, signs(of: row))
            }
        }
    }

    /// Whether anything may be known of `person`.
    @inline(__always)
    func has(_ person: Int32) -> Bool {
        trait == nil ? rows.has(person) : traitCode(person) >= 0
    }

    private func traitCode(_ person: Int32) -> Int32 { trait?[person] ?? -1 }

    /// The first choice of `person` for `service` at `time`: of the service's own records, else of those for every
    /// service, the lowest rank; of several the newest, and of one instant the last recorded.
    func choice(of person: Int32, service: Int32, at time: Int64) -> Choice? {
        guard has(person) else { return nil }
        if trait != nil {
            return Choice(value: traitValues[Int(traitCode(person))], time: .min, isConflicting: false)
        }
        let known = rows[person].prefix { records.time[Int($0)] <= time }
        guard !known.isEmpty else { return nil }
        if service >= 0, let own = choice(in: known, service: service) { return own }
        return choice(in: known, service: -1)
    }

    private func choice(in known: ArraySlice<Int32>, service: Int32) -> Choice? {
        var best: (rank: Int64, time: Int64, value: Int32)?
        var before: (rank: Int64, time: Int64, value: Int32)?
        for row in known where records.service(of: Int(row)) == service {
            let value = records.value(of: Int(row))
            if value == PreferenceColumns.noValue { continue }
            let rank = records.rank[Int(row)]
            if let current = best {
                if rank > current.rank { continue }
                before = rank == current.rank ? current : nil
            }
            best = (rank, records.time[Int(row)], value)
        }
        guard let best else { return nil }
        let isConflicting =
            before.map { $0.value != best.value && span(from: $0.time, to: best.time) < .day } ?? false
        return Choice(value: best.value, time: best.time, isConflicting: isConflicting)
    }

    /// Whether `person` was asked, for `service` or for every one, by `time`. Who answered was asked.
    func isAsked(_ person: Int32, service: Int32, at time: Int64) -> Bool {
        guard has(person) else { return false }
        return trait != nil
            || rows[person].contains { row in
                let own = records.service(of: Int(row))
                return records.time[Int(row)] <= time && (own == service || own == -1)
            }
    }

    /// What is on record for every service by `time`. A trait says what somebody answered.
    func general(of person: Int32, at time: Int64) -> Signs {
        guard has(person) else { return (false, false) }
        if trait != nil { return (false, true) }
        var found: Signs = (false, false)
        for row in rows[person] where records.time[Int(row)] <= time && records.service(of: Int(row)) == -1 {
            let signs = signs(of: Int(row))
            found = (found.asked || signs.asked, found.captured || signs.captured)
        }
        return found
    }

    /// Calls `body` once for each person and channel that they ever asked for by `time`.
    func forEachChannel(by time: Int64, _ body: (_ person: Int32, _ channel: Int32) -> Void) {
        if let trait {
            for person in 0..<Int32(trait.count) where trait[person] >= 0 {
                body(person, traitValues[Int(trait[person])])
            }
            return
        }
        rows.forEach { person, rows in
            var met: Set<Int32> = []
            for row in rows where records.time[Int(row)] <= time {
                let value = records.value(of: Int(row))
                if value != PreferenceColumns.noValue, met.insert(value).inserted { body(person, value) }
            }
        }
    }
}

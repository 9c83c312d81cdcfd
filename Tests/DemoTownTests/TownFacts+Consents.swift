import JourneyModel

/// Consents of any purpose (D17), the slow and obvious way. The town's consents for communication are for all channels or for
/// one; those for marketing are for e-mail.
extension TownFacts {
    typealias Status = ConsentRecord.Status

    /// What the persons said, by person as joined and purpose, in order of time.
    var statements: [String: [ConsentRecord]] {
        let canonical = Dictionary(aliases.map { ($0.alias, $0.person) }) { first, _ in first }
        let said = consents.filter { $0.status != .asked }.sorted { $0.time < $1.time }
        return Dictionary(grouping: said) { (canonical[$0.person] ?? $0.person) + "|" + $0.purpose }
    }

    /// The newest statement that is for `channel` or for all. After two ids were found to be one, the most restrictive of
    /// theirs, until something is said anew.
    private func state(_ said: [ConsentRecord], on channel: String?, at time: Timestamp) -> Status? {
        let known = said.filter { $0.time <= time && (channel == nil || $0.channel == nil || $0.channel == channel) }
        guard let newest = known.last else { return nil }
        let ids = Set(known.map(\.person))
        guard ids.count > 1, let merge = aliases.first(where: { ids.contains($0.alias) })?.time, merge <= time,
            newest.time <= merge
        else { return newest.status }
        let states = ids.compactMap { id in known.last { $0.person == id }?.status }
        return states.first { $0 != .granted } ?? .granted
    }

    /// Persons who were asked for or said something on `purpose`, and those who agree to it now on some channel.
    func agreed(to purpose: String) -> Share {
        let end = TownFacts.day(2026, 1, 1)
        let all = statements.filter { $0.key.hasSuffix("|" + purpose) }.values
        return Share(count: all.count { state($0, on: nil, at: end) == .granted }, total: all.count)
    }

    /// Persons of whom one id withdrew and the other agreed later, before both were found to be one.
    var opposed: Int {
        statements.values.count { said in Set(said.map(\.person)).count > 1 && said.first?.status == .withdrawn }
    }

    /// Outbound contacts by what the person had said of their purpose, else of communication: those after a refusal or
    /// withdrawal, and those of which nothing was said.
    var contactsByConsent: (refused: [Row], uncovered: [Row]) {
        let said = statements
        var result: (refused: [Row], uncovered: [Row]) = ([], [])
        for row in rows where row.isOutbound {
            guard let person = row.person else { continue }
            let states = [row[Dimension.purpose] ?? "communication", "communication"].lazy.compactMap { purpose in
                said[person + "|" + purpose].flatMap { state($0, on: row.channel, at: row.time) }
            }
            guard let state = states.first else {
                result.uncovered.append(row)
                continue
            }
            if state == .withdrawn || state == .denied { result.refused.append(row) }
        }
        return result
    }

    /// Contacts after marketing was withdrawn that were for something else.
    var contactsBesideMarketing: Int {
        let said = statements
        return rows.count { row in
            guard row.isOutbound, row[Dimension.purpose] != "marketing" else { return false }
            return (said[(row.person ?? "") + "|marketing"] ?? []).contains {
                $0.status == .withdrawn && $0.time <= row.time && $0.channel == row.channel
            }
        }
    }
}

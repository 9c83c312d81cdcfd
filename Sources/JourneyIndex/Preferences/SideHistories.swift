import JourneyModel

/// What persons prefer and allow, told by codes. It depends on the store only, not on a scope; of the records themselves it
/// keeps nothing but in which order each person's are.
struct SideHistories: Sendable {
    let channels: PreferenceHistory
    let content: PreferenceHistory
    let consents: ConsentHistory
    /// Consent to being looked at one by one.
    let analytics: ConsentHistory
    /// Consent for every purpose, these two among them; where there are very many, for those with the most records.
    let consentsByPurpose: [(purpose: String, history: ConsentHistory)]
    let channelNames: [String]
    /// Of the event dimension's code + 1: the channel's code here, -1 for none.
    let ofEventChannel: [Int32]

    /// A file may name as many as it has rows, and each takes a bit a person.
    private static let mostPurposes = 32

    init(_ source: EventSource) {
        var codes = SideCodes(source)
        var channels = PreferenceHistory(source, purpose: .communication, codes: &codes)
        if channels.isEmpty, let trait = source.dimensionIfAny(PreferenceHistory.preferredChannel) {
            channels = PreferenceHistory(trait: Trait(trait, of: source), of: source, codes: &codes)
        }
        self.channels = channels
        content = PreferenceHistory(source, purpose: .content, codes: &codes)
        let groups = SideHistories.consentsByPurpose(source)
        consents = ConsentHistory(source, groups[ConsentHistory.communication]?.rows ?? [], codes: &codes)
        analytics = ConsentHistory(source, groups[ConsentHistory.analytics]?.rows ?? [], codes: &codes)
        let most = groups.sorted { (-$0.value.rows.count, $0.key) < (-$1.value.rows.count, $1.key) }
            .prefix(SideHistories.mostPurposes)
        var byPurpose: [(purpose: String, history: ConsentHistory)] = []
        for (key, group) in most {
            let history =
                switch key {
                case ConsentHistory.communication: consents
                case ConsentHistory.analytics: analytics
                default: ConsentHistory(source, group.rows, codes: &codes)
                }
            byPurpose.append((group.name, history))
        }
        consentsByPurpose = byPurpose
        channelNames = codes.channelNames
        ofEventChannel = codes.ofEventChannel
    }

    /// Rows of consents by purpose in small letters; the name is as the first of them has it.
    private static func consentsByPurpose(_ source: EventSource) -> [String: (name: String, rows: [Int32])] {
        let records = source.records(.consents)
        let purposes = records.texts(.consentPurpose)
        let keys = [""] + purposes.map { $0.lowercased() }
        let (places, names) = keys.enumerated().reduce(into: ([Int](), [String: Int]())) { found, entry in
            let place = found.1[entry.element] ?? entry.offset
            found.1[entry.element] = place
            found.0.append(place)
        }
        var rows = [[Int32]](repeating: [], count: keys.count)
        let codes = records.codes(.consentPurpose)
        for row in 0..<Int32(records.count) { rows[places[Int(codes[Int(row)]) + 1]].append(row) }
        return names.compactMapValues { place in
            guard let first = rows[place].first.map({ codes[Int($0)] }) else { return nil }
            return (first < 0 ? "" : purposes[Int(first)], rows[place])
        }
    }

    /// A channel is the same in capitals and small letters; nil where nothing has the name.
    func channelCode(_ name: String) -> Int32? {
        let name = name.lowercased()
        return channelNames.firstIndex { $0.lowercased() == name }.map { Int32($0) }
    }

    func channelName(_ code: Int32) -> String {
        code == SideCodes.noPreference ? PreferenceRecord.noPreference : channelNames[Int(code)]
    }
}

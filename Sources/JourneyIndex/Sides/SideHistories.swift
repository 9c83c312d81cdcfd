import JourneyModel
import Tallies

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
    /// Services that only other parts of the store have events of: their codes follow those of the events.
    let servicesElsewhere: [String]
    /// Of the event dimension's code + 1: the channel's code here, -1 for none.
    let ofEventChannel: [Int32]

    /// A file may name as many as it has rows, and each takes a bit a person.
    private static let mostPurposes = 32

    init(_ source: EventSource) {
        var codes = SideCodes(source)
        var channels = PreferenceHistory(source, purpose: .communication, codes: &codes)
        let hasRecords = source.facts?.sides.hasPreferences ?? !channels.isEmpty
        if !hasRecords, let trait = source.dimensionIfAny(PreferenceHistory.preferredChannel) {
            channels = PreferenceHistory(trait: trait, of: source, codes: &codes)
        }
        self.channels = channels
        content = PreferenceHistory(source, purpose: .content, codes: &codes)
        let rows = SideHistories.consentsByPurpose(source)
        consents = ConsentHistory(source, rows[ConsentHistory.communication] ?? [], codes: &codes)
        analytics = ConsentHistory(source, rows[ConsentHistory.analytics] ?? [], codes: &codes)
        // What other consents call a channel is no channel that anybody could be reached on.
        var others = codes
        var byPurpose: [(purpose: String, history: ConsentHistory)] = []
        for (key, name) in SideHistories.purposes(of: source) {
            let history =
                switch key {
                case ConsentHistory.communication: consents
                case ConsentHistory.analytics: analytics
                default: ConsentHistory(source, rows[key] ?? [], codes: &others)
                }
            byPurpose.append((name, history))
        }
        consentsByPurpose = byPurpose
        channelNames = codes.channelNames
        servicesElsewhere = codes.servicesElsewhere
        ofEventChannel = codes.ofEventChannel
    }

    /// The purposes with the most records, in small letters and as most of their records write them.
    private static func purposes(of source: EventSource) -> [(key: String, name: String)] {
        let counts = source.facts?.sides.purposes ?? purposeCounts(source)
        let groups = Dictionary(grouping: counts.pairs) { $0.key.lowercased() }.map { key, spellings in
            (key: key, records: spellings.reduce(0) { $0 + $1.value }, spellings: spellings)
        }
        return groups.sorted { (-$0.records, $0.key) < (-$1.records, $1.key) }.prefix(mostPurposes).map { group in
            let name = group.spellings.min { (-$0.value, $0.key) < (-$1.value, $1.key) }?.key
            return (group.key, name ?? group.key)
        }
    }

    /// Rows of consents by purpose in small letters.
    static func consentsByPurpose(_ source: EventSource) -> [String: [Int32]] {
        let records = source.records(.consents)
        let keys = [""] + records.texts(.consentPurpose).map { $0.lowercased() }
        let codes = records.codes(.consentPurpose)
        var rows = [[Int32]](repeating: [], count: keys.count)
        let first = Dictionary(zip(keys, 0...), uniquingKeysWith: { first, _ in first })
        let places = keys.map { first[$0] ?? 0 }
        for row in 0..<Int32(records.count) { rows[places[Int(codes[Int(row)]) + 1]].append(row) }
        return first.mapValues { rows[$0] }
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

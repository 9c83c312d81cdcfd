import JourneyModel
import Tallies

/// The purposes that consents are for, by codes: a purpose is the same in capitals and small letters.
struct ConsentPurposes: Sendable {
    static let communicationName = "communication"
    static let analyticsName = "analytics"
    /// These two have the first codes, whether or not anybody consented to them.
    static let communication: Int32 = 0
    static let analytics: Int32 = 1
    /// What no consent is for.
    static let none: Int32 = -1

    private let codes: [String: Int32]
    /// By code of the consents' own word, + 1.
    let ofConsents: [Int32]
    /// The purposes with the most records, by their codes and as most of their records write them.
    let listed: [(code: Int32, name: String)]

    /// A file may name as many purposes as it has rows, and a list of all of them is read by nobody.
    private static let mostListed = 32

    init(_ source: EventSource) {
        var codes = [
            ConsentPurposes.communicationName: ConsentPurposes.communication,
            ConsentPurposes.analyticsName: ConsentPurposes.analytics,
        ]
        let keys = [""] + source.records(.consents).texts(.consentPurpose).map { $0.lowercased() }
        ofConsents = keys.map { key in
            let code = codes[key] ?? Int32(codes.count)
            codes[key] = code
            return code
        }
        let groups = ConsentPurposes.mostFrequent(source)
        listed = groups.compactMap { group in codes[group.key].map { ($0, group.name) } }
        self.codes = codes
    }

    private static func mostFrequent(_ source: EventSource) -> [(key: String, name: String)] {
        let counts = source.facts?.sides.purposes ?? SideHistories.purposeCounts(source)
        let groups = Dictionary(grouping: counts.pairs) { $0.key.lowercased() }.map { key, spellings in
            (key: key, records: spellings.reduce(0) { $0 + $1.value }, spellings: spellings)
        }
        return groups.sorted { (-$0.records, $0.key) < (-$1.records, $1.key) }.prefix(mostListed).map { group in
            let name = group.spellings.min { (-$0.value, $0.key) < (-$1.value, $1.key) }?.key
            return (group.key, name ?? group.key)
        }
    }

    /// How many codes there are.
    var count: Int { codes.count }

    /// `none` where no consent is for it.
    func code(_ purpose: String) -> Int32 { codes[purpose.lowercased()] ?? ConsentPurposes.none }
}

/// What outbound events are for: what they say, and where they say nothing communication.
struct ContactPurposes: Sendable {
    /// By purpose of events: its name, and the code of the consents for it.
    let purposes: [(name: String, consents: Int32)]
    /// By code of the event dimension, + 1: the place among `purposes`.
    let ofEvents: [Int32]

    init(_ source: EventSource, _ consents: ConsentPurposes) {
        let dimension = source.dimensionIfAny(Dimension.purpose)
        // A purpose is called alike whatever part of a store is looked at.
        var names: [String: String] = [ConsentPurposes.communicationName: ConsentPurposes.communicationName]
        let own = dimension?.values ?? []
        for spelling in own + (dimension.map { Array($0.elsewhere) } ?? []) {
            let key = spelling.lowercased()
            if key != ConsentPurposes.communicationName { names[key] = min(names[key] ?? spelling, spelling) }
        }
        let keys = names.keys.sorted()
        purposes = keys.map { (names[$0] ?? $0, consents.code($0)) }
        let places = Dictionary(uniqueKeysWithValues: zip(keys, Int32(0)...))
        ofEvents = [places[ConsentPurposes.communicationName] ?? 0] + own.map { places[$0.lowercased()] ?? 0 }
    }
}

import JourneyModel

/// What persons prefer and allow, and who gave feedback, told by codes. It depends on the store only, not on a scope.
struct SideHistories: Sendable {
    let channels: PreferenceHistory
    let content: PreferenceHistory
    let consents: ConsentHistory
    /// Consent to being looked at one by one.
    let analytics: ConsentHistory
    /// Consent for every purpose, these two among them; where there are very many, for those with the most records.
    let consentsByPurpose: [(purpose: String, history: ConsentHistory)]
    /// The person of each feedback record; -1 for none.
    let feedbackPeople: [Int32]
    let channelNames: [String]
    /// Of the event dimension's code + 1: the channel's code here, -1 for none.
    let ofEventChannel: [Int32]

    /// A file may name as many as it has rows, and each takes a bit a person.
    private static let mostPurposes = 32

    init(_ source: EventSource) {
        var codes = SideCodes(source)
        let records = source.records
        var channels = PreferenceHistory(records.preferences, purposes: [.communication], codes: &codes)
        if channels.isEmpty, let trait = source.dimensionIfAny(PreferenceHistory.preferredChannel) {
            channels = PreferenceHistory(trait: Trait(trait, of: source), codes: &codes)
        }
        self.channels = channels
        content = PreferenceHistory(records.preferences, purposes: [.content], codes: &codes)
        let purposes = Dictionary(grouping: records.consents) { $0.purpose.lowercased() }
        consents = ConsentHistory(purposes[ConsentHistory.communication] ?? [], codes: &codes)
        analytics = ConsentHistory(purposes[ConsentHistory.analytics] ?? [], codes: &codes)
        let most = purposes.sorted { (-$0.value.count, $0.key) < (-$1.value.count, $1.key) }
            .prefix(SideHistories.mostPurposes)
        var byPurpose: [(purpose: String, history: ConsentHistory)] = []
        for (key, records) in most {
            let history =
                switch key {
                case ConsentHistory.communication: consents
                case ConsentHistory.analytics: analytics
                default: ConsentHistory(records, codes: &codes)
                }
            byPurpose.append((records.first?.purpose ?? key, history))
        }
        consentsByPurpose = byPurpose
        feedbackPeople = records.feedback.map { record in record.person.map { codes.person($0) } ?? -1 }
        channelNames = codes.channelNames
        ofEventChannel = codes.ofEventChannel
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

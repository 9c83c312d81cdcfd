import JourneyModel
import Tallies

/// What persons prefer and allow, told by codes. It depends on the store only, not on a scope; of the records themselves it
/// keeps nothing but in which order each person's are.
struct SideHistories: Sendable {
    let channels: PreferenceHistory
    let content: PreferenceHistory
    let consents: ConsentHistory
    /// What consents are for, and what outbound events are.
    let purposes: ConsentPurposes
    let contactPurposes: ContactPurposes
    let channelNames: [String]
    /// By channel that people prefer, and that neither an event names nor anybody declared: the one that may have been meant.
    let unknownChannels: [Int32: String?]
    /// Services that only other parts of the store have events of: their codes follow those of the events.
    let servicesElsewhere: [String]
    /// Of the event dimension's code + 1: the channel's code here, -1 for none.
    let ofEventChannel: [Int32]

    init(_ source: EventSource) {
        var codes = SideCodes(source)
        var channels = PreferenceHistory(source, purpose: .communication, codes: &codes)
        let hasRecords = source.facts?.sides.hasPreferences ?? !channels.isEmpty
        if !hasRecords, let trait = source.dimensionIfAny(PreferenceHistory.preferredChannel) {
            channels = PreferenceHistory(trait: trait, of: source, codes: &codes)
        }
        self.channels = channels
        content = PreferenceHistory(source, purpose: .content, codes: &codes)
        purposes = ConsentPurposes(source)
        contactPurposes = ContactPurposes(source, purposes)
        consents = ConsentHistory(source, purposes, codes: &codes)
        channelNames = codes.channelNames
        unknownChannels = codes.unknownChannels(source)
        servicesElsewhere = codes.servicesElsewhere
        ofEventChannel = codes.ofEventChannel
    }

    /// What the consents of `person` say of `contact`, just before it.
    func decision(on contact: OutboundContact, to person: Int32) -> ConsentHistory.Decision {
        let key = ConsentHistory.Key(
            person: person,
            id: contact.id,
            purpose: contactPurposes.purposes[Int(contact.purpose)].consents,
            channel: contact.channel
        )
        return consents.covering(key, at: contact.time, isBefore: true)
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

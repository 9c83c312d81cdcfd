import JourneyModel
import Tallies

/// Notes which persons a preference figure counts, while the figures are counted: who makes it rise is in the group.
struct PreferenceWitness: Sendable {
    enum Group: Sendable {
        case withdrawn, missing, notUsed
        /// Of those who asked for one channel, or of all (nil).
        case notHonoured(Int32?)
    }

    private let group: Group
    private(set) var members: SubjectCollector

    /// Nil where the group has nothing to do with preferences, or names a channel that nobody knows.
    init?(_ group: SubjectGroup, _ sides: SideHistories, _ members: SubjectCollector) {
        switch group {
        case .contactedAfterWithdrawal: self.group = .withdrawn
        case .preferenceMissing: self.group = .missing
        case .preferenceNotUsed: self.group = .notUsed
        case .preferenceNotHonoured(nil): self.group = .notHonoured(nil)
        case .preferenceNotHonoured(let channel?):
            guard let code = sides.channelCode(channel) else { return nil }
            self.group = .notHonoured(code)
        default: return nil
        }
        self.members = members
    }

    /// The figure that counts the persons of the group.
    func figure(_ counts: PreferenceCounts) -> Int {
        switch group {
        case .withdrawn: counts.totals.peopleBreached
        case .missing: counts.overall.contacted - counts.overall.captured
        case .notUsed: counts.totals.peopleNotUsed
        case .notHonoured: counts.totals.peopleNotHonoured
        }
    }

    /// Takes in a person whom the figure counts.
    mutating func take(
        _ person: Int32,
        _ contacts: [OutboundContact],
        _ sides: SideHistories,
        isAsked: Bool,
        rows: Range<Int>
    ) {
        guard let reason = reason(person, contacts, sides, isAsked: isAsked) else { return }
        members.add(SubjectMember(.person(person), .rows(rows), reason))
    }

    private func reason(
        _ person: Int32,
        _ contacts: [OutboundContact],
        _ sides: SideHistories,
        isAsked: Bool
    ) -> SubjectReason? {
        let reasons = contacts.compactMap { contact -> SubjectReason? in
            let channel = contact.channel
            switch group {
            case .missing: return SubjectReason(at: contact.time, first: isAsked ? 1 : 0)
            case .withdrawn:
                let (state, time) = sides.decision(on: contact, to: person)
                guard state.forbidsContact else { return nil }
                let isWithdrawn: Int32 = state == .withdrawn ? 1 : 0
                return SubjectReason(at: contact.time, first: isWithdrawn, second: channel, before: time ?? .min)
            case .notUsed, .notHonoured:
                guard let choice = sides.channels.choice(of: person, service: contact.service, at: contact.time) else {
                    return nil
                }
                if case .notHonoured(let wanted) = group {
                    let isMissed = channel >= 0 && choice.value != SideCodes.noPreference && choice.value != channel
                    guard isMissed, wanted == nil || wanted == choice.value else { return nil }
                }
                return SubjectReason(at: contact.time, first: choice.value, second: channel)
            }
        }
        // Contacts pass in the order of time.
        guard var latest = reasons.last else { return nil }
        latest.count = reasons.count
        return latest
    }
}

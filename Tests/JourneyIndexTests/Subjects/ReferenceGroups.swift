import JourneyModel
import TestSupport

/// Who is in a group, as the rules are written: name by name, through all records. A rating or a completion of nobody has
/// no name and stands for one of its own.
struct ReferenceGroups {
    let town: SnapshotBuilder
    let range: TimeRange
    private let transactions: ReferenceTransactions
    private let preferences: ReferencePreferences

    init(_ town: SnapshotBuilder, _ range: TimeRange) {
        self.town = town
        self.range = range
        transactions = ReferenceTransactions(town)
        preferences = ReferencePreferences(town)
    }

    private var horizon: Timestamp { town.records.map(\.time).max() ?? Timestamp(milliseconds: 0) }
    private var limit: Timestamp { min(range.to.map { $0.advanced(by: -1) } ?? horizon, horizon) }

    private func isIn(_ time: Int64?) -> Bool {
        time.map { range.contains(Timestamp(milliseconds: $0)) } ?? false
    }

    func members(_ group: SubjectGroup) -> (names: Set<String>, unnamed: Int) {
        switch group {
        case .unfinished(let service):
            return names(service) { isIn($0.start) && ($0.end.map { end in !isIn(end) } ?? true) }
        case .notOnline(let service):
            return names(service) { one in
                isIn(one.end) && one.channel.flatMap { Channel.kind(ofName: $0) } != .digital
            }
        case .traitGroup(_, let value):
            let mature = transactions.all().filter { one in
                isIn(one.start) && (one.start ?? 0) + 28 * .day <= horizon.milliseconds
            }
            return (Set(mature.compactMap(\.person).filter { band($0) == value }), 0)
        case .leaked(let service):
            return (ReferenceContacts(town).answer(range).leaking[service] ?? [], 0)
        case .dissatisfied(let service): return dissatisfied(service)
        default: return (contacted(group), 0)
        }
    }

    private func names(
        _ service: String,
        _ keeps: (ReferenceTransactions.Found) -> Bool
    ) -> (names: Set<String>, unnamed: Int) {
        let found = transactions.all().filter { ($0.service ?? Dimension.notSet) == service && keeps($0) }
        return (Set(found.compactMap { $0.person ?? $0.caseID }), found.count { $0.isAnonymous })
    }

    /// In the town p0 to p9 have a band: even ones are young.
    private func band(_ person: String) -> String? {
        guard let number = Int(person.dropFirst()), number < 10 else { return nil }
        return number % 2 == 0 ? "young" : "old"
    }

    private func dissatisfied(_ service: String) -> (names: Set<String>, unnamed: Int) {
        let low = town.snapshot().feedback.filter { record in
            guard let score = record.score, record.service ?? Dimension.notSet == service else { return false }
            return range.contains(record.time) && score >= 1 && score <= record.scale
                && (score - 1) / (record.scale - 1) < 0.75
        }
        return (Set(low.compactMap(\.person)), low.count { $0.person == nil })
    }

    // MARK: Preferences

    private func contacted(_ group: SubjectGroup) -> Set<String> {
        let people = Dictionary(grouping: preferences.outbound(range), by: { $0.person ?? "" })
        return Set(people.filter { isMember($0.key, $0.value, group) }.keys)
    }

    private func isMember(_ person: String, _ contacts: [EventRecord], _ group: SubjectGroup) -> Bool {
        func choice(_ contact: EventRecord) -> String? {
            preferences.choice(person, contact.named(Dimension.service), .communication, at: contact.time)
        }
        switch group {
        case .preferenceMissing:
            return contacts.allSatisfy { contact in
                preferences.choice(person, contact.named(Dimension.service), .communication, at: limit) == nil
            }
        case .preferenceNotUsed:
            let captured = contacts.filter { choice($0) != nil }
            return !captured.isEmpty && captured.allSatisfy { $0.named(Dimension.routing) != "preference" }
        case .preferenceNotHonoured(let wanted):
            return contacts.contains { contact in
                guard let choice = choice(contact), let used = contact.named(Dimension.channel) else { return false }
                return choice != "no preference" && choice != used && (wanted == nil || wanted == choice)
            }
        case .contactedAfterWithdrawal:
            return contacts.contains { contact in
                let state = preferences.state(ofContact: contact, person: person)
                return state == .denied || state == .withdrawn
            }
        default: return false
        }
    }
}

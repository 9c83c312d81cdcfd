import JourneyModel

/// Counts the subjects of a group while a scan finds them, and keeps the first few in the order asked for: never more than
/// twice as many as are wanted, however large the group.
struct SubjectCollector: Sendable {
    private struct Ranked: Sendable {
        let rank: Int64
        let member: SubjectMember
    }

    private(set) var total = 0
    /// Of these, persons whom nobody may look at.
    private var withheld = 0
    private let order: SubjectsQuery.Order
    private let limit: Int
    private let history: SubjectHistory
    private let names: SubjectNames
    private let consent: AnalyticsConsent?
    private var kept: [Ranked] = []
    /// The rank of the last that is wanted, once there are enough.
    private var floor = Int64.min
    /// The subject in hand, of whom more may be found.
    private var inHand: (finder: Finder, member: SubjectMember)?
    private var elsewhere: [Finder: SubjectMember] = [:]

    init(
        _ query: SubjectsQuery,
        history: SubjectHistory,
        names: SubjectNames,
        consent: AnalyticsConsent?
    ) {
        self.consent = consent
        order = query.order
        limit = max(0, query.top)
        self.history = history
        self.names = names
    }

    /// A subject that nobody finds again.
    mutating func add(_ member: SubjectMember) {
        total += 1
        if consent?.isMissing(member.name) ?? false {
            withheld += 1
            return
        }
        guard limit > 0 else { return }
        let rank = history.rank(member, by: order)
        if rank < floor { return }
        kept.append(Ranked(rank: rank, member: member))
        if kept.count >= 2 * limit { trim() }
    }

    /// A subject that may be found again: it counts once.
    mutating func add(_ member: SubjectMember, of finder: Finder) {
        switch finder {
        case .nobody: add(member)
        case .subject:
            if inHand?.finder == finder {
                inHand?.member.add(member.reason)
            } else {
                letGo()
                inHand = (finder, member)
            }
        case .personElsewhere, .caseElsewhere: addElsewhere(member, of: finder)
        }
    }

    private mutating func addElsewhere(_ member: SubjectMember, of finder: Finder) {
        var known = elsewhere[finder] ?? member
        if elsewhere[finder] != nil { known.add(member.reason) }
        elsewhere[finder] = known
    }

    /// Nothing more will be found of the subject in hand.
    private mutating func letGo() {
        guard let (_, member) = inHand else { return }
        inHand = nil
        add(member)
    }

    private mutating func trim() {
        kept.sort(by: areInOrder)
        if kept.count > limit { kept.removeLast(kept.count - limit) }
        if kept.count == limit { floor = kept.last?.rank ?? .min }
    }

    /// By rank, then by name; the same name (an attempt, a contact of nobody) by what happened, and by where it stands.
    private func areInOrder(_ left: Ranked, _ right: Ranked) -> Bool {
        if left.rank != right.rank { return left.rank > right.rank }
        if left.member.name != right.member.name { return names.areInOrder(left.member.name, right.member.name) }
        let (first, second) = (left.member.reason, right.member.reason)
        if first.at != second.at { return first.at > second.at }
        return (history.first(left.member.place) ?? 0) < (history.first(right.member.place) ?? 0)
    }

    /// What all parts found.
    struct Found {
        var total = 0
        var withheld = 0
        /// The first of those who may be looked at, in order.
        var first: [SubjectMember] = []
    }

    static func joined(_ parts: [SubjectCollector]) -> Found {
        guard var whole = parts.first else { return Found() }
        whole.letGo()
        for var part in parts.dropFirst() {
            part.letGo()
            whole.total += part.total
            whole.withheld += part.withheld
            whole.kept += part.kept
            for (finder, member) in part.elsewhere { whole.addElsewhere(member, of: finder) }
        }
        let elsewhere = whole.elsewhere.values
        // What is kept may be less than is wanted of the whole, so its floor says nothing yet.
        whole.floor = .min
        for member in elsewhere { whole.add(member) }
        whole.trim()
        return Found(total: whole.total, withheld: whole.withheld, first: whole.kept.map(\.member))
    }
}

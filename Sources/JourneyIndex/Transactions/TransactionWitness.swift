import JourneyModel

/// Notes whose transactions put them in a group, while the transactions are found.
struct TransactionWitness: Sendable {
    private enum Group: Sendable {
        case unfinished(service: Int32)
        case notOnline(service: Int32)
        case trait(GroupCompletion, Int)
    }

    private let group: Group
    private let ground: JourneyGround
    private(set) var members: SubjectCollector

    /// Nil where the group has nothing to do with transactions, or names what the store does not have.
    init?(_ group: SubjectGroup, _ bench: Workbench, _ ground: JourneyGround, _ members: SubjectCollector) {
        switch group {
        case .unfinished(let service):
            guard let code = ground.rules.serviceCode(service) else { return nil }
            self.group = .unfinished(service: code)
        case .notOnline(let service):
            guard let code = ground.rules.serviceCode(service) else { return nil }
            self.group = .notOnline(service: code)
        case .traitGroup(let trait, let value):
            guard let dimension = bench.source.dimensionIfAny(trait), let code = dimension.code(of: value) else {
                return nil
            }
            self.group = .trait(GroupCompletion(dimension, of: bench.source), Int(code) + 1)
        default: return nil
        }
        self.ground = ground
        self.members = members
    }

    mutating func take(_ transaction: Transaction, of finder: Finder, at place: SubjectPlace) {
        guard let reason = reason(transaction) else { return }
        let name: SubjectName =
            transaction.person >= 0
            ? .person(transaction.person) : transaction.caseID >= 0 ? .case(transaction.caseID) : .nobody
        members.add(SubjectMember(name, place, reason), of: finder)
    }

    /// Why the transaction puts its person in the group; nil where it does not.
    private func reason(_ transaction: Transaction) -> SubjectReason? {
        switch group {
        case .unfinished(let service):
            guard transaction.service == service, transaction.isUnfinished(in: ground.filter.range),
                let started = transaction.started
            else { return nil }
            return SubjectReason(at: started, first: transaction.startChannel)
        case .notOnline(let service):
            guard transaction.service == service, transaction.isNotOnline(in: ground.filter.range, ground.rules),
                let completed = transaction.completed
            else { return nil }
            return SubjectReason(at: completed, first: transaction.channel)
        case .trait(let groups, let place):
            guard let started = transaction.started, ground.isInRange(started),
                transaction.isMature(at: ground.horizon), groups.group(of: transaction) == place
            else { return nil }
            return SubjectReason(at: started, count: transaction.isCompletedInTime ? 1 : 0)
        }
    }
}

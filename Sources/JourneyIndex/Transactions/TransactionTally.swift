import JourneyModel
import Tallies

/// What is known of a scope's transactions: each is counted as it is found, and none is kept.
struct TransactionTally: Sendable {
    let plan: TransactionPlan
    private(set) var book: CompletionBook
    private(set) var costs: CompletionCounts
    /// Completed in range, by the completing channel's code + 1.
    private(set) var completedByChannel: [Int]
    /// Of the transactions started in range whose 28 days are over at the horizon: all, and by service's code + 1 and the
    /// code + 1 of the channel on which they started.
    private(set) var cohort = CohortCount()
    private(set) var byStart: [CohortCount]
    private(set) var groups: [GroupCompletion]
    /// By service's code + 1: persons with a transaction that was not finished, and with one not finished online.
    private(set) var unfinished: PeopleCount
    private(set) var notOnline: PeopleCount
    /// By service's code + 1, of both quarters.
    private(set) var oldQuarter: [CohortCount]
    private(set) var newQuarter: [CohortCount]
    /// Digital completions whose next seven days are known, and those in which nobody got in touch with staff.
    private(set) var digital = 0
    private(set) var selfServed = 0
    private let channels: Int
    // What every transaction is compared with, at hand.
    private let range: ClosedRange<Int64>?
    private let horizon: Timestamp?
    private let old: ClosedRange<Int64>?
    private let new: ClosedRange<Int64>?

    init(_ plan: TransactionPlan, _ bench: Workbench) {
        let rules = plan.ground.rules
        self.plan = plan
        range = plan.ground.filter.range
        horizon = plan.ground.horizon
        (old, new) = (plan.quarters.old, plan.quarters.new)
        channels = rules.channels.count + 1
        book = CompletionBook(rules, range: plan.ground.filter.range, spans: plan.spans)
        costs = CompletionCounts(plan.costBounds, channels: rules.channels.count)
        completedByChannel = Array(repeating: 0, count: channels)
        let services = rules.services.count + 1
        byStart = Array(repeating: CohortCount(), count: services * channels)
        groups = plan.traits.map { GroupCompletion($0, of: bench.source) }
        unfinished = PeopleCount(groups: services)
        notOnline = unfinished
        oldQuarter = Array(repeating: CohortCount(), count: services)
        newQuarter = oldQuarter
    }

    /// Whether it tells periods of that length, if any, and groups of that trait, if any.
    func answers(every: PeriodLength?, trait: IndexedDimension?) -> Bool {
        let hasTrait = trait.map { trait in plan.traits.contains { $0.name == trait.name } } ?? true
        return hasTrait && (every ?? plan.every) == plan.every
    }

    /// - Parameter finder: Whose events the transaction was found among, so that persons are counted once.
    mutating func add(_ transaction: Transaction, of finder: Finder) {
        book.add(transaction)
        let service = Int(transaction.service) + 1
        if transaction.isUnfinished(in: range) { unfinished.add(finder, to: service) }
        if transaction.isNotOnline(in: range, plan.ground.rules) { notOnline.add(finder, to: service) }
        if let completed = transaction.completed {
            costs.add(transaction.service, transaction.completionChannel, at: completed)
            if range?.contains(completed) ?? false { completedByChannel[Int(transaction.completionChannel) + 1] += 1 }
        }
        guard let started = transaction.started, transaction.isMature(at: horizon) else { return }
        let isInTime = transaction.isCompletedInTime
        if old?.contains(started) ?? false { oldQuarter[service].add(isInTime) }
        if new?.contains(started) ?? false { newQuarter[service].add(isInTime) }
        guard range?.contains(started) ?? false else { return }
        cohort.add(isInTime)
        byStart[service * channels + Int(transaction.startChannel) + 1].add(isInTime)
        for index in groups.indices { groups[index].add(transaction, isInTime, of: finder) }
    }

    /// A digital completion, after which nobody got in touch with staff if it `isAlone`.
    mutating func addDigital(isAlone: Bool) {
        digital += 1
        if isAlone { selfServed += 1 }
    }

    mutating func addAnonymousStart(_ service: Int32, at time: Int64) {
        book.addAnonymousStart(service, at: time)
    }

    /// By channel on which they started, of one service's cohort: code + 1, and what became of them.
    func startChannels(of service: Int) -> ArraySlice<CohortCount> {
        byStart[service * channels..<(service + 1) * channels]
    }

    func group(of trait: String) -> GroupCompletion? {
        groups.first { $0.name == trait }
    }

    mutating func join(_ other: TransactionTally) {
        book.join(other.book)
        costs.join(other.costs)
        for channel in completedByChannel.indices { completedByChannel[channel] += other.completedByChannel[channel] }
        cohort.add(other.cohort)
        byStart.add(other.byStart)
        for index in groups.indices { groups[index].join(other.groups[index]) }
        unfinished.join(other.unfinished)
        notOnline.join(other.notOnline)
        oldQuarter.add(other.oldQuarter)
        newQuarter.add(other.newQuarter)
        digital += other.digital
        selfServed += other.selfServed
    }
}

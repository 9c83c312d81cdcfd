import JourneyModel
import Tallies

/// What is known of a scope's transactions: each is counted as it is found, and none is kept.
struct TransactionTally: Sendable {
    let plan: TransactionPlan
    private(set) var book: CompletionBook
    private(set) var costs: CompletionCounts
    /// Completed in range, by service's code + 1 and the code + 1 of their channel (D13).
    private var completed: [Int]
    /// Of the transactions started in range whose 28 days are over at the horizon: all, and by service's code + 1 and the
    /// code + 1 of the channel that these 28 days tell (D13).
    private(set) var cohort = CohortCount()
    private var cohorts: [CohortCount]
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
        let services = rules.services.count + 1
        completed = Array(repeating: 0, count: services * channels)
        cohorts = Array(repeating: CohortCount(), count: services * channels)
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
            costs.add(transaction.service, transaction.channel, at: completed)
            if range?.contains(completed) ?? false {
                self.completed[service * channels + Int(transaction.channel) + 1] += 1
            }
        }
        guard let started = transaction.started, transaction.isMature(at: horizon) else { return }
        let isInTime = transaction.isCompletedInTime
        if old?.contains(started) ?? false { oldQuarter[service].add(isInTime) }
        if new?.contains(started) ?? false { newQuarter[service].add(isInTime) }
        guard range?.contains(started) ?? false else { return }
        cohort.add(isInTime)
        cohorts[service * channels + Int(transaction.channelInTime) + 1].add(isInTime)
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

    /// Of one service's cohort, by their channel's code + 1: what became of them.
    func cohorts(of service: Int) -> ArraySlice<CohortCount> {
        cohorts[service * channels..<(service + 1) * channels]
    }

    /// Completed in range in one service, by their channel's code + 1.
    func completed(of service: Int) -> ArraySlice<Int> {
        completed[service * channels..<(service + 1) * channels]
    }

    /// The same over all services.
    var completedByChannel: [Int] {
        (0..<channels).map { channel in
            stride(from: channel, to: completed.count, by: channels).reduce(0) { $0 + completed[$1] }
        }
    }

    func group(of trait: String) -> GroupCompletion? {
        groups.first { $0.name == trait }
    }

    mutating func join(_ other: TransactionTally) {
        book.join(other.book)
        costs.join(other.costs)
        for place in completed.indices { completed[place] += other.completed[place] }
        cohort.add(other.cohort)
        cohorts.add(other.cohorts)
        for index in groups.indices { groups[index].join(other.groups[index]) }
        unfinished.join(other.unfinished)
        notOnline.join(other.notOnline)
        oldQuarter.add(other.oldQuarter)
        newQuarter.add(other.newQuarter)
        digital += other.digital
        selfServed += other.selfServed
    }
}

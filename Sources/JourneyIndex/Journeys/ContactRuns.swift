import JourneyModel

/// One contact (D18): a run of inbound events of one person on one assisted channel and service with gaps of at most
/// the session gap (D10), however many they are.
struct Contact {
    /// Rows of its first and its last event.
    let first: Int
    var last: Int
    let start: Int64
    var end: Int64
    /// Service's code + 1.
    let service: Int
    let channel: Int32
    /// Marked so by one of its events.
    var isResolved = false
    /// What its events say last; -1 where they say none.
    var reason: Int32 = -1
    /// Of its events together; not a number where none says.
    var cost = Double.nan
    fileprivate var holdsStep = false
    fileprivate var isDeclared = false
}

/// The contacts of one subject (D18). A run with a step of a transaction is a transaction that was made with staff, and none of
/// them; where a service declares contacts, a run without one is none either.
struct ContactRuns {
    /// In the order of their first events.
    private(set) var all: [Contact] = []
    private let events: JourneyEvents
    private let reason: CodeColumn
    private let cost: CostColumn?
    private let channels: Int
    /// By service's code + 1, then channel's code + 1: the place in `all` of the latest run, of the subject in hand or of one
    /// before.
    private let latest: WorkingTable<Int>

    init(_ events: JourneyEvents, _ ground: JourneyGround) {
        self.events = events
        reason = ground.live.projection.events.codes(named: Dimension.reason)
        cost = ground.live.projection.events.cost
        channels = events.rules.channels.count + 1
        latest = WorkingTable(repeating: 0, count: (events.rules.services.count + 1) * channels)
    }

    /// Finds the contacts among the rows of one subject, which are in the order of D1.
    mutating func find(_ rows: some Sequence<Int>) {
        all.removeAll(keepingCapacity: true)
        for index in rows where isInbound(index) { take(index) }
        if !all.allSatisfy({ isContact($0) }) { all = all.filter { isContact($0) } }
    }

    /// Whether an event of nobody known, which belongs to no run, is a contact.
    func isContact(_ index: Int) -> Bool {
        guard isInbound(index) else { return false }
        let meaning = events.meaning(at: index)
        return meaning.isDisjoint(with: .transaction)
            && (meaning.contains(.contact) || !events.rules.hasContact[events.slot(at: index)])
    }

    private func isContact(_ run: Contact) -> Bool {
        !run.holdsStep && (run.isDeclared || !events.rules.hasContact[run.service])
    }

    @inline(__always)
    private func isInbound(_ index: Int) -> Bool {
        events.isAssisted(index) && !events.isOutbound(index) && events.mask.keeps(index)
    }

    private mutating func take(_ index: Int) {
        let (service, channel, time) = (events.slot(at: index), events.channel[index], events.time[index])
        let key = service * channels + Int(channel) + 1
        var place = latest[key]
        let isSame = place < all.count && all[place].service == service && all[place].channel == channel
        if !isSame || span(from: all[place].end, to: time) > sessionGap {
            place = all.count
            latest[key] = place
            all.append(
                Contact(first: index, last: index, start: time, end: time, service: service, channel: channel)
            )
        }
        all[place].last = index
        all[place].end = time
        let meaning = events.meaning(at: index)
        if !meaning.isDisjoint(with: .transaction) { all[place].holdsStep = true }
        if meaning.contains(.contact) { all[place].isDeclared = true }
        if meaning.contains(.resolved) { all[place].isResolved = true }
        if reason[index] >= 0 { all[place].reason = reason[index] }
        guard let amount = cost?[index], !amount.isNaN else { return }
        all[place].cost = all[place].cost.isNaN ? amount : all[place].cost + amount
    }
}

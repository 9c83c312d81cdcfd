import JourneyModel
import Tallies

/// One pass over all events in scope, whosever they are: what services offer and how events end.
struct ServiceScan: Sendable {
    fileprivate struct Practice: Sendable {
        var informs = false
        var starts = false
    }

    private let events: JourneyEvents
    private let ground: JourneyGround
    /// Information and starts are looked for after this.
    private let recent: Int64
    private(set) var quality = EventQuality()
    /// By service's code + 1.
    private var practices: [Practice]
    /// By service's code + 1, then kind.
    private var isReached: [Bool]

    /// How far back information and starts are looked for (D24).
    private static let window: Milliseconds = 90 * .day

    /// What all events in scope say.
    ///
    /// - Throws: `CancellationError`.
    static func whole(_ bench: Workbench, _ ground: JourneyGround) async throws -> ServiceScan {
        let start = ServiceScan(bench.source, ground)
        let parts = try await ground.live.scanRows(into: { start }, { $0.take($1) }, result: { $0 })
        return parts.dropFirst().reduce(into: parts[0]) { $0.join($1) }
    }

    private init(_ source: EventSource, _ ground: JourneyGround) {
        self.ground = ground
        events = JourneyEvents(ground, source)
        recent = Timestamp(milliseconds: ground.stateTime).advanced(by: -ServiceScan.window).milliseconds
        practices = Array(repeating: Practice(), count: ground.rules.services.count + 1)
        isReached = Array(repeating: false, count: practices.count * EndPoint.Kind.allCases.count)
    }

    mutating func take(_ rows: Range<Int>) {
        guard let range = ground.filter.range else { return }
        for index in rows where events.mask.keeps(index) {
            let time = events.time[index]
            if time < range.lowerBound || time > range.upperBound { continue }
            quality.total += 1
            take(index, time)
        }
    }

    @inline(__always)
    private mutating func take(_ index: Int, _ time: Int64) {
        let slot = events.slot(at: index)
        let channel = events.channel[index]
        let meaning = events.meaning(at: index)
        if let kind = EndPoint.Kind(meaning) {
            isReached[slot * EndPoint.Kind.allCases.count + kind.rawValue] = true
        }
        guard slot > 0 else { return }
        if channel >= 0 { quality.attributed += 1 }
        guard events.isDigital(index), time > recent else { return }
        if meaning.contains(.start) { practices[slot].starts = true }
        let informs = ground.rules.declaresInformation ? meaning.contains(.information) : !events.isOutbound(index)
        if informs { practices[slot].informs = true }
    }

    mutating func join(_ other: ServiceScan) {
        quality.add(other.quality)
        for slot in practices.indices { practices[slot].join(other.practices[slot]) }
        for place in isReached.indices where other.isReached[place] { isReached[place] = true }
    }

    /// Of the services with events in range, or with transactions completed in it, by name. What a service completes on
    /// which channels, its `transactions` say.
    func offers(_ transactions: TransactionTally) -> TallyTable<ValueName, ServiceOffer> {
        let rules = ground.rules
        var offers = TallyTable<ValueName, ServiceOffer>()
        for (slot, practice) in practices.enumerated() where slot > 0 {
            let channels = transactions.completed(of: slot).enumerated().filter { $0.element > 0 }.map(\.offset)
            if ground.eventsByService[slot] == 0, channels.isEmpty { continue }
            var offer = ServiceOffer()
            offer.informs = practice.informs
            offer.starts = practice.starts
            for channel in channels where channel > 0 {
                offer.completingChannels.insert(rules.channels[channel - 1])
                if rules.kinds[channel] == .digital { offer.completesDigitally = true }
            }
            offers.add(offer, to: ground.rules.service(slot))
        }
        return offers
    }

    /// Kinds of end point that occur.
    var endPoints: Set<EndPoint> {
        let kinds = EndPoint.Kind.allCases
        let places = isReached.indices.filter { isReached[$0] }
        return Set(
            places.map { EndPoint(service: ground.rules.service($0 / kinds.count), kind: kinds[$0 % kinds.count]) }
        )
    }
}

extension ServiceScan.Practice {
    fileprivate mutating func join(_ other: Self) {
        informs = informs || other.informs
        starts = starts || other.starts
    }
}

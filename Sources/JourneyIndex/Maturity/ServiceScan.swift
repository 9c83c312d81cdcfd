import JourneyModel

/// One pass over all events in scope, whosever they are: what services offer and how events end.
struct ServiceScan: Sendable {
    struct Practice: Sendable {
        var informs = false
        var starts = false
        var completesDigitally = false
        /// By channel's code: whether something was completed there.
        var completingChannels: [Bool]
    }

    private let events: JourneyEvents
    private let ground: JourneyGround
    private let actor: CodeColumn
    private let system: Int32
    /// Information and starts are looked for after this.
    private let recent: Int64
    private(set) var total = 0
    /// Events with a service and a channel; with an actor; of the system.
    private(set) var attributed = 0
    private(set) var known = 0
    private(set) var automatic = 0
    /// By service's code + 1.
    private(set) var practices: [Practice]
    /// By service's code + 1, then kind.
    private var isReached: [Bool]

    /// How far back information and starts are looked for (D24).
    private static let window: Milliseconds = 90 * .day

    init(_ source: EventSource, _ ground: JourneyGround) {
        self.ground = ground
        events = JourneyEvents(ground, source)
        actor = ground.live.projection.events.codes(named: Dimension.actor)
        system = source.code(of: "system", in: Dimension.actor)
        recent = Timestamp(milliseconds: ground.stateTime).advanced(by: -ServiceScan.window).milliseconds
        let practice = Practice(completingChannels: Array(repeating: false, count: ground.rules.channels.count))
        practices = Array(repeating: practice, count: ground.rules.services.count + 1)
        isReached = Array(repeating: false, count: practices.count * EndPoint.Kind.allCases.count)
    }

    mutating func take(_ rows: Range<Int>) {
        guard let range = ground.filter.range else { return }
        for index in rows where events.mask.keeps(index) {
            let time = events.time[index]
            if time < range.lowerBound || time > range.upperBound { continue }
            total += 1
            if actor.width > 0 {
                if actor[index] >= 0 { known += 1 }
                if actor[index] == system { automatic += 1 }
            }
            take(index, time)
        }
    }

    @inline(__always)
    private mutating func take(_ index: Int, _ time: Int64) {
        let slot = events.slot(at: index)
        let channel = events.channel[index]
        let meaning = events.meaning(at: index)
        if let kind = EndPoint.kind(of: meaning) {
            isReached[slot * EndPoint.Kind.allCases.count + kind.rawValue] = true
        }
        guard slot > 0 else { return }
        if channel >= 0 { attributed += 1 }
        let isDigital = events.isDigital(index)
        if meaning.contains(.completes), channel >= 0 {
            practices[slot].completingChannels[Int(channel)] = true
            if isDigital { practices[slot].completesDigitally = true }
        }
        guard isDigital, time > recent else { return }
        if meaning.contains(.start) { practices[slot].starts = true }
        let informs = ground.rules.declaresInformation ? meaning.contains(.information) : !events.isOutbound(index)
        if informs { practices[slot].informs = true }
    }

    mutating func join(_ other: ServiceScan) {
        total += other.total
        attributed += other.attributed
        known += other.known
        automatic += other.automatic
        for slot in practices.indices { practices[slot].join(other.practices[slot]) }
        for place in isReached.indices where other.isReached[place] { isReached[place] = true }
    }

    /// Kinds of end point that occur.
    var endPoints: Set<EndPoint> {
        let kinds = EndPoint.Kind.allCases
        let places = isReached.indices.filter { isReached[$0] }
        return Set(places.map { EndPoint(service: Int32($0 / kinds.count) - 1, kind: kinds[$0 % kinds.count]) })
    }
}

extension ServiceScan.Practice {
    fileprivate mutating func join(_ other: ServiceScan.Practice) {
        informs = informs || other.informs
        starts = starts || other.starts
        completesDigitally = completesDigitally || other.completesDigitally
        for channel in completingChannels.indices where other.completingChannels[channel] {
            completingChannels[channel] = true
        }
    }
}

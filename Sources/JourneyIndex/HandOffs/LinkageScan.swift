import JourneyModel
import Tallies

/// Isolation (D20): of persons who used several channels of one service, those with a case that has events on several.
///
/// Only what people do themselves counts: an outbound notice on another channel is no second channel.
struct LinkageScan {
    private let ground: JourneyGround
    private let events: JourneyEvents
    private let scattered: ScatteredCases
    /// Scattered cases with events on several channels.
    private let linkedElsewhere: Set<Int32>
    private var counts = LinkageCounts()
    /// By service's code + 1: the person in hand, and the channel first used.
    private var slots: [(subject: Int, channel: Int32)]
    /// Of the person in hand: a case, and under it a channel.
    private var caseChannels: [UInt64] = []

    /// - Throws: `CancellationError`.
    static func counts(
        _ bench: Workbench,
        _ ground: JourneyGround,
        _ scattered: ScatteredCases
    ) async throws -> LinkageCounts {
        guard ground.unit == .person else { return LinkageCounts() }
        let start = LinkageScan(bench.source, ground, scattered)
        let parts = try await ground.live.projection.scan(into: { start }, { try $0.scan($1) }, result: \.counts)
        return parts.reduce(into: LinkageCounts()) { $0.add($1) }
    }

    private init(_ source: EventSource, _ ground: JourneyGround, _ scattered: ScatteredCases) {
        self.ground = ground
        self.scattered = scattered
        let events = JourneyEvents(ground, source)
        self.events = events
        slots = Array(repeating: (-1, -1), count: ground.rules.services.count + 1)
        var linked: Set<Int32> = []
        for places in scattered.cases {
            let own = places.filter { place in
                place.person >= 0 && events.mask.keeps(place.row) && ground.isInRange(events.time[place.row])
                    && events.isOwn(place.row)
            }
            guard let first = own.first else { continue }
            let channel = events.channel[first.row]
            if own.contains(where: { events.channel[$0.row] != channel }) { linked.insert(first.caseID) }
        }
        linkedElsewhere = linked
    }

    private mutating func scan(_ subjects: Range<Int>) throws {
        for subject in subjects {
            var (hasSeveral, isLinked) = (false, false)
            try ground.live.projection.range(of: subject).inParts { part in
                for index in part where events.mask.keeps(index) && events.isOwn(index) {
                    guard ground.isInRange(events.time[index]) else { continue }
                    let (slot, channel) = (events.slot(at: index), events.channel[index])
                    if slots[slot].subject != subject { slots[slot] = (subject, channel) }
                    if slots[slot].channel != channel { hasSeveral = true }
                    let caseID = events.caseID[index]
                    if caseID < 0 { continue }
                    if scattered.contains(caseID) {
                        if linkedElsewhere.contains(caseID) { isLinked = true }
                    } else {
                        caseChannels.append(UInt64(caseID) << 32 | UInt64(channel))
                    }
                }
            }
            if hasSeveral {
                counts.several += 1
                if isLinked || hasLinkedCase() { counts.linked += 1 }
            }
            caseChannels.removeAll(keepingCapacity: true)
        }
    }

    /// Whether a case of the person in hand has events on several channels.
    private mutating func hasLinkedCase() -> Bool {
        caseChannels.sort()
        return caseChannels.indices.dropFirst().contains { place in
            let (one, other) = (caseChannels[place - 1], caseChannels[place])
            return one != other && one >> 32 == other >> 32
        }
    }
}

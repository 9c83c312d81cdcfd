import JourneyModel

/// The columns that rules on journeys read, kept alive together, and what the rules make of them.
struct JourneyEvents: Sendable {
    let rules: ServiceRules
    let mask: EventMask
    let time: Column<Int64>
    let touchpoint: CodeColumn
    let channel: CodeColumn
    let service: CodeColumn
    let outcome: CodeColumn
    let direction: CodeColumn
    let caseID: CodeColumn
    private let actor: CodeColumn
    /// By actor's code + 1; nil where nobody says.
    private let actors: Column<Actor?>
    /// The direction's code; one that no event has, where nothing is outbound.
    private let outbound: Int32
    /// By channel's code + 1: 0 unknown, else the kind.
    private let kinds: Column<UInt8>

    private enum Kind {
        static let digital: UInt8 = 1
        static let assisted: UInt8 = 2
        static let message: UInt8 = 3
    }

    init(_ ground: JourneyGround, _ source: EventSource) {
        let events = ground.live.projection.events
        rules = ground.rules
        mask = ground.mask
        time = events.time
        touchpoint = events.touchpoint
        channel = events.channel
        service = events.service
        outcome = events.codes(named: Dimension.outcome)
        direction = events.codes(named: Dimension.direction)
        // Of the store's own unit a case is its subject.
        caseID = ground.unit == .person ? events.caseID : CodeColumn(absent: events.count)
        actor = events.codes(named: Dimension.actor)
        actors = Column([nil] + (source.dimensionIfAny(Dimension.actor)?.values ?? []).map { Actor($0) })
        outbound = source.code(of: Direction.outbound, in: Dimension.direction)
        kinds = Column(
            rules.kinds.map { kind in
                switch kind {
                case .digital: Kind.digital
                case .assisted: Kind.assisted
                case .message: Kind.message
                case nil: 0
                }
            }
        )
    }

    @inline(__always)
    func meaning(at index: Int) -> ServiceRules.Meaning {
        rules.meaning(touchpoint[index], service[index], outcome[index], on: channel[index])
    }

    /// Service's code + 1.
    @inline(__always)
    func slot(at index: Int) -> Int { Int(service[index]) &+ 1 }

    var hasOutbound: Bool { outbound >= 0 && direction.width > 0 }

    @inline(__always)
    func isOutbound(_ index: Int) -> Bool { direction[index] == outbound }

    @inline(__always)
    func isDigital(_ index: Int) -> Bool { kinds[Int(channel[index]) &+ 1] == Kind.digital }

    @inline(__always)
    func isAssisted(_ index: Int) -> Bool { kinds[Int(channel[index]) &+ 1] == Kind.assisted }

    /// Who did it; nil where nobody says.
    @inline(__always)
    func actor(at index: Int) -> Actor? { actors[Int(actor[index]) &+ 1] }

    /// What the event at `index` has to say on the channel of its transaction (D13).
    @inline(__always)
    func weight(of index: Int, _ meaning: ServiceRules.Meaning) -> MainInteraction.Weight {
        if channel[index] < 0 || isOutbound(index) { return .none }
        let isOwn =
            switch actor(at: index) {
            case .person, nil: true
            // What staff type in for somebody who starts or submits is that person's own.
            case .staff: !meaning.isDisjoint(with: [.start, .submit])
            case .system: false
            }
        if !isOwn { return .handled }
        return meaning.contains(.submit) ? .submission : .own
    }

    /// A person's or case's own step, on a known channel.
    @inline(__always)
    func isOwn(_ index: Int) -> Bool { channel[index] >= 0 && touchpoint[index] >= 0 && !isOutbound(index) }
}

extension EventSource {
    /// The code of `value` in the event dimension `dimension`; one that no event has, where nothing has the value.
    func code(of value: String, in dimension: String) -> Int32 {
        dimensionIfAny(dimension)?.code(of: value) ?? -3
    }
}

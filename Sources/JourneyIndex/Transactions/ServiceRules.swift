import JourneyModel

/// What each event means for its service, compiled to codes: the declared parts of touchpoints, what outcomes say, and
/// the kinds of channels.
///
/// - A declared part counts for a service where the touchpoint occurs in that service.
/// - Completed (D12): where a service has an end point, only its end points complete, unless the event's outcome is a
///   failure; a service without one completes by outcome.
/// - A channel's kind is what the mapping says, else what its name suggests (D13).
struct ServiceRules: Sendable {
    struct Part: OptionSet, Sendable {
        let rawValue: UInt8
        static let information = Part(rawValue: 1)
        static let start = Part(rawValue: 2)
        static let end = Part(rawValue: 4)
        static let failure = Part(rawValue: 8)

        init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        init(_ role: TouchpointRole) {
            switch role {
            case .information: self = .information
            case .start: self = .start
            case .end: self = .end
            case .failure: self = .failure
            }
        }
    }

    /// What an outcome says; every other value says nothing to a rule.
    enum Verdict: UInt8, Sendable {
        case none, successful, otherCompletion, failed, resolved, undelivered

        var completes: Bool { self == .successful || self == .otherCompletion }
        /// The case has its outcome, good or bad.
        var closes: Bool { completes || self == .failed }
    }

    let services: [String]
    let channels: [String]
    let kinds: [Channel.Kind?]
    /// By outcome's code + 1.
    let verdicts: [Verdict]
    /// By service's code + 1.
    private(set) var hasStart: [Bool]
    private(set) var hasEnd: [Bool]
    private(set) var hasCompletion: [Bool]
    /// By service's code + 1: some event that is no end point carries an outcome that closes a case.
    private(set) var recordsOutcomes: [Bool]
    let declaresInformation: Bool
    private let everywhere: [Part]
    private let inService: [[Part]]
    private var startChannels: [Bool]

    init(_ source: EventSource, events: EventColumns) {
        services = source.dimensionIfAny(Dimension.service)?.values ?? []
        channels = source.dimensionIfAny(Dimension.channel)?.values ?? []
        kinds = [nil] + channels.map { source.kind(ofChannel: $0) }
        verdicts = [.none] + (source.dimensionIfAny(Dimension.outcome)?.values ?? []).map(ServiceRules.verdict)
        let touchpoints = source.dimensionIfAny(Dimension.touchpoint)?.values ?? []
        (everywhere, inService) = ServiceRules.parts(source.roles, touchpoints: touchpoints, services: services)
        declaresInformation = source.roles.contains { $0.role == .information }
        let count = services.count + 1
        hasStart = Array(repeating: false, count: count)
        hasEnd = hasStart
        hasCompletion = hasStart
        recordsOutcomes = hasStart
        startChannels = Array(repeating: false, count: count * (channels.count + 1))
        look(at: JourneyColumns(events))
    }

    /// The parts of a touchpoint in a service.
    @inline(__always)
    func parts(_ touchpoint: Int32, _ service: Int32) -> Part {
        guard touchpoint >= 0 else { return [] }
        let own = inService[Int(touchpoint)]
        let general = everywhere[Int(touchpoint)]
        return own.isEmpty ? general : general.union(own[Int(service) + 1])
    }

    /// Whether an event completes a transaction (D12).
    @inline(__always)
    func completes(_ parts: Part, _ outcome: Int32, _ service: Int32) -> Bool {
        let verdict = verdicts[Int(outcome) + 1]
        return hasEnd[Int(service) + 1] ? parts.contains(.end) && verdict != .failed : verdict.completes
    }

    @inline(__always)
    func fails(_ parts: Part, _ outcome: Int32) -> Bool {
        parts.contains(.failure) || verdicts[Int(outcome) + 1] == .failed
    }

    @inline(__always)
    func kind(_ channel: Int32) -> Channel.Kind? { kinds[Int(channel) + 1] }

    /// Whether any transaction of `service` starts on `channel`.
    func starts(_ service: Int32, on channel: Int32) -> Bool {
        startChannels[(Int(service) + 1) * (channels.count + 1) + Int(channel) + 1]
    }

    func serviceName(_ code: Int32) -> String { code < 0 ? Dimension.notSet : services[Int(code)] }

    private mutating func look(at events: JourneyColumns) {
        for index in 0..<events.count {
            let service = Int(events.service[index]) + 1
            let parts = parts(events.touchpoint[index], events.service[index])
            let verdict = verdicts[Int(events.outcome[index]) + 1]
            if parts.contains(.start) {
                hasStart[service] = true
                startChannels[service * (channels.count + 1) + Int(events.channel[index]) + 1] = true
            }
            if parts.contains(.end) { hasEnd[service] = true }
            if parts.contains(.end) || verdict.completes { hasCompletion[service] = true }
            if verdict.closes, !parts.contains(.end) { recordsOutcomes[service] = true }
        }
    }

    private static func verdict(_ outcome: String) -> Verdict {
        let word = outcome.lowercased()
        if Outcome.successful.contains(word) { return .successful }
        if Outcome.completed.contains(word) { return .otherCompletion }
        if Outcome.failed.contains(word) { return .failed }
        if Outcome.undelivered.contains(word) { return .undelivered }
        return word == Outcome.resolved ? .resolved : .none
    }

    private static func parts(
        _ roles: [JourneySnapshot.RoleDeclaration],
        touchpoints: [String],
        services: [String]
    ) -> (everywhere: [Part], inService: [[Part]]) {
        var everywhere = Array(repeating: Part(), count: touchpoints.count)
        var inService = Array(repeating: [Part](), count: touchpoints.count)
        let touchpointCode = Dictionary(zip(touchpoints, 0...), uniquingKeysWith: { first, _ in first })
        let serviceCode = Dictionary(zip(services, 0...), uniquingKeysWith: { first, _ in first })
        for role in roles {
            guard let touchpoint = touchpointCode[role.touchpoint] else { continue }
            guard let service = role.service else {
                everywhere[touchpoint].insert(Part(role.role))
                continue
            }
            guard let code = serviceCode[service] else { continue }
            if inService[touchpoint].isEmpty {
                inService[touchpoint] = Array(repeating: [], count: services.count + 1)
            }
            inService[touchpoint][code + 1].insert(Part(role.role))
        }
        return (everywhere, inService)
    }
}

/// The columns that rules on journeys read, in the order of `events`, kept alive together.
struct JourneyColumns: Sendable {
    let count: Int
    let time: Column<Int64>
    let touchpoint: CodeColumn
    let channel: CodeColumn
    let service: CodeColumn
    let outcome: CodeColumn
    let direction: CodeColumn
    let person: CodeColumn
    let caseID: CodeColumn

    init(_ events: EventColumns) {
        count = events.count
        time = events.time
        touchpoint = events.touchpoint
        channel = events.channel
        service = events.service
        outcome = events.codes(named: Dimension.outcome)
        direction = events.codes(named: Dimension.direction)
        person = events.person
        caseID = events.caseID
    }
}

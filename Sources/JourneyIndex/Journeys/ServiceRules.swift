import JourneyModel
import Tallies

/// What each event means for its service, compiled to codes: the declared parts of touchpoints, what outcomes say, and
/// the kinds of channels.
///
/// - Completed (D12): where a service has an end point, only its end points complete, unless the event's outcome is a
///   failure; a service without one completes by outcome.
/// - Where a service declares which outcomes are a success, no other one is; an end point without an outcome is as ever.
/// - A channel's kind is what a declaration says, else the mapping, else what its name suggests (D13).
///
/// It depends on the store only, not on a scope: a service has an end point if it ever had one.
struct ServiceRules: Sendable {
    /// What the rules say of an event: the parts of its touchpoint, and what follows with its outcome.
    struct Meaning: OptionSet, Sendable {
        let rawValue: UInt16
        static let information = Meaning(rawValue: 1)
        static let start = Meaning(rawValue: 2)
        static let end = Meaning(rawValue: 4)
        static let failure = Meaning(rawValue: 8)
        /// Completes a transaction (D12).
        static let completes = Meaning(rawValue: 16)
        /// … without giving the person what they came for.
        static let otherCompletion = Meaning(rawValue: 32)
        static let fails = Meaning(rawValue: 64)
        /// The case has its outcome, good or bad.
        static let closes = Meaning(rawValue: 128)
        static let resolved = Meaning(rawValue: 256)
        static let undelivered = Meaning(rawValue: 512)
        static let submit = Meaning(rawValue: 1024)
        static let step = Meaning(rawValue: 2048)
        static let contact = Meaning(rawValue: 4096)

        /// What belongs to a transaction by its role (D18).
        static let transaction: Meaning = [.start, .step, .submit, .end]

        init(rawValue: UInt16) {
            self.rawValue = rawValue
        }

        init(_ role: TouchpointRole) {
            switch role {
            case .information: self = .information
            case .start: self = .start
            case .step: self = .step
            case .submit: self = .submit
            case .end: self = .end
            case .failure: self = .failure
            case .contact: self = .contact
            }
        }
    }

    /// What an outcome says; every other value says nothing to a rule.
    enum Verdict: UInt8, CaseIterable, Sendable {
        case none, successful, otherCompletion, failed, resolved, undelivered
        /// None of the successes of a service that declares them, and nothing to any other rule.
        case unlisted

        init(_ outcome: String) {
            let word = outcome.lowercased()
            if Outcome.successful.contains(word) {
                self = .successful
            } else if Outcome.completed.contains(word) {
                self = .otherCompletion
            } else if Outcome.failed.contains(word) {
                self = .failed
            } else if Outcome.undelivered.contains(word) {
                self = .undelivered
            } else {
                self = word == Outcome.resolved ? .resolved : .none
            }
        }

        var completes: Bool { self == .successful || self == .otherCompletion }
        /// The case has its outcome, good or bad.
        var closes: Bool { completes || self == .failed }
    }

    let services: [String]
    let channels: [String]
    let declaresInformation: Bool
    /// By channel's code + 1.
    let kinds: [Channel.Kind?]
    let outcomes: OutcomeRules
    /// By service's code + 1.
    let hasStart: [Bool]
    let hasEnd: [Bool]
    let hasSubmit: [Bool]
    let hasCompletion: [Bool]
    /// By service's code + 1: contacts are declared, and nothing else is one (D18).
    let hasContact: [Bool]
    /// By service's code + 1: some event that is no end point carries an outcome that closes a case.
    let recordsOutcomes: [Bool]
    /// By service's code + 1, then channel's code + 1.
    private let startChannels: [Bool]
    /// By row of the touchpoint, then class of the channel, then service's code + 1, then class of the outcome.
    private let meanings: Column<UInt16>
    /// By touchpoint's code + 1: where its row starts.
    private let rows: Column<Int32>
    /// By channel's code + 1: where its class starts.
    private let channelPlaces: Column<Int32>
    /// Whether a part holds on some channels only; else nobody need ask for an event's.
    let isByChannel: Bool
    /// By channel's code + 1: its class; of each class, a channel.
    let channelClasses: [Int32]
    let classChannels: [String?]
    private let outcomeClasses: Column<UInt16>
    private let outcomeWidth: Int

    /// - Parameter facts: What the events of the whole store say.
    init(_ source: EventSource, parts: TouchpointRoles, outcomes: OutcomeRules, facts: ServiceFacts) {
        services = source.dimensionIfAny(Dimension.service)?.values ?? []
        channels = source.dimensionIfAny(Dimension.channel)?.values ?? []
        kinds = [nil] + channels.map { source.kind(ofChannel: $0) }
        declaresInformation = source.roles.contains { $0.role == .information }
        self.outcomes = outcomes
        let names = [.missing] + services.map { ValueName($0) }
        let channelNames = [.missing] + channels.map { ValueName($0) }
        hasStart = names.map { facts.starting.contains($0) }
        let hasEnd = names.map { facts.ending.contains($0) }
        self.hasEnd = hasEnd
        hasSubmit = names.map { facts.submitting.contains($0) }
        hasContact = names.map { facts.contacting.contains($0) }
        hasCompletion = names.map { facts.completing.contains($0) }
        recordsOutcomes = names.map { facts.recordingOutcomes.contains($0) }
        startChannels = names.flatMap { service in
            channelNames.map { facts.startChannels.contains(.init(service: service, channel: $0)) }
        }
        meanings = Column(
            parts.table.enumerated().flatMap { place, parts in
                let service = place % hasEnd.count
                return (0..<outcomes.classCount).map { number in
                    ServiceRules.meaning(parts, outcomes.verdict(number, service), hasEnd[service]).rawValue
                }
            }
        )
        rows = Column(parts.rows.map { $0 * Int32(parts.size * outcomes.classCount) })
        channelPlaces = Column(parts.classes.map { $0 * Int32(parts.services * outcomes.classCount) })
        isByChannel = parts.classCount > 1
        channelClasses = parts.classes
        classChannels = parts.classChannels
        outcomeClasses = Column(outcomes.classes)
        outcomeWidth = outcomes.classCount
    }

    private static func meaning(_ parts: Meaning, _ verdict: Verdict, _ hasEnd: Bool) -> Meaning {
        var meaning = parts
        if hasEnd ? parts.contains(.end) && verdict != .failed : verdict.completes { meaning.insert(.completes) }
        if verdict == .otherCompletion || verdict == .unlisted && meaning.contains(.completes) {
            meaning.insert(.otherCompletion)
        }
        if parts.contains(.failure) || verdict == .failed { meaning.insert(.fails) }
        if verdict.closes { meaning.insert(.closes) }
        if verdict == .resolved { meaning.insert(.resolved) }
        if verdict == .undelivered { meaning.insert(.undelivered) }
        return meaning
    }

    /// What an event of these codes means; -1 for none.
    ///
    /// - Parameter channel: asked for only where a part holds on some channels only.
    @inline(__always)
    func meaning(
        _ touchpoint: Int32,
        _ service: Int32,
        _ outcome: Int32,
        on channel: @autoclosure () -> Int32
    ) -> Meaning {
        let row = Int(rows[Int(touchpoint) &+ 1]) &+ (isByChannel ? Int(channelPlaces[Int(channel()) &+ 1]) : 0)
        let place = row &+ (Int(service) &+ 1) &* outcomeWidth &+ Int(outcomeClasses[Int(outcome) &+ 1])
        return Meaning(rawValue: meanings[place])
    }

    @inline(__always)
    func kind(_ channel: Int32) -> Channel.Kind? { kinds[Int(channel) + 1] }

    /// Whether any transaction of `service` starts on `channel`.
    func starts(_ service: Int32, on channel: Int32) -> Bool {
        startChannels[(Int(service) + 1) * (channels.count + 1) + Int(channel) + 1]
    }

    /// -1 for events that name no service; nil where nothing has the name.
    func serviceCode(_ name: String) -> Int32? {
        if let index = services.firstIndex(of: name) { return Int32(index) }
        return name == Dimension.notSet ? -1 : nil
    }

    func serviceName(_ code: Int32) -> String { code < 0 ? Dimension.notSet : services[Int(code)] }

    /// The service of code + 1.
    func service(_ slot: Int) -> ValueName { slot > 0 ? ValueName(services[slot - 1]) : .missing }

    /// The channel of code + 1.
    func channel(_ slot: Int) -> ValueName { slot > 0 ? ValueName(channels[slot - 1]) : .missing }
}

import JourneyModel
import Tallies

/// What each event means for its service, compiled to codes: the declared parts of touchpoints, what outcomes say, and
/// the kinds of channels.
///
/// - Completed (D12): where a service has an end point, only its end points complete, unless the event's outcome is a
///   failure; a service without one completes by outcome.
/// - A channel's kind is what the mapping says, else what its name suggests (D13).
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

        /// Places in a table for what depends on a verdict.
        static let places = 8

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
    /// By outcome's code + 1.
    let verdicts: [Verdict]
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
    /// By row of the touchpoint, then service's code + 1, then verdict.
    private let meanings: Column<UInt16>
    /// By touchpoint's code + 1: where its row starts.
    private let rows: Column<Int32>
    private let verdictCodes: Column<UInt8>

    /// - Parameter facts: What the events of the whole store say.
    init(_ source: EventSource, parts: TouchpointRoles, verdicts: [Verdict], facts: ServiceFacts) {
        services = source.dimensionIfAny(Dimension.service)?.values ?? []
        channels = source.dimensionIfAny(Dimension.channel)?.values ?? []
        kinds = [nil] + channels.map { source.kind(ofChannel: $0) }
        declaresInformation = source.roles.contains { $0.role == .information }
        self.verdicts = verdicts
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
                (0..<UInt8(Verdict.places)).map { code in
                    let verdict = Verdict(rawValue: code) ?? .none
                    return ServiceRules.meaning(parts, verdict, hasEnd[place % hasEnd.count]).rawValue
                }
            }
        )
        rows = Column(parts.rows.map { $0 * Int32(parts.services * Verdict.places) })
        verdictCodes = Column(verdicts.map(\.rawValue))
    }

    private static func meaning(_ parts: Meaning, _ verdict: Verdict, _ hasEnd: Bool) -> Meaning {
        var meaning = parts
        if hasEnd ? parts.contains(.end) && verdict != .failed : verdict.completes { meaning.insert(.completes) }
        if verdict == .otherCompletion { meaning.insert(.otherCompletion) }
        if parts.contains(.failure) || verdict == .failed { meaning.insert(.fails) }
        if verdict.closes { meaning.insert(.closes) }
        if verdict == .resolved { meaning.insert(.resolved) }
        if verdict == .undelivered { meaning.insert(.undelivered) }
        return meaning
    }

    /// What an event of these codes means; -1 for none.
    @inline(__always)
    func meaning(_ touchpoint: Int32, _ service: Int32, _ outcome: Int32) -> Meaning {
        let verdict = Int(verdictCodes[Int(outcome) &+ 1])
        let place = Int(rows[Int(touchpoint) &+ 1]) &+ (Int(service) &+ 1) &* Verdict.places &+ verdict
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

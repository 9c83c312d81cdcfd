import JourneyModel
import Tallies

/// One pass over all events of the store: which parts and outcomes occur in which service, and where transactions start.
struct RuleScan: Sendable {
    private let parts: TouchpointRoles
    private let outcomes: OutcomeRules
    private let channels: Int
    /// By row of the touchpoint, then class of the channel, then service's code + 1, then class of the outcome: whether there is
    /// such an event.
    private var isFound: [Bool]
    /// By service's code + 1, then channel's code + 1.
    private var startChannels: [Bool]

    init(_ parts: TouchpointRoles, outcomes: OutcomeRules, channels: Int) {
        self.parts = parts
        self.outcomes = outcomes
        self.channels = channels + 1
        isFound = Array(repeating: false, count: parts.table.count * outcomes.classCount)
        startChannels = Array(repeating: false, count: parts.services * (channels + 1))
    }

    /// What the events mean: of a part of a store, by what is true of the whole.
    ///
    /// - Throws: `CancellationError`.
    static func rules(of bench: Workbench) async throws -> ServiceRules {
        let source = bench.source
        let facts: ServiceFacts
        if let told = source.facts { facts = told.services } else { facts = try await self.facts(of: bench) }
        return ServiceRules(
            source,
            parts: TouchpointRoles(source),
            outcomes: OutcomeRules(source),
            facts: facts
        )
    }

    /// What the events here say of their services.
    ///
    /// - Throws: `CancellationError`.
    static func facts(of bench: Workbench) async throws -> ServiceFacts {
        let source = bench.source
        let parts = TouchpointRoles(source)
        let outcomes = OutcomeRules(source)
        let channels = source.dimensionIfAny(Dimension.channel)?.values ?? []
        var found = RuleScan(parts, outcomes: outcomes, channels: channels.count)
        if !source.roles.isEmpty || outcomes.classes.count > 1 {
            let live = LiveEvents(bench)
            let columns = live.projection.events
            let (touchpoint, service, channel) = (columns.touchpoint, columns.service, columns.channel)
            let outcome = columns.codes(named: Dimension.outcome)
            let empty = found
            let all = try await live.scanRows(
                into: { empty },
                { $0.take($1, touchpoint, service, outcome, channel) },
                result: { $0 }
            )
            for part in all { found.join(part) }
        }
        return found.facts(
            services: [.missing] + (source.dimensionIfAny(Dimension.service)?.values ?? []).map { ValueName($0) },
            channels: [.missing] + channels.map { ValueName($0) }
        )
    }

    private mutating func take(
        _ rows: Range<Int>,
        _ touchpoint: CodeColumn,
        _ service: CodeColumn,
        _ outcome: CodeColumn,
        _ channel: CodeColumn
    ) {
        for index in rows {
            let row = Int(parts.rows[Int(touchpoint[index]) + 1])
            let number = Int(outcomes.classes[Int(outcome[index]) + 1])
            if row == 0, number == 0 { continue }
            let service = Int(service[index]) + 1
            let channel = Int(channel[index]) + 1
            let place = (row * parts.classCount + Int(parts.classes[channel])) * parts.services + service
            isFound[place * outcomes.classCount + number] = true
            if parts.table[place].contains(.start) { startChannels[service * channels + channel] = true }
        }
    }

    private mutating func join(_ other: RuleScan) {
        for place in isFound.indices where other.isFound[place] { isFound[place] = true }
        for place in startChannels.indices where other.startChannels[place] { startChannels[place] = true }
    }

    /// What was found, by the names of services and channels, the missing one first.
    private func facts(services: [ValueName], channels: [ValueName]) -> ServiceFacts {
        var facts = ServiceFacts()
        for place in isFound.indices where isFound[place] {
            let slot = place / outcomes.classCount
            let number = slot % parts.services
            let verdict = outcomes.verdict(place % outcomes.classCount, number)
            let isEnd = parts.table[slot].contains(.end)
            let service = services[number]
            if parts.table[slot].contains(.start) { facts.starting.insert(service) }
            if isEnd { facts.ending.insert(service) }
            if parts.table[slot].contains(.submit) { facts.submitting.insert(service) }
            if parts.table[slot].contains(.contact) { facts.contacting.insert(service) }
            if isEnd || verdict.completes { facts.completing.insert(service) }
            if !isEnd, verdict.closes { facts.recordingOutcomes.insert(service) }
        }
        for place in startChannels.indices where startChannels[place] {
            facts.startChannels.insert(
                .init(service: services[place / self.channels], channel: channels[place % self.channels])
            )
        }
        return facts
    }
}

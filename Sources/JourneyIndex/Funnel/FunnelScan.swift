import JourneyModel

/// The scan of a range of subjects: gathers each one's events, finds its outcomes, counts them, whole and by group.
final class FunnelScan {
    /// What all workers read.
    final class Input: Sendable {
        let plan: FunnelPlan
        let selection: ScopeSelection
        /// Codes of the breakdown's dimension.
        let breakdown: CodeColumn?
        let time: Column<Int64>
        /// Without codes where nobody asks for them: only under strict order.
        let service: CodeColumn
        let touchpoint: CodeColumn
        let channel: CodeColumn
        /// Values that the breakdown's dimension has.
        let breakdownValues: Int?
        /// Milliseconds; the last of all instants where the store is empty.
        let horizon: Int64
        /// Events in scope whose touchpoint is a step's or an exclusion's.
        let interest: EventMask

        init(
            plan: FunnelPlan,
            selection: ScopeSelection,
            breakdown: IndexedDimension?,
            horizon: Int64
        ) {
            self.plan = plan
            self.selection = selection
            self.horizon = horizon
            let events = selection.projection.events
            self.breakdown = breakdown.map { events.codes(of: $0) }
            breakdownValues = breakdown?.values.count
            time = events.time
            service = plan.order == .strict ? events.service : CodeColumn(absent: events.count)
            touchpoint = events.touchpoint
            channel = events.channel
            let touchpoints = zip(plan.steps.touchpoints, plan.exclusions.touchpoints).map { $0 || $1 }
            let writer = MaskWriter(count: events.count, spans: [], conditions: [(touchpoint, touchpoints)])
            interest = selection.mask.and(writer.words(), of: events)
        }
    }

    /// What a worker has counted.
    struct Counts: Sendable {
        var whole: FunnelTally
        /// By code of the breakdown's dimension.
        var groups: [Int32: FunnelTally] = [:]
        var subjects = 0
        var tieGroups = 0
        var struckEntries = 0
        var subjectsLeftOut = 0
    }

    let input: Input
    private(set) var counts: Counts
    /// The subject in hand: its outcomes, and the events that they are of.
    let subject: SubjectFunnel
    let events = SubjectEvents()
    private let eventsOfValue = SubjectEvents()

    init(_ input: Input) {
        self.input = input
        counts = Counts(whole: input.emptyTally)
        subject = SubjectFunnel(input.plan)
    }

    func scan(_ subjects: Range<Int>) throws {
        let projection = input.selection.projection
        for index in subjects {
            guard try evaluate(index) else { continue }
            let positions = projection.range(of: index)
            for outcome in subject.outcomes {
                let chain = subject.chains[outcome.chain]
                input.count(outcome, chain, events, positions, &counts.whole)
                guard let code = groupCode(of: outcome) else { continue }
                input.count(outcome, chain, events, positions, &counts.groups[code, default: input.emptyTally])
            }
            if input.breakdown != nil, input.plan.query.attribution == .allSteps { countByValue(positions) }
        }
    }

    /// Finds the outcomes of one subject; false where it cannot enter.
    func evaluate(_ index: Int) throws -> Bool {
        let positions = input.selection.projection.range(of: index)
        if positions.count > 65_536 { try Task.checkCancellation() }
        events.removeAll()
        guard gather(positions) else { return false }
        counts.tieGroups += events.tieGroups
        subject.evaluate(events)
        counts.struckEntries += subject.struckEntries
        if subject.isLeftOut { counts.subjectsLeftOut += 1 }
        return true
    }

    /// Gathers what the search needs of one subject; false where nothing of it can enter.
    private func gather(_ positions: Range<Int>) -> Bool {
        let plan = input.plan
        let mask = input.selection.mask
        let time = input.time.values
        let service = input.service
        let steps = plan.steps
        let events = events
        let hasExclusions = plan.hasExclusions
        let needsAll = plan.order == .strict
        let entryBits: UInt64 = plan.order == .any ? plan.requiredBits : 1
        var mayEnter = false
        // Under strict order every event may intervene.
        let visited = needsAll ? mask : input.interest
        for position in positions where visited.keeps(position) {
            let bits = steps.bits(position)
            let zone = hasExclusions ? plan.zone(position) : 0
            guard needsAll || bits | zone != 0 else { continue }
            if bits & entryBits != 0 { mayEnter = true }
            events.append(
                .init(
                    time: time[position],
                    steps: bits,
                    zone: zone,
                    service: needsAll ? service[position] : -1,
                    position: Int32(truncatingIfNeeded: position)
                )
            )
        }
        if !positions.isEmpty, mask.keepsAny(of: positions) { counts.subjects += 1 }
        guard mayEnter else { return false }
        events.group(byInstant: plan.ties != .file, required: plan.requiredBits)
        return true
    }

    // MARK: Breakdown (D6)

    private func groupCode(of outcome: FunnelOutcome) -> Int32? {
        guard let codes = input.breakdown else { return nil }
        func code(_ event: Int) -> Int32 { codes[events.position(event)] }
        let chain = subject.chains[outcome.chain]
        switch input.plan.query.attribution {
        case .firstTouch: return chain.lazy.map(code).first { $0 >= 0 } ?? -1
        case .lastTouch: return chain.reversed().lazy.map(code).first { $0 >= 0 } ?? -1
        case .allSteps: return nil
        case .earliestEntry: return subject.earliestEntry(in: events).map(code) ?? -1
        case .step(let step):
            guard let depth = input.plan.depth(ofStep: step - 1), depth <= outcome.depth else { return -1 }
            return code(chain[chain.startIndex + depth - 1])
        }
    }

    /// All steps: the funnel once more for every value, with only the step events that carry it.
    private func countByValue(_ positions: Range<Int>) {
        guard let codes = input.breakdown else { return }
        let plan = input.plan
        var values = Set<Int32>()
        for index in 0..<events.count where events.steps(index) != 0 {
            values.insert(codes[events.position(index)])
        }
        for value in values {
            eventsOfValue.copy(events, byInstant: plan.ties != .file, required: plan.requiredBits) {
                codes[events.position($0)] == value
            }
            subject.evaluate(eventsOfValue)
            for outcome in subject.outcomes {
                let chain = subject.chains[outcome.chain]
                input.count(outcome, chain, eventsOfValue, positions, &counts.groups[value, default: input.emptyTally])
            }
        }
    }
}

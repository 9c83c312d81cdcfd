import JourneyModel
import Tallies

/// The scan of a range of subjects: gathers each one's events, finds its outcomes, counts them, whole and by group.
final class FunnelScan {
    /// What all workers read.
    final class Input: Sendable {
        let plan: FunnelPlan
        let selection: ScopeSelection
        let breakdown: Breakdown?
        let time: Column<Int64>
        /// Nil where no event has one.
        let sequence: Column<Int64>?
        /// Without codes where nobody asks for them: only under strict order.
        let service: CodeColumn
        let touchpoint: CodeColumn
        let channel: CodeColumn
        /// Milliseconds; the first of all instants where nobody knows how far the data reach.
        let horizon: Int64
        let names: PlaceNames
        /// Events in scope whose touchpoint is a step's or an exclusion's.
        let interest: EventMask
        let finish: FinishLine

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
            self.breakdown = breakdown.map { Breakdown(dimension: $0, codes: events.codes(of: $0)) }
            time = events.time
            sequence = events.sequence
            service = plan.order == .strict ? events.service : CodeColumn(absent: events.count)
            touchpoint = events.touchpoint
            channel = events.channel
            names = PlaceNames(events.source)
            finish = FinishLine(plan, selection)
            let touchpoints = zip(plan.steps.touchpoints, plan.exclusions.touchpoints).map { $0 || $1 }
            let writer = MaskWriter(count: events.count, spans: [], conditions: [(touchpoint, touchpoints)])
            interest = selection.mask.and(writer.words(), of: events)
        }
    }

    /// What outcomes are grouped by, and its codes by event.
    struct Breakdown: Sendable {
        let dimension: IndexedDimension
        let codes: CodeColumn
    }

    /// What a worker has counted.
    struct Part: Sendable {
        var whole: FunnelCounts
        var groups: TallyTable<ValueName, FunnelCounts>
        var subjects: Int
        var tieGroups: Int
        var struckEntries: Int
        var subjectsLeftOut: Int

        func add(to tally: inout FunnelTally) {
            tally.whole.add(whole)
            tally.groups.add(groups)
            tally.scope.subjects += subjects
            tally.stepInstants += tieGroups
            tally.entriesExcluded += struckEntries
            tally.subjectsLeftOut += subjectsLeftOut
        }
    }

    let input: Input
    private var whole: CodedTally
    /// By code of the breakdown's dimension.
    private var groups: [Int32: CodedTally] = [:]
    private var subjects = 0
    private var tieGroups = 0
    private var struckEntries = 0
    private var subjectsLeftOut = 0
    /// The subject in hand: its outcomes, and the events that they are of.
    let subject: SubjectFunnel
    let events = SubjectEvents()
    private let eventsOfValue = SubjectEvents()

    init(_ input: Input) {
        self.input = input
        whole = CodedTally(input.plan)
        subject = SubjectFunnel(input.plan)
    }

    /// What was counted, by names.
    var part: Part {
        var named = TallyTable<ValueName, FunnelCounts>()
        if let dimension = input.breakdown?.dimension {
            for (code, tally) in groups { named.add(tally.counts(input), to: dimension.valueName(of: code)) }
        }
        return Part(
            whole: whole.counts(input),
            groups: named,
            subjects: subjects,
            tieGroups: tieGroups,
            struckEntries: struckEntries,
            subjectsLeftOut: subjectsLeftOut
        )
    }

    func scan(_ subjects: Range<Int>) throws {
        let projection = input.selection.projection
        for index in subjects {
            guard try evaluate(index) else { continue }
            let positions = projection.range(of: index)
            for outcome in subject.outcomes {
                let chain = subject.chains[outcome.chain]
                input.count(outcome, chain, events, positions, &whole)
            }
            eachInGroup { code, outcome, chain, events in
                input.count(outcome, chain, events, positions, &groups[code, default: CodedTally(input.plan)])
            }
        }
    }

    /// Finds the outcomes of one subject; false where it cannot enter.
    func evaluate(_ index: Int) throws -> Bool {
        let positions = input.selection.projection.range(of: index)
        if positions.count > 65_536 { try Task.checkCancellation() }
        events.removeAll()
        guard gather(positions) else { return false }
        tieGroups += events.tieGroups
        subject.evaluate(events)
        struckEntries += subject.struckEntries
        if subject.isLeftOut { subjectsLeftOut += 1 }
        return true
    }

    /// Gathers what the search needs of one subject; false where nothing of it can enter.
    private func gather(_ positions: Range<Int>) -> Bool {
        let plan = input.plan
        let mask = input.selection.mask
        let time = input.time.values
        let (service, sequence) = (input.service, input.sequence)
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
                    position: Int32(truncatingIfNeeded: position),
                    fine: sequence.map { Int32(truncatingIfNeeded: FineOrder.nanoseconds(of: $0[position])) } ?? 0
                )
            )
        }
        if !positions.isEmpty, mask.keepsAny(of: positions) { subjects += 1 }
        guard mayEnter else { return false }
        events.group(byInstant: plan.ties != .file, required: plan.requiredBits)
        return true
    }

    // MARK: Breakdown (D6)

    /// Gives every outcome of the subject in hand, its chain, the events that these are of, and the code of the value that
    /// it counts under; nothing without a breakdown. Where all steps must carry the value, the outcomes of the subject are
    /// afterwards those of one value.
    func eachInGroup(_ body: (Int32, FunnelOutcome, ArraySlice<Int>, SubjectEvents) -> Void) {
        guard let codes = input.breakdown?.codes else { return }
        if input.plan.query.attribution == .allSteps { return eachByValue(codes, body) }
        for outcome in subject.outcomes {
            body(groupCode(of: outcome, codes), outcome, subject.chains[outcome.chain], events)
        }
    }

    private func groupCode(of outcome: FunnelOutcome, _ codes: CodeColumn) -> Int32 {
        func code(_ event: Int) -> Int32 { codes[events.position(event)] }
        let chain = subject.chains[outcome.chain]
        switch input.plan.query.attribution {
        // Every value has a funnel of its own (`eachByValue`).
        case .firstTouch, .allSteps: return chain.lazy.map(code).first { $0 >= 0 } ?? -1
        case .lastTouch: return chain.reversed().lazy.map(code).first { $0 >= 0 } ?? -1
        case .earliestEntry: return subject.earliestEntry(in: events).map(code) ?? -1
        case .step(let step):
            guard let depth = input.plan.depth(ofStep: step - 1), depth <= outcome.depth else { return -1 }
            return code(chain[chain.startIndex + depth - 1])
        }
    }

    /// All steps: the funnel once more for every value, with only the step events that carry it.
    private func eachByValue(
        _ codes: CodeColumn,
        _ body: (Int32, FunnelOutcome, ArraySlice<Int>, SubjectEvents) -> Void
    ) {
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
            for outcome in subject.outcomes { body(value, outcome, subject.chains[outcome.chain], eventsOfValue) }
        }
    }
}

import JourneyModel

/// A funnel query compiled for the scan: steps as bits, rules as numbers.
///
/// A class, so that the scan hands it about without counting references to all that it holds.
///
/// Depths count required steps from 1; a set of depths is a word in which bit k - 1 stands for depth k.
final class FunnelPlan: Sendable {
    struct OptionalStep: Sendable {
        /// Required steps before it.
        let after: Int
        let bit: UInt64
        let minimumGap: Milliseconds
        let maximumGap: Milliseconds
    }

    let query: FunnelQuery
    /// Number of required steps.
    let depth: Int
    /// Bits of `steps`: required steps at 0..<depth, then the optional ones.
    let steps: StepMatcher
    let exclusions: StepMatcher
    let optionals: [OptionalStep]
    /// By exclusion: the depths at which it counts.
    let zones: [UInt64]
    /// `Int64.max` where the query has no window.
    let window: Milliseconds
    /// Entry times; nil where the range holds no instant.
    let range: ClosedRange<Int64>?
    /// By depth - 1: bounds on the time since the previous required step.
    let minimumGaps: [Milliseconds]
    let maximumGaps: [Milliseconds]
    let hasGaps: Bool
    /// Entry policy, after unit "attempt" has had its say.
    let entry: FunnelQuery.Entry
    let requiredBits: UInt64

    var order: FunnelQuery.Order { query.order }
    var ties: FunnelQuery.Ties { query.ties }
    var policy: FunnelQuery.ExclusionPolicy { query.policy }
    var hasExclusions: Bool { !zones.isEmpty }
    /// Nothing but steps and a window: the deepest chain can be found in one pass (`LatestEntryScan`).
    var isPlain: Bool { order == .ordered && entry == .best && !hasGaps && !hasExclusions }
    var comparesServices: Bool { order == .strict && !query.interveningEventsOfAllServices }

    /// - Throws: `AnalysisError` where the query contradicts itself or names what the store does not have.
    init(_ query: FunnelQuery, events: EventColumns, range: ClosedRange<Int64>?) throws(AnalysisError) {
        try FunnelPlan.validate(query)
        self.query = query
        self.range = range
        entry = query.scope.unit == .attempt ? .every : query.entry
        window = query.window ?? .max
        let required = query.steps.filter { !$0.isOptional }
        let optional = query.steps.filter(\.isOptional)
        depth = required.count
        requiredBits = FunnelPlan.depths(1...required.count)
        steps = try StepMatcher((required + optional).map(\.alternatives), events: events)
        exclusions = try StepMatcher(query.exclusions.map { [$0.touchpoint] }, events: events)
        minimumGaps = required.map { $0.minimumGap ?? .min }
        maximumGaps = required.map { $0.maximumGap ?? .max }
        hasGaps = required.contains { $0.minimumGap != nil || $0.maximumGap != nil }
        var optionals: [OptionalStep] = []
        var before = 0
        for step in query.steps {
            guard step.isOptional else {
                before += 1
                continue
            }
            optionals.append(
                OptionalStep(
                    after: before,
                    bit: UInt64(1) << UInt64(required.count + optionals.count),
                    minimumGap: step.minimumGap ?? 0,
                    maximumGap: step.maximumGap ?? .max
                )
            )
        }
        self.optionals = optionals
        zones = query.exclusions.map { exclusion in
            let first = FunnelPlan.requiredSteps(in: query.steps.prefix(exclusion.afterStep))
            let last = exclusion.beforeStep.map { FunnelPlan.requiredSteps(in: query.steps.prefix($0 - 1)) }
            // Counting stops when the step is reached: the last depth in the zone is the one before it.
            let end = last ?? required.count - 1
            return first <= end ? FunnelPlan.depths(first...end) : 0
        }
    }

    /// The depths at which the event at `position` is an exclusion.
    func zone(_ position: Int) -> UInt64 {
        var bits = exclusions.bits(position)
        var zone: UInt64 = 0
        while bits != 0 {
            zone |= zones[bits.trailingZeroBitCount]
            bits &= bits - 1
        }
        return zone
    }

    /// The depth of the query's step `index`, or nil for an optional one.
    func depth(ofStep index: Int) -> Int? {
        query.steps[index].isOptional ? nil : FunnelPlan.requiredSteps(in: query.steps.prefix(index + 1))
    }

    /// The word with the bits of `depths` set.
    static func depths(_ depths: ClosedRange<Int>) -> UInt64 {
        depths.reduce(0) { $0 | (UInt64(1) << UInt64($1 - 1)) }
    }

    private static func requiredSteps(in steps: ArraySlice<FunnelStep>) -> Int {
        steps.count { !$0.isOptional }
    }

    private static func validate(_ query: FunnelQuery) throws(AnalysisError) {
        guard let first = query.steps.first else {
            throw .invalid("the funnel has no steps", hint: "give at least one touchpoint with --step")
        }
        guard !first.isOptional else {
            throw .invalid(
                "the first step '\(first.name)' is optional",
                hint: "begin with a step that everybody takes; an optional one may follow it"
            )
        }
        guard query.steps.count <= 64, query.exclusions.count <= 64 else {
            throw .invalid("the funnel has more than 64 steps or exclusions", hint: "leave some out")
        }
        guard !query.steps.contains(where: \.alternatives.isEmpty) else {
            throw .invalid("a step has no touchpoint", hint: "give every step at least one touchpoint")
        }
        if let window = query.window, window < 0 {
            throw .invalid("the window is negative", hint: "give a span such as 14d")
        }
        if query.order == .any, query.steps.contains(where: { $0.minimumGap != nil || $0.maximumGap != nil }) {
            throw .invalid(
                "steps in any order have no step before them to measure a gap from",
                hint: "choose order ordered or strict, or leave the bounds on gaps out"
            )
        }
        if query.steps.contains(where: { ($0.maximumGap ?? .max) < max(0, $0.minimumGap ?? 0) }) {
            throw .invalid(
                "a step's longest gap is negative or shorter than its shortest",
                hint: "give a shortest gap of at least 0 and a longest one that is no shorter"
            )
        }
        for exclusion in query.exclusions {
            let before = exclusion.beforeStep ?? query.steps.count + 1
            guard exclusion.afterStep >= 1, exclusion.afterStep <= query.steps.count, before > exclusion.afterStep,
                before <= query.steps.count + 1
            else {
                throw .invalid(
                    "the exclusion of '\(exclusion.touchpoint.touchpoint)' lies between no two steps of the funnel",
                    hint: "give steps from 1 to \(query.steps.count), the earlier one first"
                )
            }
        }
        if case .step(let step) = query.attribution, query.breakdown != nil {
            guard (1...query.steps.count).contains(step), !query.steps[step - 1].isOptional else {
                throw .invalid(
                    "the breakdown is by step \(step), which is no required step of the funnel",
                    hint: "give the number of a required step, 1 to \(query.steps.count)"
                )
            }
        }
    }
}

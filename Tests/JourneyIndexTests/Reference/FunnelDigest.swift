import JourneyModel

/// The figures of a funnel's answer, from the engine or from the reference, in a form that compares and prints.
struct FunnelDigest: Equatable {
    struct Step: Equatable {
        var reached = 0
        var dropped = 0
        var pending = 0
        var ofPrevious: Double?
        var median: Double?
        var next: [FunnelResult.NextTouchpoint] = []
        var nothingNext = 0
        var completedOtherwise = 0
    }

    var entered = 0
    var converted = 0
    var pending = 0
    var dropped = 0
    var mature: Double?
    var times: [Double] = []
    var curve = KaplanMeier(points: [])
    var steps: [Step] = []
    var groups: [String: [Step]] = [:]
    var groupOrder: [String] = []
    var againstRest: [String: RateDifference?] = [:]

    init(_ result: FunnelResult) {
        entered = result.entered
        converted = result.converted
        pending = result.pending
        dropped = result.dropped
        mature = result.rateOfMature.value
        times = result.timeToConvert.quantiles.sorted { $0.key < $1.key }.map(\.value)
        curve = result.timeToConvert.curve
        steps = FunnelDigest.steps(result.steps)
        groups = Dictionary(uniqueKeysWithValues: result.groups.map { ($0.value, FunnelDigest.steps($0.steps)) })
        groupOrder = result.groups.map(\.value)
        againstRest = Dictionary(uniqueKeysWithValues: result.groups.map { ($0.value, $0.againstRest) })
    }

    private static func steps(_ steps: [FunnelResult.Step]) -> [Step] {
        steps.map {
            Step(
                reached: $0.reached,
                dropped: $0.dropped,
                pending: $0.pending,
                ofPrevious: $0.ofPrevious.value,
                median: $0.medianFromPrevious,
                next: $0.next,
                nothingNext: $0.nothingNext,
                completedOtherwise: $0.completedOtherwise
            )
        }
    }
}

extension FunnelDigest {
    /// What the definitions give for these subjects.
    init(
        reference query: FunnelQuery,
        journeys: [ReferenceJourney],
        horizon: Int64,
        roles: [JourneySnapshot.RoleDeclaration] = []
    ) {
        let whole = journeys.flatMap { Counted.all(query, $0.events, horizon) }
        self.init(whole, query, roles)
        guard let breakdown = query.breakdown else { return }
        var parts: [String: [Counted]] = [:]
        if query.attribution == .allSteps {
            let values = Set(journeys.flatMap { $0.events.map { $0.value(breakdown) } })
            for value in values {
                let part = journeys.flatMap { Counted.all(query, $0.events, horizon, onlyValue: .some(value)) }
                if !part.isEmpty { parts[value ?? Dimension.notSet] = part }
            }
        } else {
            parts = Dictionary(grouping: whole) { $0.value(of: breakdown) ?? Dimension.notSet }
        }
        groupOrder = parts.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map(\.key)
        for (value, part) in parts {
            groups[value] = FunnelDigest(part, query, roles).steps
            let won = part.count(where: \.isConverted)
            againstRest[value] =
                query.attribution == .allSteps
                ? .some(nil)
                : newcombeDifference(won, of: part.count, minus: converted - won, of: entered - part.count)
        }
    }

    private init(_ units: [Counted], _ query: FunnelQuery, _ roles: [JourneySnapshot.RoleDeclaration]) {
        entered = units.count
        converted = units.count(where: \.isConverted)
        pending = units.count(where: \.isPending)
        dropped = units.count { !$0.isConverted && !$0.isPending }
        let mature = pending == 0 ? units : units.filter(\.isMature)
        self.mature = mature.isEmpty ? nil : Double(mature.count(where: \.isConverted)) / Double(mature.count)
        let spans = units.filter(\.isConverted).map(\.duration)
        times = [0.1, 0.25, 0.5, 0.75, 0.9, 0.95].compactMap { quantile(ofSorted: spans.sorted().map(Double.init), $0) }
        curve = KaplanMeier(events: spans, censored: units.filter { !$0.isConverted }.map(\.observed))
        steps = query.steps.indices.map { Counted.step($0, units, query, roles) }
    }
}

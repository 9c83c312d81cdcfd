import JourneyModel

/// Ratings in scope and their mean in the Performance Platform's form (D15).
struct FeedbackScores: Sendable {
    struct Rating: Sendable {
        let time: Int64
        let person: String?
        let score: Double
        let scale: Double
        /// (score - 1) / (scale - 1), 0…1.
        let share: Double
    }

    private var ratings: [Rating] = []
    /// The same by service: each service is asked for in several spans of time.
    private var ofService: [String: [Rating]] = [:]
    /// Prompts, answered or not.
    private(set) var prompts: [FeedbackRecord] = []
    private(set) var outsideScale = 0
    /// A filter on something that feedback does not carry: no figure can be given.
    private(set) var blockedBy: String?
    private let isEmptyStore: Bool

    init(_ analyst: ColumnarAnalyst, scope: Scope) {
        let source = analyst.source
        let records = source.records.feedback
        isEmptyStore = records.isEmpty
        blockedBy = scope.filters.map(\.dimension).first { !FeedbackScores.carries($0) }
        guard blockedBy == nil else { return }
        let traits = PersonTraits(source, filters: scope.filters)
        let people = traits.isEmpty ? [] : analyst.desk.sides(analyst).feedbackPeople
        for (index, record) in records.enumerated() where scope.asOf.map({ record.time <= $0 }) ?? true {
            guard scope.filters.allSatisfy({ FeedbackScores.keeps(record, $0) }) else { continue }
            guard traits.isEmpty || traits.keeps(code: people[index]) else { continue }
            prompts.append(record)
            guard let score = record.score else { continue }
            if record.scale > 1, score >= 1, score <= record.scale {
                let share = (score - 1) / (record.scale - 1)
                let rating = Rating(
                    time: record.time.milliseconds,
                    person: record.person,
                    score: score,
                    scale: record.scale,
                    share: share
                )
                ratings.append(rating)
                ofService[record.service ?? Dimension.notSet, default: []].append(rating)
            } else {
                outsideScale += 1
            }
        }
    }

    /// The score of the ratings in `range`, of one service or of all.
    func satisfaction(in range: ClosedRange<Int64>?, service: String? = nil) -> Measure {
        if let blockedBy {
            return .absent(.d15, because: "feedback does not say '\(blockedBy)', so it cannot be filtered by it")
        }
        if isEmptyStore { return .absent(.d15, because: "the store has no feedback; import ratings to see it") }
        return FeedbackScores.measure(ratings(in: range, service: service).map(\.share), outsideScale: outsideScale)
    }

    /// Ratings of one service below 4 of 5.
    func dissatisfied(in range: ClosedRange<Int64>?, service: String) -> [Rating] {
        guard blockedBy == nil else { return [] }
        return ratings(in: range, service: service).filter { $0.share < FeedbackScores.satisfiedFrom }
    }

    /// 4 of 5, in the form of 0…1.
    private static let satisfiedFrom = 0.75

    private func ratings(in range: ClosedRange<Int64>?, service: String?) -> [Rating] {
        guard let range else { return [] }
        let asked = service.map { ofService[$0] ?? [] } ?? ratings
        return asked.filter { range.contains($0.time) }
    }

    /// The mean with a normal interval from 30 ratings on, below that a bootstrap with a fixed seed, so that the same data
    /// always give the same interval (D15).
    static func measure(_ shares: [Double], outsideScale: Int = 0) -> Measure {
        guard !shares.isEmpty else { return .absent(.d15, because: "nobody gave a rating in this time") }
        let n = Double(shares.count)
        let sum = shares.reduce(0, +)
        let mean = sum / n
        let satisfied = shares.count { $0 >= satisfiedFrom }
        var caveats = [
            "\(NumberText.percent(Double(satisfied) / n)) satisfied (4 or 5 of 5), \(NumberText.count(shares.count)) ratings"
        ]
        if outsideScale > 0 {
            caveats.append("\(NumberText.count(outsideScale)) ratings outside their scale are left out")
        }
        let interval = interval(of: shares, mean: mean)
        if shares.count < 30 {
            let what = interval == nil ? "too few or all alike for an interval" : "the interval is a bootstrap"
            caveats.append("fewer than 30 ratings: \(what)")
        }
        return Measure(
            value: mean,
            numerator: sum,
            denominator: n,
            low: interval?.low,
            high: interval?.high,
            definition: .d15,
            caveats: caveats
        )
    }

    private static func interval(of shares: [Double], mean: Double) -> Interval? {
        // Drawing again from ratings that are all alike would give an interval of no width, which few ratings never have.
        guard shares.count >= 30 || Set(shares).count > 1 else { return nil }
        let n = Double(shares.count)
        if shares.count >= 30 {
            let variance = shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
            let half = 1.959963984540054 * (variance / n).squareRoot()
            return Interval(low: max(0, mean - half), high: min(1, mean + half))
        }
        // A fixed seed: the same ratings must give the same interval every time.
        var random = SplitMix64(seed: 20_151_231)
        let means = (0..<2000).map { _ in
            (0..<shares.count).reduce(0.0) { sum, _ in sum + shares[random.below(shares.count)] } / n
        }.sorted()
        guard let low = quantile(ofSorted: means, 0.025), let high = quantile(ofSorted: means, 0.975) else {
            return nil
        }
        return Interval(low: low, high: high)
    }

    private static func carries(_ dimension: String) -> Bool {
        let own = [Dimension.service, Dimension.channel, Dimension.touchpoint, Dimension.outcome]
        return own.contains(dimension) || Dimension.subject(of: dimension) == .person
    }

    private static func keeps(_ record: FeedbackRecord, _ filter: Filter) -> Bool {
        let value: String?
        switch filter.dimension {
        case Dimension.service: value = record.service
        case Dimension.channel: value = record.channel
        case Dimension.touchpoint: value = record.touchpoint
        case Dimension.outcome: value = record.outcome
        default: return true
        }
        return filter.values.contains(value ?? Dimension.notSet) != filter.isNegated
    }
}

import JourneyModel

/// Ratings in scope and their mean in the Performance Platform's form (D15).
struct FeedbackScores: Sendable {
    struct Rating: Sendable {
        let time: Int64
        /// By code; -1 where it does not say whose it is.
        let person: Int32
        let score: Double
        let scale: Double
    }

    /// Prompts and ratings are rows of this.
    let feedback: FeedbackColumns
    private var ratings: [Int32] = []
    /// The same by service: each service is asked for in several spans of time.
    private var ofService: [String: [Int32]] = [:]
    /// Prompts, answered or not.
    private(set) var prompts: [Int32] = []
    private(set) var outsideScale = 0
    /// A filter on something that feedback does not carry: no figure can be given.
    private(set) var blockedBy: String?

    init(_ analyst: ColumnarAnalyst, scope: Scope) {
        let source = analyst.source
        feedback = FeedbackColumns(source)
        blockedBy = scope.filters.map(\.dimension).first { !FeedbackColumns.carries($0) }
        guard blockedBy == nil else { return }
        let traits = PersonTraits(source, filters: scope.filters)
        let conditions = scope.filters.compactMap(feedback.condition)
        let limit = scope.asOf?.milliseconds ?? .max
        for row in 0..<feedback.count where feedback.time[row] <= limit {
            guard conditions.allSatisfy({ $0.keeps(row) }) else { continue }
            guard traits.isEmpty || traits.keeps(code: feedback.person(of: row)) else { continue }
            prompts.append(Int32(row))
            let score = feedback.score(of: row)
            if score.isNaN { continue }
            let scale = feedback.scale(of: row)
            if scale > 1, score >= 1, score <= scale {
                ratings.append(Int32(row))
                ofService[feedback.serviceName(of: row), default: []].append(Int32(row))
            } else {
                outsideScale += 1
            }
        }
    }

    /// The score of the ratings in `range`, of one service or of all.
    func satisfaction(in range: ClosedRange<Int64>?, service: String? = nil) -> Measure {
        if let blockedBy { return .absent(.d15, because: .feedbackNotFilterable(blockedBy)) }
        if feedback.count == 0 { return .absent(.d15, because: .noRatings) }
        return FeedbackScores.measure(
            ratings(in: range, service: service).map { share(of: $0) },
            outsideScale: outsideScale
        )
    }

    /// Ratings of one service below 4 of 5.
    func dissatisfied(in range: ClosedRange<Int64>?, service: String) -> [Rating] {
        guard blockedBy == nil else { return [] }
        return ratings(in: range, service: service).filter { share(of: $0) < FeedbackScores.satisfiedFrom }.map { row in
            Rating(
                time: feedback.time[Int(row)],
                person: feedback.person(of: Int(row)),
                score: feedback.score(of: Int(row)),
                scale: feedback.scale(of: Int(row))
            )
        }
    }

    /// Below this the normal interval does not hold (D15).
    private static let fewRatings = 30

    /// 4 of 5, in the form of 0…1.
    private static let satisfiedFrom = 0.75

    /// (score - 1) / (scale - 1), 0…1.
    private func share(of row: Int32) -> Double {
        (feedback.score(of: Int(row)) - 1) / (feedback.scale(of: Int(row)) - 1)
    }

    private func ratings(in range: ClosedRange<Int64>?, service: String?) -> [Int32] {
        guard let range else { return [] }
        let asked = service.map { ofService[$0] ?? [] } ?? ratings
        return asked.filter { range.contains(feedback.time[Int($0)]) }
    }

    /// The mean with a normal interval from 30 ratings on, below that a bootstrap with a fixed seed, so that the same data
    /// always give the same interval (D15).
    static func measure(_ shares: [Double], outsideScale: Int = 0) -> Measure {
        guard !shares.isEmpty else { return .absent(.d15, because: .nobodyRated) }
        let n = Double(shares.count)
        let sum = shares.reduce(0, +)
        let mean = sum / n
        let satisfied = shares.count { $0 >= satisfiedFrom }
        var caveats: [Remark] = [.satisfied(satisfied, of: shares.count)]
        if outsideScale > 0 { caveats.append(.ratingsOutsideScale(outsideScale)) }
        let interval = interval(of: shares, mean: mean)
        if shares.count < fewRatings {
            let isAbsent = interval == nil
            caveats.append(
                isAbsent ? .fewRatingsNoInterval(below: fewRatings) : .fewRatingsBootstrap(below: fewRatings)
            )
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
        guard shares.count >= fewRatings || Set(shares).count > 1 else { return nil }
        let n = Double(shares.count)
        if shares.count >= fewRatings {
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
}

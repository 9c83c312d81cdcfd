import JourneyModel

/// Ratings, as shares of the way from the worst to the best, and how many there are of each (D15). Neither their order nor
/// whose they are matters to a score.
public struct RatingCounts: Tally {
    /// By share, 0…1.
    public private(set) var counts: TallyTable<Double, Int>

    /// 4 of 5, in the form of 0…1.
    public static let satisfiedFrom = 0.75
    /// Below this the normal interval does not hold (D15).
    private static let fewRatings = 30

    public init(_ shares: some Sequence<Double> = []) {
        counts = TallyTable()
        for share in shares { counts[share, default: 0] += 1 }
    }

    public mutating func add(_ other: RatingCounts) { counts.add(other.counts) }

    /// The mean with a normal interval from 30 ratings on, below that a bootstrap with a fixed seed, so that the same data
    /// always give the same interval (D15).
    func measure(outsideScale: Int) -> Measure {
        let ratings = counts.inOrder
        let count = ratings.reduce(0) { $0 + $1.value }
        guard count > 0 else { return .absent(.d15, because: .nobodyRated) }
        let n = Double(count)
        let sum = ratings.reduce(0) { $0 + $1.key * Double($1.value) }
        let mean = sum / n
        let satisfied = ratings.reduce(0) { $0 + ($1.key >= RatingCounts.satisfiedFrom ? $1.value : 0) }
        var caveats: [Remark] = [.satisfied(satisfied, of: count)]
        if outsideScale > 0 { caveats.append(.ratingsOutsideScale(outsideScale)) }
        let interval = count < RatingCounts.fewRatings ? bootstrap : normal(n, mean: mean)
        if count < RatingCounts.fewRatings {
            let below = RatingCounts.fewRatings
            caveats.append(interval == nil ? .fewRatingsNoInterval(below: below) : .fewRatingsBootstrap(below: below))
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

    private func normal(_ n: Double, mean: Double) -> Interval {
        let squares = counts.inOrder.reduce(0) { $0 + ($1.key - mean) * ($1.key - mean) * Double($1.value) }
        let half = 1.959963984540054 * (squares / (n - 1) / n).squareRoot()
        return Interval(low: max(0, mean - half), high: min(1, mean + half))
    }

    /// Nil where ratings are all alike: drawing again from these would give an interval of no width, which few ratings never
    /// have.
    private var bootstrap: Interval? {
        let shares = counts.inOrder.flatMap { Array(repeating: $0.key, count: $0.value) }
        guard shares.first != shares.last else { return nil }
        let n = Double(shares.count)
        // A fixed seed, and the ratings from the lowest to the highest: the same ratings must give the same interval every
        // time.
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

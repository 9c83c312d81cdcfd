/// An estimate's lower and upper end.
public struct Interval: Codable, Hashable, Sendable {
    public var low: Double
    public var high: Double

    public init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }
}

/// The two-sided 95% quantile of the normal distribution.
let z95 = 1.959963984540054

/// The 95% Wilson score interval of `count` out of `total` (D7), clamped to 0…1.
///
/// - Precondition of use: `0 <= count <= total`, `total > 0`; otherwise the widest interval, 0…1, comes back.
public func wilsonInterval(_ count: Int, of total: Int) -> Interval {
    guard total > 0, (0...total).contains(count) else { return Interval(low: 0, high: 1) }
    let x = Double(count)
    let n = Double(total)
    let z2 = z95 * z95
    let centre = (x + z2 / 2) / (n + z2)
    let half = z95 * (x * (n - x) / n + z2 / 4).squareRoot() / (n + z2)
    // At the edges the algebra gives 0 and 1 exactly; floating point leaves a residue of 1e-17.
    return Interval(low: count == 0 ? 0 : max(0, centre - half), high: count == total ? 1 : min(1, centre + half))
}

/// A difference of two rates with its 95% interval.
public struct RateDifference: Codable, Hashable, Sendable {
    /// First minus second, -1…1.
    public var value: Double
    public var interval: Interval

    public init(value: Double, interval: Interval) {
        self.value = value
        self.interval = interval
    }

    /// True where the interval leaves out 0.
    public var isSignificant: Bool { interval.low > 0 || interval.high < 0 }
}

/// Newcombe's hybrid interval for the difference of two independent rates (D7): `count1/total1 - count2/total2`.
/// Nil where a total is 0.
public func newcombeDifference(_ count1: Int, of total1: Int, minus count2: Int, of total2: Int) -> RateDifference? {
    guard total1 > 0, total2 > 0, (0...total1).contains(count1), (0...total2).contains(count2) else { return nil }
    let p1 = Double(count1) / Double(total1)
    let p2 = Double(count2) / Double(total2)
    let first = wilsonInterval(count1, of: total1)
    let second = wilsonInterval(count2, of: total2)
    func distance(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    let lower = p1 - p2 - distance(p1 - first.low, second.high - p2)
    let upper = p1 - p2 + distance(first.high - p1, p2 - second.low)
    return RateDifference(value: p1 - p2, interval: Interval(low: lower, high: upper))
}

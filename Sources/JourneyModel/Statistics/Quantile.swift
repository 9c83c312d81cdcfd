/// The `p` quantile of values in ascending order by rule R-7 (D4): h = (N-1)p, linear between the neighbours of h.
/// Nil where there are no values or `p` is outside 0…1.
public func quantile(ofSorted values: [Double], _ p: Double) -> Double? {
    guard !values.isEmpty, (0...1).contains(p) else { return nil }
    let h = Double(values.count - 1) * p
    let lower = Int(h)
    guard lower + 1 < values.count else { return values[values.count - 1] }
    return values[lower] + (h - Double(lower)) * (values[lower + 1] - values[lower])
}

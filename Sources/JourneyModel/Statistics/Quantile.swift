/// The `p` quantile of values in ascending order by rule R-7 (D4): h = (N-1)p, linear between the neighbours of h.
/// Nil where there are no values or `p` is outside 0…1.
public func quantile(ofSorted values: [Double], _ p: Double) -> Double? {
    quantile(of: values.count, p) { values[$0] }
}

/// The same of spans of time in milliseconds.
public func quantile(ofSortedSpans values: [Milliseconds], _ p: Double) -> Double? {
    quantile(of: values.count, p) { Double(values[$0]) }
}

private func quantile(of count: Int, _ p: Double, _ value: (Int) -> Double) -> Double? {
    guard count > 0, (0...1).contains(p) else { return nil }
    let h = Double(count - 1) * p
    let lower = Int(h)
    guard lower + 1 < count else { return value(count - 1) }
    return value(lower) + (h - Double(lower)) * (value(lower + 1) - value(lower))
}

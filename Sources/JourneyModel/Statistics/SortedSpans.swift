/// `values` in ascending order. Many of them are sorted digit by digit, in a few passes over what they have in common
/// being left out: ten times as fast as by comparison, and as many as a funnel over a country has.
public func sortedAscending(_ values: [Int64]) -> [Int64] {
    guard values.count > 4096, let least = values.min(), let most = values.max() else { return values.sorted() }
    let (range, isTooWide) = most.subtractingReportingOverflow(least)
    guard !isTooWide else { return values.sorted() }
    var from = values
    var into = values
    var shift: UInt64 = 0
    while shift < 64, UInt64(range) >> shift > 0 {
        sortByDigit(from, into: &into, least: least, shift: shift)
        swap(&from, &into)
        shift += digitBits
    }
    return from
}

private let digitBits: UInt64 = 11

/// One stable pass: by the digit at `shift` of what is above `least`.
private func sortByDigit(_ from: [Int64], into: inout [Int64], least: Int64, shift: UInt64) {
    let mask = UInt64(1 << digitBits) - 1
    from.withUnsafeBufferPointer { from in
        into.withUnsafeMutableBufferPointer { into in
            withUnsafeTemporaryAllocation(of: Int.self, capacity: 1 << Int(digitBits)) { places in
                places.initialize(repeating: 0)
                for value in from { places[Int(UInt64(value &- least) >> shift & mask)] += 1 }
                var place = 0
                for digit in places.indices {
                    let count = places[digit]
                    places[digit] = place
                    place += count
                }
                for value in from {
                    let digit = Int(UInt64(value &- least) >> shift & mask)
                    into[places[digit]] = value
                    places[digit] += 1
                }
            }
        }
    }
}

/// The median of spans in any order (rule R-7); nil where there are none. Of many only those near the middle are put in
/// order: where it lies is known from how many lie in each part of their range.
public func medianOfSpans(_ values: [Milliseconds]) -> Double? {
    guard values.count > 4096, let least = values.min(), let most = values.max() else {
        return quantile(ofSortedSpans: values.sorted(), 0.5)
    }
    let (range, isTooWide) = most.subtractingReportingOverflow(least)
    guard !isTooWide else { return quantile(ofSortedSpans: values.sorted(), 0.5) }
    let shift = UInt64(max(0, UInt64.bitWidth - UInt64(range).leadingZeroBitCount - Int(digitBits)))
    var counts = [Int](repeating: 0, count: 1 << Int(digitBits))
    for value in values { counts[Int(UInt64(value &- least) >> shift)] += 1 }
    // The median lies between the values at these two places.
    let (low, high) = ((values.count - 1) / 2, values.count / 2)
    var before = 0
    var first = 0
    while before + counts[first] <= low {
        before += counts[first]
        first += 1
    }
    var last = first
    var through = before + counts[first]
    while through <= high {
        last += 1
        through += counts[last]
    }
    let near = values.filter { (first...last).contains(Int(UInt64($0 &- least) >> shift)) }.sorted()
    return (Double(near[low - before]) + Double(near[high - before])) / 2
}

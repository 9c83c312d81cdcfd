import JourneyModel

/// D10: a session ends where nothing happens for longer than this.
let sessionGap: Milliseconds = 30 * .minute

/// Milliseconds from one time to another; saturates, because both may come from data.
@inline(__always)
func span(from earlier: Int64, to later: Int64) -> Int64 {
    Timestamp(milliseconds: later).since(Timestamp(milliseconds: earlier))
}

/// The median of spans in any order (D4, R-7); nil where there are none.
func medianSpan(_ spans: [Int64]) -> Double? {
    medianOfSpans(spans)
}

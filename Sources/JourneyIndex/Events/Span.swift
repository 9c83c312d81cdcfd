import JourneyModel

/// Milliseconds from one time to another; saturates, because both may come from data.
@inline(__always)
func span(from earlier: Int64, to later: Int64) -> Int64 {
    Timestamp(milliseconds: later).since(Timestamp(milliseconds: earlier))
}

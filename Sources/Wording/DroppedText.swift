public import JourneyModel

/// What those are called who went no further in a funnel (docs/WORDS.md).
public enum DroppedText {
    /// Without a window nobody's time is ever up, so nobody has dropped for certain (D3).
    public static func word(_ query: FunnelQuery) -> String { query.window == nil ? "not converted" : "dropped" }
}

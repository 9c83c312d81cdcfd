/// A touchpoint, perhaps only where the event has certain values: `submit[service=passport]`.
public struct StepPredicate: Codable, Hashable, Sendable {
    public var touchpoint: String
    public var filters: [Filter]

    public init(touchpoint: String, filters: [Filter] = []) {
        self.touchpoint = touchpoint
        self.filters = filters
    }
}

/// One step: any of its alternatives.
public struct FunnelStep: Codable, Hashable, Sendable {
    public var alternatives: [StepPredicate]
    /// Skipped if absent, not counted in the depth needed (D2). The first step cannot be optional.
    public var isOptional: Bool
    /// Bounds on the time since the previous required step.
    public var minimumGap: Milliseconds?
    public var maximumGap: Milliseconds?

    public init(
        _ alternatives: [StepPredicate],
        isOptional: Bool = false,
        minimumGap: Milliseconds? = nil,
        maximumGap: Milliseconds? = nil
    ) {
        self.alternatives = alternatives
        self.isOptional = isOptional
        self.minimumGap = minimumGap
        self.maximumGap = maximumGap
    }

    /// A plain step: one touchpoint.
    public init(touchpoint: String) {
        self.init([StepPredicate(touchpoint: touchpoint)])
    }
}

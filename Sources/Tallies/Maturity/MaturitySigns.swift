/// What a store says at all: without it there is not enough evidence, with the reason.
public struct MaturitySigns: Tally {
    public var digitalChannel = false
    public var start = false
    public var completion = false
    /// Whether a touchpoint is declared to inform.
    public var information = false
    public var actor = false
    public var feedback = false

    public init() {}

    public mutating func add(_ other: MaturitySigns) {
        digitalChannel = digitalChannel || other.digitalChannel
        start = start || other.start
        completion = completion || other.completion
        information = information || other.information
        actor = actor || other.actor
        feedback = feedback || other.feedback
    }
}

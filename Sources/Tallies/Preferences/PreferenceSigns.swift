/// What a store says of preferences at all: without it a figure is absent, with the reason.
public struct PreferenceSigns: Tally {
    /// Dimensions that events have.
    public var direction = false
    public var routing = false
    public var tailoring = false
    /// Preferred channels come from a trait of persons, for want of records.
    public var isFromTrait = false
    /// Whether anything says that somebody was asked for a channel, and what somebody answered.
    public var channelPrompts = false
    public var channelAnswers = false
    /// The same for content.
    public var contentPrompts = false
    public var contentAnswers = false
    /// Whether there are records at all, or the trait for want of them.
    public var channelRecords = false
    public var contentRecords = false
    /// Whether anybody's consent to communication is on record.
    public var consents = false
    /// … or to being contacted for any other purpose.
    public var contactConsents = false

    public init() {}

    public mutating func add(_ other: PreferenceSigns) {
        direction = direction || other.direction
        routing = routing || other.routing
        tailoring = tailoring || other.tailoring
        isFromTrait = isFromTrait || other.isFromTrait
        channelPrompts = channelPrompts || other.channelPrompts
        channelAnswers = channelAnswers || other.channelAnswers
        contentPrompts = contentPrompts || other.contentPrompts
        contentAnswers = contentAnswers || other.contentAnswers
        channelRecords = channelRecords || other.channelRecords
        contentRecords = contentRecords || other.contentRecords
        consents = consents || other.consents
        contactConsents = contactConsents || other.contactConsents
    }
}

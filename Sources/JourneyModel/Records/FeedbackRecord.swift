/// A prompt for feedback or an answer to one (D15, D23).
public struct FeedbackRecord: Hashable, Sendable {
    public var time: Timestamp
    public var person: String?
    public var service: String?
    public var channel: String?
    public var touchpoint: String?
    /// The outcome at which it was asked: success and failure end points both count (D23).
    public var outcome: String?
    /// Nil where somebody was asked and did not answer.
    public var score: Double?
    /// The scale's highest value; the lowest is 1.
    public var scale: Double
    public var comment: String?

    public init(
        time: Timestamp,
        person: String? = nil,
        service: String? = nil,
        channel: String? = nil,
        touchpoint: String? = nil,
        outcome: String? = nil,
        score: Double? = nil,
        scale: Double = 5,
        comment: String? = nil
    ) {
        self.time = time
        self.person = person
        self.service = service
        self.channel = channel
        self.touchpoint = touchpoint
        self.outcome = outcome
        self.score = score
        self.scale = scale
        self.comment = comment
    }
}

extension RecordField {
    private static let number: UInt8 = 3

    public static let feedbackTime = RecordField(
        number,
        "time",
        .time,
        isRequired: true,
        "when it was given or asked for"
    )
    public static let feedbackPerson = RecordField(number, "person", .person, "whose it is")
    public static let feedbackService = RecordField(number, "service", .text, "of which service it was asked")
    public static let feedbackChannel = RecordField(number, "channel", .text, "on which channel")
    public static let feedbackTouchpoint = RecordField(number, "touchpoint", .text, "at which touchpoint")
    public static let feedbackOutcome = RecordField(
        number,
        "outcome",
        .text,
        "the outcome at which it was asked: success and failure end points both count (D23)"
    )
    public static let feedbackScore = RecordField(
        number,
        "score",
        .real,
        unit: "points of the scale",
        "without it: somebody was asked and did not answer"
    )
    public static let feedbackScale = RecordField(
        number,
        "scale",
        .real,
        standard: .real(5),
        unit: "points",
        "the highest score; the lowest is 1"
    )
    public static let feedbackComment = RecordField(number, "comment", .text, isIndexed: false, "free text")
}

extension RecordKind {
    public static let feedback = RecordKind(
        3,
        "feedback",
        "A prompt for feedback, or an answer to one.",
        fields: [
            .feedbackTime, .feedbackPerson, .feedbackService, .feedbackChannel, .feedbackTouchpoint, .feedbackOutcome,
            .feedbackScore, .feedbackScale, .feedbackComment,
        ]
    )
}

extension FeedbackRecord: TypedRecord {
    public static var kind: RecordKind { .feedback }

    public init?(_ record: SideRecord) {
        guard let time = record.time(.feedbackTime) else { return nil }
        self.init(
            time: time,
            person: record.text(.feedbackPerson),
            service: record.text(.feedbackService),
            channel: record.text(.feedbackChannel),
            touchpoint: record.text(.feedbackTouchpoint),
            outcome: record.text(.feedbackOutcome),
            score: record.real(.feedbackScore),
            scale: record.real(.feedbackScale) ?? .nan,
            comment: record.text(.feedbackComment)
        )
    }

    public var values: [RecordValue] {
        [
            .of(time), .of(person), .of(service), .of(channel), .of(touchpoint), .of(outcome), .of(score), .real(scale),
            .of(comment),
        ]
    }
}

extension JourneyRecord {
    public static func feedback(_ record: FeedbackRecord) -> JourneyRecord { .side(record.record) }
}

/// A preferred channel or content: that somebody was asked, or what they answered (D16).
public struct PreferenceRecord: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Hashable, Sendable { case asked, captured }

    /// The preference's purpose.
    public enum Purpose: String, CaseIterable, Hashable, Sendable { case access, communication, content }

    /// The value that says somebody was asked and has none: a value, not a missing one.
    public static let noPreference = "no preference"

    public var person: String
    public var time: Timestamp
    public var kind: Kind
    public var purpose: Purpose
    /// Nil: for every service.
    public var service: String?
    /// The channel asked for, or for `content` the topic; nil where kind is `asked`.
    public var value: String?
    /// 1 is the first choice.
    public var rank: Int

    public init(
        person: String,
        time: Timestamp,
        kind: Kind,
        purpose: Purpose,
        service: String? = nil,
        value: String? = nil,
        rank: Int = 1
    ) {
        self.person = person
        self.time = time
        self.kind = kind
        self.purpose = purpose
        self.service = service
        self.value = value
        self.rank = rank
    }
}

/// A change of consent; append-only (D17).
public struct ConsentRecord: Hashable, Sendable {
    public enum Status: String, CaseIterable, Hashable, Sendable { case asked, granted, denied, withdrawn, expired }

    public var person: String
    public var time: Timestamp
    public var status: Status
    /// What it is for: `communication`, `analytics` …
    public var purpose: String
    /// Nil: every channel.
    public var channel: String?
    public var until: Timestamp?
    public var basis: String?

    public init(
        person: String,
        time: Timestamp,
        status: Status,
        purpose: String,
        channel: String? = nil,
        until: Timestamp? = nil,
        basis: String? = nil
    ) {
        self.person = person
        self.time = time
        self.status = status
        self.purpose = purpose
        self.channel = channel
        self.until = until
        self.basis = basis
    }
}

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

/// What providing a service costs over a span of time (D14).
public struct CostRecord: Hashable, Sendable {
    public var service: String
    /// Nil: shared by all channels.
    public var channel: String?
    public var amount: Double
    public var currency: String
    public var from: Timestamp
    public var to: Timestamp
    public var source: String?

    public init(
        service: String,
        channel: String? = nil,
        amount: Double,
        currency: String,
        from: Timestamp,
        to: Timestamp,
        source: String? = nil
    ) {
        self.service = service
        self.channel = channel
        self.amount = amount
        self.currency = currency
        self.from = from
        self.to = to
        self.source = source
    }
}

/// Evidence for a maturity criterion that is no measurement (D24).
public struct AssessmentRecord: Codable, Hashable, Sendable {
    public enum Kind: String, CaseIterable, Codable, Hashable, Sendable {
        case attested, asserted
        case notApplicable = "not applicable"
    }

    public var criterion: String
    public var kind: Kind
    /// 0…100; for `notApplicable` without meaning.
    public var score: Double
    /// The document, the statement, or the reason why the criterion does not apply.
    public var statement: String
    public var owner: String
    public var date: Timestamp
    public var expires: Timestamp?

    public init(
        criterion: String,
        kind: Kind,
        score: Double,
        statement: String,
        owner: String,
        date: Timestamp,
        expires: Timestamp? = nil
    ) {
        self.criterion = criterion
        self.kind = kind
        self.score = score
        self.statement = statement
        self.owner = owner
        self.date = date
        self.expires = expires
    }
}

/// Something that happened at a time and that readers of a chart should know: an outage, a new form.
public struct AnnotationRecord: Hashable, Sendable {
    public var time: Timestamp
    public var service: String?
    public var text: String

    public init(time: Timestamp, service: String? = nil, text: String) {
        self.time = time
        self.service = service
        self.text = text
    }
}

/// Two ids are one person: `alias` is known as `person` from `time` on (D26). An edge, never a rewriting of events.
public struct AliasRecord: Hashable, Sendable {
    public var alias: String
    public var person: String
    public var time: Timestamp
    public var reason: String

    public init(alias: String, person: String, time: Timestamp, reason: String) {
        self.alias = alias
        self.person = person
        self.time = time
        self.reason = reason
    }
}

/// Anything that a file may bring.
public enum JourneyRecord: Hashable, Sendable {
    case event(EventRecord)
    case preference(PreferenceRecord)
    case consent(ConsentRecord)
    case feedback(FeedbackRecord)
    case cost(CostRecord)
    case assessment(AssessmentRecord)
    case annotation(AnnotationRecord)
    case alias(AliasRecord)
    /// A trait of a person without an event: name without the `person.` prefix.
    case personTrait(person: String, trait: NamedValue)
    /// A touchpoint's part in its service; service nil means every service.
    case touchpointRole(touchpoint: String, service: String?, role: TouchpointRole)
    case channelKind(channel: String, kind: Channel.Kind)
}

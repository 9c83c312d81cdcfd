import JourneyModel

/// What happened to transactions in one span of time: of all services, of one, or of one period.
public struct CompletionTally: Tally {
    /// Transactions started in the span.
    public var started = 0
    /// Transactions completed in the span whose start is known, whenever that was.
    public var completed = 0
    /// … of these, started before the span.
    public var startedBefore = 0
    /// Completions without a start, on channels on which the service has starts: the starts are missing in the data.
    public var unmatched = 0
    /// Completions on channels on which the service has no start point at all, such as a counter: not of D12.
    public var withoutStartPoint = 0
    /// Completions that name neither person nor case.
    public var anonymous = 0
    public var anonymousStarts = 0
    /// Of all completions: on a digital channel, and on a channel of unknown kind.
    public var digital = 0
    public var ofUnknownKind = 0
    /// Completions that gave the person what they came for.
    public var successful = 0

    public init() {}

    /// Every completion: the denominator of take-up and of cost.
    public var allCompleted: Int { completed + unmatched + withoutStartPoint + anonymous }

    public mutating func add(_ other: CompletionTally) {
        started += other.started
        completed += other.completed
        startedBefore += other.startedBefore
        unmatched += other.unmatched
        withoutStartPoint += other.withoutStartPoint
        anonymous += other.anonymous
        anonymousStarts += other.anonymousStarts
        digital += other.digital
        ofUnknownKind += other.ofUnknownKind
        successful += other.successful
    }
}

extension CompletionTally {
    /// Completed / started (D12). Never above 1: where the data give more it is refused, and the caveat says how many
    /// completions have no start.
    func completion(hasStart: Bool, hasCompletion: Bool) -> Measure {
        guard hasStart else { return .absent(.d12, because: .noStartRole) }
        guard hasCompletion else { return .absent(.d12, because: .noCompletion) }
        if started + anonymousStarts > 0, started == 0 {
            return .absent(.d12, because: .startsOfNobody)
        }
        guard started > 0 else { return .absent(.d12, because: .nobodyStarted) }
        guard completed + unmatched <= started else { return refused }
        var measure = Measure.rate(completed, of: started, .d12)
        measure.caveats = completionCaveats
        return measure
    }

    private var refused: Measure {
        Measure(
            value: nil,
            numerator: Double(completed + unmatched),
            denominator: Double(started),
            definition: .d12,
            caveats: [
                .completionsOutnumberStarts(
                    completions: completed + unmatched,
                    starts: started,
                    withoutStart: unmatched,
                    startedBefore: startedBefore
                )
            ]
        )
    }

    private var completionCaveats: [Remark] {
        var caveats: [Remark] = []
        if unmatched > 0 { caveats.append(.completionsWithoutStart(unmatched)) }
        if withoutStartPoint > 0 { caveats.append(.completionsWithoutStartPoint(withoutStartPoint)) }
        if anonymous + anonymousStarts > 0 { caveats.append(.transactionsOfNobody(anonymous + anonymousStarts)) }
        return caveats
    }

    /// Completed on a digital channel / completed (D13, variant B).
    func takeUp(hasCompletion: Bool) -> Measure {
        guard hasCompletion else { return .absent(.d13, because: .noCompletion) }
        guard allCompleted > 0 else { return .absent(.d13, because: .nothingCompleted) }
        guard ofUnknownKind < allCompleted else {
            return .absent(.d13, because: .noChannelKind)
        }
        var measure = Measure.rate(digital, of: allCompleted, .d13)
        if ofUnknownKind > 0 {
            measure.caveats.append(.completionsOfUnknownKind(ofUnknownKind))
        }
        return measure
    }
}

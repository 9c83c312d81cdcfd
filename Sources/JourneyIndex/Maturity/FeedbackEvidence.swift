import JourneyModel

/// A kind of end at which a service may ask for feedback.
struct EndPoint: Hashable, Sendable {
    enum Kind: Int, CaseIterable, Sendable {
        case success, otherCompletion, failure
    }

    let service: Int32
    let kind: Kind

    /// The end point that an event of that meaning is, if any.
    @inline(__always)
    static func kind(of meaning: ServiceRules.Meaning) -> Kind? {
        if meaning.contains(.completes) { return meaning.contains(.otherCompletion) ? .otherCompletion : .success }
        return meaning.contains(.fails) ? .failure : nil
    }
}

extension ColumnarAnalyst {
    /// E4 (D23): kinds of end point that occur in a service in range, and those at which feedback was asked.
    func feedbackEvidence(_ ground: JourneyGround, reached: Set<EndPoint>) -> Evidence {
        let scores = FeedbackScores(self, scope: ground.scope)
        if let dimension = scores.blockedBy {
            return .insufficient(n: nil, because: .feedbackLacks(dimension))
        }
        guard scores.feedback.count > 0 else {
            return .insufficient(n: nil, because: .noFeedback)
        }
        guard !reached.isEmpty else { return .insufficient(n: 0, because: .nothingEnded) }
        let asked = promptedEndPoints(scores, ground)
        let covered = reached.intersection(asked).count
        return .measured(
            value: Double(covered) / Double(reached.count),
            n: reached.count,
            over: .endPointsOf(covered, of: reached.count)
        )
    }

    /// A prompt's end point is told by its outcome, else by the declared part of its touchpoint.
    private func promptedEndPoints(_ scores: FeedbackScores, _ ground: JourneyGround) -> Set<EndPoint> {
        let known = Dictionary(zip(ground.rules.services, Int32(0)...), uniquingKeysWith: { first, _ in first })
        let met = Dictionary(
            zip(source.dimensionIfAny(Dimension.touchpoint)?.values ?? [], Int32(0)...),
            uniquingKeysWith: { first, _ in first }
        )
        let feedback = scores.feedback
        let services = feedback.table(.feedbackService) { $0.flatMap { known[$0] } ?? -1 }
        let touchpoints = feedback.table(.feedbackTouchpoint) { $0.flatMap { met[$0] } ?? -1 }
        let outcomes = feedback.table(.feedbackOutcome) { $0.flatMap(EndPoint.kind(ofOutcome:)) }
        var asked: Set<EndPoint> = []
        for prompt in scores.prompts {
            let row = Int(prompt)
            guard ground.filter.range?.contains(feedback.time[row]) ?? false else { continue }
            let service = services[Int(feedback.service[row]) + 1]
            let touchpoint = touchpoints[Int(feedback.touchpoint[row]) + 1]
            let told = outcomes[Int(feedback.outcome[row]) + 1]
            if let kind = told ?? EndPoint.kind(declared: ground.rules.parts[touchpoint, service]) {
                asked.insert(EndPoint(service: service, kind: kind))
            }
        }
        return asked
    }
}

extension EndPoint {
    /// Nil where the word says nothing.
    fileprivate static func kind(ofOutcome outcome: String) -> Kind? {
        let outcome = outcome.lowercased()
        if Outcome.failed.contains(outcome) { return .failure }
        if Outcome.successful.contains(outcome) { return .success }
        return Outcome.completed.contains(outcome) ? .otherCompletion : nil
    }

    fileprivate static func kind(declared parts: ServiceRules.Meaning) -> Kind? {
        if parts.contains(.failure) { return .failure }
        return parts.contains(.end) ? .success : nil
    }
}

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
            return .insufficient(n: nil, because: "feedback does not say '\(dimension)'")
        }
        guard !source.records.feedback.isEmpty else {
            return .insufficient(n: nil, because: "the store has no feedback")
        }
        guard !reached.isEmpty else { return .insufficient(n: 0, because: "nothing was completed or failed") }
        let asked = promptedEndPoints(scores.prompts, ground)
        let covered = reached.intersection(asked).count
        return .measured(
            value: Double(covered) / Double(reached.count),
            n: reached.count,
            text: "\(covered) of \(reached.count) end points of services"
        )
    }

    /// A prompt's end point is told by its outcome, else by the declared part of its touchpoint.
    private func promptedEndPoints(_ prompts: [FeedbackRecord], _ ground: JourneyGround) -> Set<EndPoint> {
        let services = Dictionary(zip(ground.rules.services, Int32(0)...), uniquingKeysWith: { first, _ in first })
        let touchpoints = Dictionary(
            zip(source.dimensionIfAny(Dimension.touchpoint)?.values ?? [], Int32(0)...),
            uniquingKeysWith: { first, _ in first }
        )
        var asked: Set<EndPoint> = []
        for prompt in prompts where ground.filter.range?.contains(prompt.time.milliseconds) ?? false {
            let service = prompt.service.flatMap { services[$0] } ?? -1
            let touchpoint = prompt.touchpoint.flatMap { touchpoints[$0] } ?? -1
            if let kind = kind(prompt.outcome, ground.rules.parts[touchpoint, service]) {
                asked.insert(EndPoint(service: service, kind: kind))
            }
        }
        return asked
    }

    private func kind(_ outcome: String?, _ parts: ServiceRules.Meaning) -> EndPoint.Kind? {
        if let outcome = outcome?.lowercased() {
            if Outcome.failed.contains(outcome) { return .failure }
            if Outcome.successful.contains(outcome) { return .success }
            if Outcome.completed.contains(outcome) { return .otherCompletion }
        }
        if parts.contains(.failure) { return .failure }
        return parts.contains(.end) ? .success : nil
    }
}

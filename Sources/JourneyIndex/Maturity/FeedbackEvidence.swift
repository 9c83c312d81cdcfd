import JourneyModel

extension ColumnarAnalyst {
    private enum EndKind: Int, CaseIterable {
        case success, otherCompletion, failure
    }

    private struct EndPoint: Hashable {
        let service: Int32
        let kind: EndKind
    }

    /// E4 (D23): kinds of end point that occur in a service in range, and those at which feedback was asked.
    func feedbackEvidence(_ ground: JourneyGround) -> Evidence {
        let scores = FeedbackScores(source, scope: ground.scope)
        if let dimension = scores.blockedBy {
            return .insufficient(n: nil, because: "feedback does not say '\(dimension)'")
        }
        guard !source.records.feedback.isEmpty else {
            return .insufficient(n: nil, because: "the store has no feedback")
        }
        let reached = endPoints(ground)
        guard !reached.isEmpty else { return .insufficient(n: 0, because: "nothing was completed or failed") }
        let asked = promptedEndPoints(scores.prompts, ground)
        let covered = reached.intersection(asked).count
        return .measured(
            value: Double(covered) / Double(reached.count),
            n: reached.count,
            text: "\(covered) of \(reached.count) end points of services"
        )
    }

    private func endPoints(_ ground: JourneyGround) -> Set<EndPoint> {
        let columns = allEvents
        let events = JourneyColumns(columns)
        let mask = ground.filter.mask(of: columns, appliesRange: true)
        let kinds = EndKind.allCases
        var isReached = Array(repeating: false, count: (ground.rules.services.count + 1) * kinds.count)
        for index in 0..<events.count where mask.keeps(index) {
            let service = events.service[index]
            let place = (Int(service) + 1) * kinds.count
            let parts = ground.rules.parts(events.touchpoint[index], service)
            if ground.rules.completes(parts, events.outcome[index], service) {
                let isOther = ground.rules.verdicts[Int(events.outcome[index]) + 1] == .otherCompletion
                isReached[place + (isOther ? EndKind.otherCompletion : .success).rawValue] = true
            } else if ground.rules.fails(parts, events.outcome[index]) {
                isReached[place + EndKind.failure.rawValue] = true
            }
        }
        let places = isReached.indices.filter { isReached[$0] }
        return Set(places.map { EndPoint(service: Int32($0 / kinds.count) - 1, kind: kinds[$0 % kinds.count]) })
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
            if let kind = kind(prompt.outcome, ground.rules.parts(touchpoint, service)) {
                asked.insert(EndPoint(service: service, kind: kind))
            }
        }
        return asked
    }

    private func kind(_ outcome: String?, _ parts: ServiceRules.Part) -> EndKind? {
        if let outcome = outcome?.lowercased() {
            if Outcome.failed.contains(outcome) { return .failure }
            if Outcome.successful.contains(outcome) { return .success }
            if Outcome.completed.contains(outcome) { return .otherCompletion }
        }
        if parts.contains(.failure) { return .failure }
        return parts.contains(.end) ? .success : nil
    }
}

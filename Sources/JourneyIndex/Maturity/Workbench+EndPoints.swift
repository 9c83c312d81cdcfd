import JourneyModel
import Tallies

extension EndPoint.Kind {
    /// The end point that an event of that meaning is, if any.
    @inline(__always)
    init?(_ meaning: ServiceRules.Meaning) {
        if meaning.contains(.completes) {
            self = meaning.contains(.otherCompletion) ? .otherCompletion : .success
        } else if meaning.contains(.fails) {
            self = .failure
        } else {
            return nil
        }
    }

    /// Nil where the word says nothing.
    fileprivate init?(ofOutcome outcome: String) {
        let outcome = outcome.lowercased()
        if Outcome.failed.contains(outcome) {
            self = .failure
        } else if Outcome.successful.contains(outcome) {
            self = .success
        } else if Outcome.completed.contains(outcome) {
            self = .otherCompletion
        } else {
            return nil
        }
    }

    fileprivate init?(declared roles: [TouchpointRole]) {
        if roles.contains(.failure) {
            self = .failure
        } else if roles.contains(.end) {
            self = .success
        } else {
            return nil
        }
    }
}

extension Workbench {
    /// Kinds of end point at which feedback was asked in range (D23). A prompt's end point is told by its outcome, else by the
    /// declared part of its touchpoint.
    func askedEndPoints(_ scores: FeedbackScores, _ ground: JourneyGround) -> Set<EndPoint> {
        let (service, touchpoint) = (
            source.dimensionIfAny(Dimension.service), source.dimensionIfAny(Dimension.touchpoint)
        )
        func known(_ name: String?, _ dimension: IndexedDimension?) -> ValueName {
            guard let name, dimension?.hasValue(name) ?? false else { return .missing }
            return ValueName(name)
        }
        let feedback = scores.feedback
        let services = feedback.table(.feedbackService) { known($0, service) }
        let roles = Dictionary(grouping: source.roles) { $0.touchpoint }
        let channels = feedback.table(.feedbackChannel) { $0 }
        let touchpoints = feedback.table(.feedbackTouchpoint) { known($0, touchpoint).name.flatMap { roles[$0] } ?? [] }
        let outcomes = feedback.table(.feedbackOutcome) { $0.flatMap(EndPoint.Kind.init(ofOutcome:)) }
        var asked: Set<EndPoint> = []
        for prompt in scores.prompts {
            let row = Int(prompt)
            guard ground.isInRange(feedback.time[row]) else { continue }
            let service = services[Int(feedback.service[row]) + 1]
            let declared = touchpoints[Int(feedback.touchpoint[row]) + 1].filter { role in
                role.holds(in: service.name) && role.holds(on: channels[Int(feedback.channel[row]) + 1])
            }
            let told = outcomes[Int(feedback.outcome[row]) + 1]
            if let kind = told ?? EndPoint.Kind(declared: declared.map(\.role)) {
                asked.insert(EndPoint(service: service, kind: kind))
            }
        }
        return asked
    }
}

/// Which funnel is shown where nobody has chosen one (this project's own rule).
///
/// It is asked of the whole store, whatever the period and the filters are: the steps stay the same while these change.
public struct FirstFunnelQuestion: Question, Codable {
    public typealias Answer = FirstFunnel

    public init() {}
}

/// Where the steps of a first funnel come from, in the order in which they are looked for: the first source that has at
/// least two steps gives them.
public enum FirstFunnelSource: String, CaseIterable, Codable, Hashable, Sendable {
    /// The first funnel that somebody has declared, as it is; else that of the service with the most starts.
    case declared
    /// The roles of touchpoints (D12), of the service with the most starts.
    case roles
    /// What most who finish do, over whole journeys (D10).
    case journeys
}

/// The funnel that is shown where nobody has chosen one. No step of it is one that most who finish do not take, unless it was
/// declared.
public struct FirstFunnel: Answer, Codable {
    /// A step, and who of those who finish takes it.
    public struct Step: Codable, Hashable, Sendable {
        public var step: FunnelStep
        /// Journeys that finish and take it / journeys that finish (D10); absent where none finishes.
        public var taken: Measure
        /// Whether a role names it; else whole journeys suggest it.
        public var isDeclared: Bool

        public init(step: FunnelStep, taken: Measure, isDeclared: Bool) {
            self.step = step
            self.taken = taken
            self.isDeclared = isDeclared
        }
    }

    /// Nil where nothing suggests a funnel; then there are no steps.
    public var source: FirstFunnelSource?
    /// In their order; none or at least two.
    public var path: [Step]
    /// The service whose roles these are; nil where it is of all services, or of events that name none.
    public var service: String?
    /// What the funnel is called, and the time it allows, where it was declared.
    public var name: String?
    public var within: Milliseconds?
    /// Journeys that finish (D10): completed by the rules (D12), or, where nothing is completed, those that get to the last
    /// step.
    public var finished: Int
    /// What a role names and fewer than half of those who finish take.
    public var leftOut: [String]

    public init(
        source: FirstFunnelSource? = nil,
        path: [Step] = [],
        service: String? = nil,
        finished: Int = 0,
        leftOut: [String] = []
    ) {
        self.source = source
        self.path = path
        self.service = service
        self.finished = finished
        self.leftOut = leftOut
    }

    public var population: Receipt? { nil }
    public var steps: [FunnelStep] { path.map(\.step) }

    /// Where the steps come from, in words; none where there are no steps.
    public var remarks: [Remark] {
        guard let source else { return [] }
        let left: [Remark] = leftOut.isEmpty ? [] : [.stepsLeftOut(leftOut)]
        switch source {
        case .declared: return [.stepsDeclared(name, service)]
        case .journeys: return [.stepsSuggested(finished)]
        case .roles:
            let between = path.filter { !$0.isDeclared }.map(\.step.name)
            return [.stepsByRoles(service)] + (between.isEmpty ? [] : [.stepsBetween(between, finished)]) + left
        }
    }
}

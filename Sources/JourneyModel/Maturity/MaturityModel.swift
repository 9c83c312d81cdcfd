/// The five stages of citizen experience and what each asks for (D24). The targets are defaults: an owner may edit them.
public struct MaturityModel: Codable, Hashable, Sendable {
    /// Names of the stages, the first of them stage 1.
    public var stages: [String]
    /// In the order of the stages.
    public var criteria: [Criterion]
    /// Attested, shown beside the stages, not gating.
    public var enablers: [Criterion]

    public init(stages: [String], criteria: [Criterion], enablers: [Criterion]) {
        self.stages = stages
        self.criteria = criteria
        self.enablers = enablers
    }

    public func criteria(ofStage number: Int) -> [Criterion] {
        criteria.filter { $0.stage == number }
    }

    /// The least span of data that a measurement needs (D24).
    public static let minimumSpan: Milliseconds = 90 * .day

    /// The table of D24 with its default targets.
    public static let fiveStages = MaturityModel(
        stages: [
            "Initial", "Enhanced interaction", "Personalization and automation", "Omni-channel excellence",
            "Continuous innovation",
        ],
        criteria: initial + enhanced + personal + omniChannel + innovation,
        enablers: [
            enabler(.leadership, "leadership commitment"),
            enabler(.collaboration, "cross-agency collaboration"),
            enabler(.privacy, "privacy and security"),
            enabler(.agile, "agile delivery"),
            enabler(.feedback, "citizen feedback"),
        ]
    )

    private static func enabler(_ id: CriterionID, _ name: String) -> Criterion {
        Criterion(
            id,
            stage: 0,
            name,
            target: 100,
            isShare: false,
            measuredBy: "attested evidence",
            advice: "Record the evidence with its owner, date and expiry."
        )
    }
}

extension MaturityModel {
    private static let initial = [
        Criterion(
            .i1,
            stage: 1,
            "services with digital information",
            target: 0.90,
            measuredBy: "services with an information event on a digital channel in the last 90 days / services",
            minimumCount: 1,
            advice: "Put information about every service online."
        ),
        Criterion(
            .i2,
            stage: 1,
            "services with a digital transaction started",
            target: 0.25,
            measuredBy: "services with a start event on a digital channel in the last 90 days / services",
            minimumCount: 1,
            advice: "Let people start more services online."
        ),
        Criterion(
            .i3,
            stage: 1,
            "events attributed to a service and a channel",
            target: 0.95,
            measuredBy: "events with a service and a channel / events (D27)",
            advice: "Map the service and the channel of every source."
        ),
    ]

    private static let enhanced = [
        Criterion(
            .e1,
            stage: 2,
            "services with a digital form completed",
            target: 0.60,
            measuredBy: "services with a transaction completed on a digital channel / services (D12)",
            minimumCount: 1,
            advice: "Bring the forms of the services without one online."
        ),
        Criterion(
            .e2,
            stage: 2,
            "completion rate",
            target: 0.70,
            measuredBy: "transactions completed within 28 days / transactions started whose 28 days are over (D12)",
            advice: "Mend the step at which most people leave."
        ),
        Criterion(
            .e3,
            stage: 2,
            "self-service resolution",
            target: 0.75,
            measuredBy:
                "digital completions without an assisted contact on the service in 7 days / digital completions",
            advice: "Answer online what people phone about after they finish."
        ),
        Criterion(
            .e4,
            stage: 2,
            "feedback asked at success and failure",
            target: 0.80,
            measuredBy:
                "kinds of end point of a service (success, other completion, failure) with a prompt / all (D23)",
            minimumCount: 1,
            advice: "Ask for feedback on error pages too, not only after success."
        ),
    ]

    private static let personal = [
        Criterion(
            .p1,
            stage: 3,
            "preference captured",
            target: 0.60,
            measuredBy: "people contacted with a channel preference on record / people contacted (D16)",
            advice: "Ask people how they want to be reached."
        ),
        Criterion(
            .p2,
            stage: 3,
            "preference used",
            target: 0.60,
            measuredBy: "contacts routed by the preference / contacts to people who gave one (D16)",
            advice: "Route notices by the preference on record."
        ),
        Criterion(
            .p3,
            stage: 3,
            "honoured beyond chance",
            target: 0.6,
            isShare: false,
            measuredBy: "kappa of preferred against used channel (D16)",
            advice: "Send on the channel each person chose, not on one channel to all."
        ),
        Criterion(
            .p4,
            stage: 3,
            "consent on record; contacts after withdrawal",
            target: 0.90,
            companion: .init(name: "contacts after withdrawal", target: 0, isShare: false, lowerIsBetter: true),
            measuredBy: "people with consent granted / people asked; any contact after a withdrawal fails it (D17)",
            advice: "Stop contacting people who withdrew consent."
        ),
        Criterion(
            .p5,
            stage: 3,
            "tailored communications",
            target: 0.40,
            measuredBy: "outbound contacts tailored with consent / outbound contacts (D22)",
            advice: "Tailor notices to what people said they want to hear about."
        ),
        Criterion(
            .p6,
            stage: 3,
            "automated steps",
            target: 0.50,
            measuredBy: "steps of transactions done by a system / steps done by a system or staff",
            advice: "Automate the steps that staff repeat most."
        ),
    ]

    private static let omniChannel = [
        Criterion(
            .o1,
            stage: 4,
            "channels linked",
            target: 0.80,
            measuredBy: "people with one case on several channels / people with several channels in a service (D20)",
            advice: "Carry one case id across channels."
        ),
        Criterion(
            .o2,
            stage: 4,
            "completion alike on all channels",
            target: 0.9,
            isShare: false,
            measuredBy: "consistency index of completion by channel of start, worst of the ten largest services (D20)",
            advice: "Bring the worst channel of that service up to the others."
        ),
        Criterion(
            .o3,
            stage: 4,
            "hand-offs completed; asked again",
            target: 0.80,
            companion: .init(name: "asked again", target: 0.10, isShare: true, lowerIsBetter: true),
            measuredBy: "hand-offs completed within 28 days / hand-offs; hand-offs that ask again (D20)",
            advice: "Pass on what people gave already when they change channel."
        ),
        Criterion(
            .o4,
            stage: 4,
            "completion alike for all groups",
            target: 0.9,
            isShare: false,
            measuredBy: "completion of the worst group / of the rest, over person traits, groups of 10 or more (D21)",
            advice: "Find out what stops the worst-served group."
        ),
        Criterion(
            .o5,
            stage: 4,
            "services that can be completed on three channels",
            target: 0.60,
            measuredBy: "services with completions on three or more channels / services",
            minimumCount: 1,
            advice: "Let people finish on the channel they are on."
        ),
    ]

    private static let innovation = [
        Criterion(
            .c1,
            stage: 5,
            "feedback closed",
            target: 0.60,
            measuredBy: "people told what was done / feedback received (D23)",
            advice: "Record what was done about feedback, and tell people."
        ),
        Criterion(
            .c2,
            stage: 5,
            "experiments concluded a quarter",
            target: 2,
            isShare: false,
            measuredBy: "experiments with a plan, a passed check of the split and a conclusion / quarters (D7)",
            minimumCount: 1,
            advice: "Plan and conclude two experiments a quarter."
        ),
        Criterion(
            .c3,
            stage: 5,
            "proactive contacts that prevented demand",
            target: 1,
            isShare: false,
            measuredBy: "services with an intervention whose interval leaves out 0 (D19)",
            minimumCount: 1,
            advice: "Tell people before they have to ask, and measure it."
        ),
        Criterion(
            .c4,
            stage: 5,
            "sustained improvement",
            target: 0.50,
            measuredBy: "services whose completion improved beyond its interval over four quarters / services (D12)",
            minimumCount: 1,
            advice: "Keep improving completion in every service."
        ),
    ]
}

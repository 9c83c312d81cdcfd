import JourneyIndex
import JourneyModel
import TestSupport
import Testing

/// Every answer to every question over random towns, looked through number by number: slow, and knowing nothing of how the
/// answers are protected.
@Suite("Answers in public (D25)")
struct PublicAnalystTests {
    /// What counts no people and nothing that people did: places in a list, services, versions.
    private static let structural: Set<String> = [
        "query", "scope", "period", "survey", "stage", "next", "number", "horizon", "first", "last", "window", "from",
        "to", "asOf", "targets", "weekday", "expires", "valuesLeftOut",
    ]

    private static let ofServices = Set(MaturityModel.fiveStages.criteria.filter { $0.minimumCount == 1 }.map(\.id))

    /// The whole numbers in `value`, by the path that leads to each.
    private static func counts(_ value: Any, _ path: String = "") -> [(path: String, count: Int)] {
        if let count = value as? Int { return [(path, count)] }
        // How many services there are says nothing of people.
        if let criterion = value as? CriterionResult, ofServices.contains(criterion.id) { return [] }
        if value is String || value is Double || value is Timestamp { return [] }
        return Mirror(reflecting: value).children.flatMap { child -> [(path: String, count: Int)] in
            let name = child.label ?? ""
            return structural.contains(name) ? [] : counts(child.value, path + "." + name)
        }
    }

    private static func measures(_ value: Any) -> [Measure] {
        if let measure = value as? Measure { return [measure] }
        return Mirror(reflecting: value).children.flatMap { child in
            structural.contains(child.label ?? "") ? [] : measures(child.value)
        }
    }

    /// Whose figures are asked for by groups: one of each kind there is.
    private static let groups: [SubjectGroup] = [
        .unfinished(service: "housing"), .notOnline(service: "housing"), .dissatisfied(service: "housing"),
        .leaked(service: "housing"), .preferenceMissing, .preferenceNotUsed, .preferenceNotHonoured(channel: nil),
        .preferenceNotHonoured(channel: "sms"), .contactedAfterWithdrawal,
        .traitGroup(trait: "person.band", value: "old"),
    ]

    /// Those that say much of these towns, and every tallied one there is, whoever added it.
    private static func questions(_ seed: UInt64) -> [any Question] {
        let steps = ["start", "form", "done"].map { FunnelStep(touchpoint: $0) }
        let chosen: [any Question] = [
            FunnelQuery(steps: steps, window: 20 * .day, breakdown: "channel"),
            FunnelQuery(steps: steps, entry: .every, breakdown: "person.band"),
            PathsQuery(top: 500),
            BranchesQuery(path: ["start"]),
            VariantsQuery(scope: Scope(unit: .session), top: 500),
            ChannelsQuery(every: .week),
            IndicatorsQuery(every: .week),
            EquityQuery(trait: "person.band"),
            OverviewQuery(
                before: TimeRange(to: Timestamp(milliseconds: 40 * .day)),
                targets: Targets(completion: 1)
            ),
        ]
        let dimension = seed % 2 == 0 ? "person.band" : "channel"
        let figures: [any Question] = Self.groups.map { GroupFiguresQuery(group: $0, by: dimension) }
        var random = SplitMix64(seed: seed)
        let funnel = FunnelQuery(steps: steps, window: 20 * .day)
        return chosen + figures + [FunnelRulesQuery(funnel: funnel)] + talliedQuestions(Scope(), &random)
    }

    /// What cannot be answered as it was put says no number.
    private static func answers(_ analyst: any JourneyAnalyst, _ seed: UInt64) async throws -> [any Answer] {
        var answers: [any Answer] = []
        for question in questions(seed) {
            do { answers.append(try await analyst.answer(question)) } catch is AnalysisError { continue }
        }
        return answers
    }

    private static let policies = [
        DisclosurePolicy(), DisclosurePolicy(threshold: 3), DisclosurePolicy(threshold: 4, rounding: .midpointSix),
        DisclosurePolicy(threshold: 5, zero: .shown),
    ]

    @Test(
        "No count from 1 to k - 1 is anywhere in any answer",
        arguments: 1...6 as ClosedRange<UInt64>,
        [40, 220, 900]
    )
    func noSmallCount(_ seed: UInt64, _ events: Int) async throws {
        let analyst = ColumnarAnalyst(RandomTown(seed: seed, events: events).builder.snapshot())
        for policy in Self.policies {
            // A memory for each, so that nothing is refused.
            for answer in try await Self.answers(Forgetful(analyst, policy), seed) {
                for (path, count) in Self.counts(answer) where !count.isHidden {
                    #expect(!(1..<policy.threshold).contains(count), "\(type(of: answer))\(path)")
                }
                for measure in Self.measures(answer) {
                    for count in [measure.numerator, measure.denominator].compactMap(\.self) {
                        #expect(count == 0 || count >= Double(policy.threshold), "\(type(of: answer)) \(measure)")
                    }
                    guard measure.definition != .d14, measure.definition != .d16 || measure.denominator != nil,
                        let value = measure.value
                    else { continue }
                    #expect(abs(value * 100 - (value * 100).rounded()) < 1e-6, "\(type(of: answer)) \(measure)")
                }
            }
        }
    }

    @Test("The rows of the exact answers have such counts, or the test above could not fail")
    func exactAnswersHaveThem() async throws {
        let analyst = ColumnarAnalyst(RandomTown(seed: 1, events: 220).builder.snapshot())
        var found: Set<String> = []
        for answer in try await Self.answers(analyst, 1)
        where Self.counts(answer).contains(where: { (1..<10).contains($0.count) }) {
            found.insert("\(type(of: answer))")
        }
        #expect(found.count >= 11, "\(found.sorted())")
    }

    @Test("Protecting twice is protecting once", arguments: 1...4 as ClosedRange<UInt64>)
    func twice(_ seed: UInt64) async throws {
        let analyst = ColumnarAnalyst(RandomTown(seed: seed, events: 600).builder.snapshot())
        let policy = DisclosurePolicy(threshold: 4)
        func check(_ answer: some Answer) throws {
            let once = try answer.protected(by: policy)
            let twice = try once.protected(by: policy)
            #expect(once != answer)
            #expect(twice == once)
        }
        for answer in try await Self.answers(analyst, seed) {
            // Where nobody is counted there is nothing to protect either.
            if let figures = answer as? GroupFiguresResult, figures.rows.isEmpty { continue }
            // Where nothing suggests a funnel there is nothing to protect.
            if let first = answer as? FirstFunnel, first.source == nil { continue }
            try check(answer)
        }
    }

    @Test("Nobody is listed, whatever the group")
    func nobody() async throws {
        let analyst = ColumnarAnalyst(RandomTown(seed: 3).builder.snapshot())
        let guarded = PublicAnalyst(analyst, policy: DisclosurePolicy(), shown: ShownPopulations())
        await #expect(throws: AnalysisError.self) {
            try await guarded.answer(SubjectsQuery(group: .unfinished(service: "housing")))
        }
    }

    @Test("A trait that names people is not offered, and its groups have no names")
    func namingTrait() async throws {
        var town = RandomTown(seed: 5, events: 400)
        for person in 0..<12 {
            town.builder.side.append(
                .personTrait(person: "p\(person)", trait: NamedValue("email", "p\(person)@example.org"))
            )
        }
        let analyst = ColumnarAnalyst(town.builder.snapshot())
        let guarded = PublicAnalyst(analyst, policy: DisclosurePolicy(threshold: 3), shown: ShownPopulations())
        #expect(try await analyst.answer(CatalogQuestion()).values(of: "person.email").count == 12)
        #expect(try await guarded.answer(CatalogQuestion()).values(of: "person.email").isEmpty)
        let equity = try await guarded.answer(EquityQuery(trait: "person.email"))
        #expect(equity.groups.map(\.value) == ["(small groups)"])
        let steps = ["start", "done"].map { FunnelStep(touchpoint: $0) }
        let funnel = try await guarded.answer(FunnelQuery(steps: steps, breakdown: "person.email"))
        #expect(funnel.groups.map(\.value) == ["(small groups)"])
    }

    /// Protects every answer as a session of its own.
    private struct Forgetful: JourneyAnalyst {
        private let analyst: ColumnarAnalyst
        private let policy: DisclosurePolicy

        init(_ analyst: ColumnarAnalyst, _ policy: DisclosurePolicy) {
            self.analyst = analyst
            self.policy = policy
        }

        private var guarded: PublicAnalyst { PublicAnalyst(analyst, policy: policy, shown: ShownPopulations()) }

        func answer<Asked: Question>(_ question: Asked) async throws -> Asked.Answer {
            if let composed = question as? any ComposedQuestion,
                let answer = try await composed.answer(from: self) as? Asked.Answer
            {
                return try answer.protected(by: policy)
            }
            return try await guarded.answer(question)
        }
    }
}

import JourneyIndex
import JourneyModel
import TestSupport
import Testing

@Suite("The people behind a figure")
struct SubjectsTests {
    private static let ranges: [TimeRange] = [
        .all,
        TimeRange(from: Timestamp(milliseconds: 18 * .day), to: Timestamp(milliseconds: 42 * .day)),
        TimeRange(from: Timestamp(milliseconds: 9 * .day), to: Timestamp(milliseconds: 8 * .day)),
    ]

    private static var groups: [SubjectGroup] {
        let services = RandomTown.services + [Dimension.notSet]
        return services.flatMap { service -> [SubjectGroup] in
            [
                .unfinished(service: service), .notOnline(service: service), .dissatisfied(service: service),
                .leaked(service: service),
            ]
        } + [
            .preferenceMissing, .preferenceNotUsed, .preferenceNotHonoured(channel: nil),
            .preferenceNotHonoured(channel: "sms"), .contactedAfterWithdrawal,
            .traitGroup(trait: "person.band", value: "young"), .traitGroup(trait: "person.band", value: "old"),
        ]
    }

    /// A town where some said what they thought, one of them somebody of whom nothing else is known.
    private func town(_ seed: Int, naming: RandomTown.Naming) -> SnapshotBuilder {
        var town = RandomTown(seed: UInt64(seed) + 7000, naming: naming, declares: seed % 2 > 0)
        var random = SplitMix64(seed: UInt64(seed))
        for _ in 0..<40 {
            let number = Int.random(in: 0..<16, using: &random)
            let person = number < 12 ? "p\(number)" : number == 12 ? "stranger" : nil
            let feedback = FeedbackRecord(
                time: Timestamp(milliseconds: Int64.random(in: 0..<1920, using: &random) * .hour),
                person: person,
                service: Int.random(in: 0..<8, using: &random) == 0
                    ? nil : RandomTown.services.randomElement(using: &random),
                score: Double(Int.random(in: 0...6, using: &random))
            )
            town.builder.side.append(.feedback(feedback))
        }
        // Who is withheld has a test of its own.
        town.builder.side.removeAll { ConsentRecord(of: $0)?.purpose == "analytics" }
        return town.builder
    }

    @Test("every group against the rule as written, to the name", arguments: RandomTown.Naming.allCases, Seeds.first(2))
    func random(naming: RandomTown.Naming, seed: Int) async throws {
        let town = town(seed, naming: naming)
        let analyst = ColumnarAnalyst(town.snapshot())
        let hasPeople = town.records.contains { $0.person != nil }
        for range in Self.ranges {
            let reference = ReferenceGroups(town, range)
            for group in Self.groups where hasPeople || group.definitions != [.d16] && group.definitions != [.d17] {
                // Without an event of theirs the store has no value of a trait to look for.
                if case .traitGroup = group, naming != .both && naming != .persons { continue }
                let query = SubjectsQuery(scope: Scope(range: range), group: group, top: 1000, showsNames: true)
                let result = try await analyst.answer(query)
                let expected = reference.members(group)
                #expect(Set(result.subjects.compactMap(\.name)) == expected.names, "\(group) in \(range)")
                #expect(result.total == expected.names.count + expected.unnamed, "\(group) in \(range)")
                #expect(result.subjects.count == result.total)
                checkHistories(result, town)
            }
        }
    }

    /// What is said of each, from the records.
    private func checkHistories(_ result: SubjectsResult, _ town: SnapshotBuilder) {
        for subject in result.subjects {
            guard let name = subject.name, result.receipt.unit == .person, name.hasPrefix("p") else { continue }
            let own = town.records.enumerated().filter { $0.element.person == name }
                .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
            #expect(subject.events == own.count)
            #expect(subject.first == own.first?.time)
            #expect(subject.last == own.last?.time)
            #expect(subject.lastTouchpoint == own.last?.named(Dimension.touchpoint))
            #expect(subject.lastChannel == own.last?.named(Dimension.channel))
        }
    }

    @Test("every gap of the Overview counts whom its list has", arguments: 0..<20)
    func gaps(seed: Int) async throws {
        let analyst = ColumnarAnalyst(town(seed, naming: .both).snapshot())
        for range in Self.ranges.prefix(2) {
            let scope = Scope(range: range)
            let overview = try await analyst.answer(OverviewQuery(scope: scope, targets: Targets(leak: 0)))
            #expect(!overview.gaps.isEmpty)
            for gap in overview.gaps {
                let result = try await analyst.answer(SubjectsQuery(scope: scope, group: gap.group))
                #expect(result.total == gap.people, "\(gap.title) in \(range)")
            }
        }
    }

    @Test("the first few are the beginning of the whole, in each order", arguments: SubjectsQuery.Order.allCases, 0..<4)
    func orders(order: SubjectsQuery.Order, seed: Int) async throws {
        let analyst = ColumnarAnalyst(town(seed, naming: .both).snapshot())
        for group in Self.groups {
            func list(_ top: Int) async throws -> SubjectsResult {
                try await analyst.answer(SubjectsQuery(group: group, top: top, order: order, showsNames: true))
            }
            let all = try await list(1000)
            for top in [1, 2, 3, 5] {
                let some = try await list(top)
                #expect(some.total == all.total)
                #expect(some.subjects == Array(all.subjects.prefix(top)))
            }
            let ranks = all.subjects.map { subject in
                switch order {
                case .recent: (subject.last ?? subject.since)?.milliseconds ?? 0
                case .reason: subject.since?.milliseconds ?? 0
                case .events: Int64(subject.events)
                }
            }
            #expect(ranks == ranks.sorted(by: >))
            for (one, next) in zip(all.subjects.indices, all.subjects.indices.dropFirst())
            where ranks[one] == ranks[next] {
                #expect(all.subjects[one].name ?? "~" <= all.subjects[next].name ?? "~")
            }
        }
    }

    @Test("filters and the as-of time keep what they keep of the figure")
    func scopes() async throws {
        let analyst = ColumnarAnalyst(town(3, naming: .both).snapshot())
        let scopes = [
            Scope(filters: [Filter(dimension: Dimension.channel, values: ["web", "phone"])]),
            Scope(filters: [Filter(dimension: "person.band", values: ["young"])]),
            Scope(asOf: Timestamp(milliseconds: 40 * .day)),
        ]
        for scope in scopes {
            for gap in try await analyst.answer(OverviewQuery(scope: scope)).gaps {
                let result = try await analyst.answer(SubjectsQuery(scope: scope, group: gap.group))
                #expect(result.total == gap.people, "\(gap.title) in \(scope)")
            }
        }
    }

    @Test("names only where they are asked for; cases by their numbers")
    func names() async throws {
        var builder = SnapshotBuilder()
        builder.add(person: "Ada Lovelace", time: 0, "start", [Dimension.service: "housing"])
        builder.side.append(.touchpointRole(touchpoint: "start", service: nil, role: .start))
        let group = SubjectGroup.unfinished(service: "housing")
        let people = ColumnarAnalyst(builder.snapshot())
        let hidden = try await people.answer(SubjectsQuery(group: group))
        #expect(hidden.subjects.map(\.name) == [Pseudonym.of("Ada Lovelace", store: 0)])
        let shown = try await people.answer(SubjectsQuery(group: group, showsNames: true))
        #expect(shown.subjects.map(\.name) == ["Ada Lovelace"])

        var cases = SnapshotBuilder()
        cases.add(case: "2025-0017", time: 0, "start", [Dimension.service: "housing"])
        cases.side = builder.side
        let result = try await ColumnarAnalyst(cases.snapshot()).answer(SubjectsQuery(group: group))
        #expect(result.receipt.unit == .case)
        #expect(result.subjects.map(\.name) == ["2025-0017"])
    }

    @Test("who has not agreed to analytics counts and is not listed")
    func withheld() async throws {
        var builder = SnapshotBuilder()
        builder.side.append(.touchpointRole(touchpoint: "start", service: nil, role: .start))
        for person in ["agreed", "silent", "withdrew", "refused"] {
            builder.add(person: person, time: 0, "start", [Dimension.service: "housing"])
        }
        let group = SubjectGroup.unfinished(service: "housing")
        let open = try await ColumnarAnalyst(builder.snapshot()).answer(SubjectsQuery(group: group))
        #expect([open.total, open.withheld, open.subjects.count] == [4, 0, 4])

        func consent(_ person: String, _ time: Int64, _ status: ConsentRecord.Status) {
            let time = Timestamp(milliseconds: time)
            builder.side.append(
                .consent(ConsentRecord(person: person, time: time, status: status, purpose: "analytics"))
            )
        }
        consent("agreed", 1, .granted)
        consent("withdrew", 1, .granted)
        consent("withdrew", 2, .withdrawn)
        consent("refused", 1, .denied)
        let analyst = ColumnarAnalyst(builder.snapshot())
        let result = try await analyst.answer(SubjectsQuery(group: group, showsNames: true))
        #expect([result.total, result.withheld] == [4, 3])
        #expect(result.subjects.map(\.name) == ["agreed"])
        let funnel = FunnelQuery(steps: [FunnelStep(touchpoint: "start")])
        let converted = try await analyst.answer(SubjectsQuery(group: .funnel(funnel, .converted), showsNames: true))
        #expect(converted.total == 4)
        #expect(converted.subjects.map(\.name) == ["agreed"])
    }

    @Test("a service, channel or value that nothing has is nobody; a trait that there is not is an error")
    func unknown() async throws {
        let analyst = ColumnarAnalyst(town(1, naming: .both).snapshot())
        let groups: [SubjectGroup] = [
            .unfinished(service: "x"), .notOnline(service: "x"), .leaked(service: "x"), .dissatisfied(service: "x"),
            .preferenceNotHonoured(channel: "x"), .traitGroup(trait: "person.band", value: "x"),
        ]
        for group in groups {
            #expect(try await analyst.answer(SubjectsQuery(group: group)).total == 0)
        }
        await #expect(throws: AnalysisError.self) {
            try await analyst.answer(SubjectsQuery(group: .traitGroup(trait: "person.x", value: "y")))
        }
    }

    @Test("a question whose task is cancelled ends without an answer")
    func cancelled() async throws {
        let analyst = ColumnarAnalyst(town(1, naming: .both).snapshot())
        for group in Self.groups where group.definitions != [.d15] {
            await #expect(throws: CancellationError.self) {
                try await Task {
                    withUnsafeCurrentTask { $0?.cancel() }
                    _ = try await analyst.answer(SubjectsQuery(group: group))
                }.value
            }
        }
    }
}

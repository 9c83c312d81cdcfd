import JourneyModel
import TestSupport
import Testing

@testable import JourneyIndex

@Suite("The first funnel of random towns")
struct FirstFunnelRandomTests {
    /// A town with roles and outcomes, with some of them, with none.
    private func town(_ seed: Int) -> SnapshotBuilder {
        let naming = RandomTown.Naming.allCases[seed % 4]
        var builder = RandomTown(
            seed: UInt64(seed),
            declaresEnd: seed % 3 > 0,
            naming: naming,
            declares: seed % 10 == 6
        )
        .builder
        guard seed % 2 == 0 else { return builder }
        builder.side.removeAll { if case .touchpointRole = $0 { true } else { false } }
        guard seed % 4 == 0 else { return builder }
        var bare = SnapshotBuilder()
        for var record in builder.records {
            record.dimensions.removeAll { $0.name == Dimension.outcome }
            bare.add(record)
        }
        return bare
    }

    @Test(
        "no step is one that most who finish do not take, and the steps are in the order of most",
        arguments: Seeds.first(80)
    )
    func steps(seed: Int) async throws {
        let builder = town(seed)
        let funnel = try await ColumnarAnalyst(builder.snapshot()).answer(FirstFunnelQuestion())
        let reference = ReferenceRoutes(builder)
        let finishing = reference.finishing(funnel)
        #expect(funnel.finished == finishing.count, "seed \(seed): \(funnel)")
        #expect(funnel.source == nil ? funnel.path.isEmpty : funnel.path.count > 1)
        for step in funnel.path {
            let taken = finishing.count { ReferenceRoutes.place(of: step.step, in: $0) != nil }
            #expect(step.taken.numerator.map { Int($0) } == taken, "seed \(seed): \(step)")
            #expect(finishing.isEmpty || taken * 2 >= finishing.count, "seed \(seed): \(step)")
        }
        let alike = reference.finishingAlike(funnel)
        for name in funnel.leftOut {
            let step = try FunnelStep(parsing: name)
            #expect(
                [finishing, alike].contains { routes in
                    routes.count { ReferenceRoutes.place(of: step, in: $0) != nil } * 2 < routes.count
                }
            )
        }
        if funnel.source == .roles {
            for step in funnel.steps.dropFirst().dropLast()
            where step.alternatives.count == 1 && step.alternatives.allSatisfy(\.filters.isEmpty) {
                let taken = alike.count { ReferenceRoutes.place(of: step, in: $0) != nil }
                #expect(taken * 2 >= alike.count, "seed \(seed): \(step)")
            }
        }
        guard funnel.source == .journeys else { return }
        for (step, next) in zip(funnel.steps, funnel.steps.dropFirst()) {
            let places = finishing.compactMap { route -> Bool? in
                guard let first = ReferenceRoutes.place(of: step, in: route),
                    let second = ReferenceRoutes.place(of: next, in: route)
                else { return nil }
                return first < second
            }
            #expect(places.count { $0 } * 2 >= places.count, "seed \(seed): \(step.name), \(next.name)")
        }
    }

    @Test("roles are those of the service with the most starts, in their order", arguments: Seeds.first(40))
    func roles(seed: Int) async throws {
        let builder = RandomTown(seed: UInt64(seed), declaresEnd: seed % 3 > 0).builder
        let funnel = try await ColumnarAnalyst(builder.snapshot()).answer(FirstFunnelQuestion())
        guard funnel.source == .roles else { return }
        let routes = ReferenceRoutes(builder).routes.filter(\.isStarted)
        let starts = Dictionary(grouping: routes, by: \.service).mapValues(\.count)
        #expect(starts[funnel.service] == starts.values.max(), "seed \(seed): \(funnel)")
        let declared = funnel.path.filter(\.isDeclared).map(\.step.name)
        #expect(declared == ["start", "done"].filter(declared.contains))
        #expect(!funnel.steps.contains { $0.name == "oops" || $0.name == "info" && declared.contains("info") })
    }

    @Test("nothing is suggested only where nothing can be", arguments: 0..<80)
    func nothing(seed: Int) async throws {
        let builder = RandomTown(seed: UInt64(seed), events: seed % 12, naming: .persons).builder
        let funnel = try await ColumnarAnalyst(builder.snapshot()).answer(FirstFunnelQuestion())
        guard funnel.source == nil else { return }
        let completed = ReferenceRoutes(builder).routes.filter(\.isCompleted).map(\.touchpoints)
        let common = Set(completed.joined()).subtracting(["oops"]).filter { touchpoint in
            completed.count { $0.contains(touchpoint) } * 2 >= completed.count
        }
        #expect(common.count < 3, "seed \(seed): \(common)")
    }

    @Test("the steps are the same whatever the period, the filters and the unit", arguments: 0..<40)
    func sameSteps(seed: Int) async throws {
        let analyst = ColumnarAnalyst(town(seed).snapshot())
        let first = try await analyst.answer(FirstFunnelQuestion())
        guard first.source != nil else { return }
        var random = SplitMix64(seed: UInt64(seed))
        for _ in 0..<5 {
            var scope = randomScope(&random)
            scope.filters.removeAll { $0.dimension == "chanel" || $0.dimension == "case.priority" }
            scope.unit = nil
            let result = try await analyst.funnel(FunnelQuery(scope: scope, steps: []))
            #expect(result.query.steps == first.steps && result.first == first)
            #expect(Array(result.receipt.notes.prefix(first.remarks.count)) == first.remarks)
        }
    }
}

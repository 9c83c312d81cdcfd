import JourneyModel
import TestSupport
import Testing

@testable import JourneyIndex

@Suite("The first funnel")
struct FirstFunnelTests {
    /// Journeys of persons, an hour between two events; a person's outcome is that of the last event.
    private func store(
        _ journeys: [(path: [String], people: Int)],
        service: String? = nil,
        roles: [(String, TouchpointRole)] = [],
        outcome: String? = nil
    ) -> SnapshotBuilder {
        var builder = SnapshotBuilder()
        add(journeys, service: service, outcome: outcome, to: &builder)
        for (touchpoint, role) in roles {
            builder.side.append(.touchpointRole(touchpoint: touchpoint, service: service, role: role))
        }
        return builder
    }

    private func add(
        _ journeys: [(path: [String], people: Int)],
        service: String?,
        outcome: String? = nil,
        to builder: inout SnapshotBuilder
    ) {
        for (number, journey) in journeys.enumerated() {
            for person in 0..<journey.people {
                for (place, touchpoint) in journey.path.enumerated() {
                    var dimensions: [String: String] = [:]
                    dimensions[Dimension.service] = service
                    if place == journey.path.count - 1 { dimensions[Dimension.outcome] = outcome }
                    builder.add(
                        person: "\(service ?? "") \(number) \(person)",
                        time: Int64(place) * .hour,
                        touchpoint,
                        dimensions
                    )
                }
            }
        }
    }

    private func first(_ builder: SnapshotBuilder) async throws -> FirstFunnel {
        try await ColumnarAnalyst(builder.snapshot()).answer(FirstFunnelQuestion())
    }

    @Test("without roles and outcomes it is what most take on the way to where most end")
    func backbone() async throws {
        let funnel = try await first(
            store([
                (["landing", "form", "submit", "thanks"], 50),
                (["landing", "form", "help", "form", "submit", "thanks"], 20),
                (["landing"], 60), (["landing", "form"], 30), (["landing", "form", "help", "call"], 10),
            ])
        )
        #expect(funnel.source == .journeys)
        #expect(funnel.steps.map(\.name) == ["landing", "form", "submit", "thanks"])
        #expect(funnel.finished == 70 && funnel.path.allSatisfy { $0.taken.value == 1 })
        #expect(funnel.remarks == [.stepsSuggested(70)])
    }

    @Test("who goes round in circles ends where the last new thing was")
    func circles() async throws {
        let wandering = ["home", "catalog", "product", "catalog", "product", "basket", "purchase", "home", "catalog"]
        let funnel = try await first(
            store([(wandering, 30), (["home", "catalog", "product", "home", "catalog"], 60), (["home"], 50)])
        )
        #expect(funnel.steps.map(\.name) == ["home", "catalog", "product", "basket", "purchase"])
    }

    @Test("what comes after a completion is no step")
    func afterCompletion() async throws {
        var builder = store([(["start", "submit", "done"], 12)], outcome: "completed")
        for person in 0..<12 { builder.add(person: " 0 \(person)", time: 7 * .day, "call", [:]) }
        let funnel = try await first(builder)
        #expect(funnel.source == .journeys && funnel.finished == 12)
        #expect(funnel.steps.map(\.name) == ["start", "submit", "done"])
    }

    @Test("the last step is any of the touchpoints that together complete half of the journeys")
    func severalEnds() async throws {
        let funnel = try await first(
            store(
                [(["a", "b", "yes"], 45), (["a", "b", "no"], 30), (["a", "b", "maybe"], 25)],
                outcome: "completed"
            )
        )
        #expect(funnel.steps.map(\.text) == ["a", "b", "no|yes"])
    }

    @Test("roles go before what journeys suggest, of the service with the most starts")
    func roles() async throws {
        var builder = store(
            [(["landing", "start", "help", "submit", "done"], 30), (["landing", "start"], 10)],
            service: "parking",
            roles: [("start", .start), ("done", .end), ("landing", .information)]
        )
        add([(["open", "close"], 25)], service: "bins", to: &builder)
        builder.side.append(.touchpointRole(touchpoint: "open", service: "bins", role: .start))
        builder.side.append(.touchpointRole(touchpoint: "close", service: "bins", role: .end))
        let funnel = try await first(builder)
        #expect(funnel.source == .roles && funnel.service == "parking")
        #expect(funnel.steps.map(\.name) == ["start", "help", "submit", "done"])
        #expect(funnel.path.map(\.isDeclared) == [true, false, false, true])
        #expect(funnel.remarks == [.stepsByRoles("parking"), .stepsBetween(["help", "submit"], 30)])
    }

    @Test("of services that start in the same way, what one alone has is no step; of one that starts otherwise it is")
    func ownToOne() async throws {
        let expected = ["start": ["start", "submit", "done"], "call": ["start", "payment", "submit", "done"]]
        for (other, steps) in expected {
            var builder = store(
                [(["start", "submit", "payment", "done"], 30)],
                service: "parking",
                roles: [("start", .start), ("submit", .submit), ("payment", .step), ("done", .end)]
            )
            for service in ["bins", "housing"] {
                add([([other, "submit", "done"], 25)], service: service, to: &builder)
                for (touchpoint, role) in [(other, TouchpointRole.start), ("done", .end)] {
                    builder.side.append(.touchpointRole(touchpoint: touchpoint, service: service, role: role))
                }
            }
            let funnel = try await first(builder)
            #expect(funnel.steps.map(\.name) == steps)
            #expect(funnel.leftOut == (other == "start" ? ["payment"] : []))
        }
    }

    @Test("several starts are one step, and a role that most who finish do not play is left out")
    func alternatives() async throws {
        let funnel = try await first(
            store(
                [(["web form", "done"], 10), (["call", "done"], 10)],
                service: "parking",
                roles: [("web form", .start), ("call", .start), ("done", .end)]
            )
        )
        #expect(funnel.steps.map(\.text) == ["call|web form", "done"])
        #expect(funnel.leftOut.isEmpty)
    }

    @Test("where nobody finishes, the roles are all that is known")
    func nobodyFinishes() async throws {
        var builder = store(
            [(["start", "form"], 4)],
            service: "parking",
            roles: [("start", .start), ("form", .start), ("done", .end)]
        )
        builder.add(person: "someone", time: 0, "done", [Dimension.service: "parking", Dimension.outcome: "failed"])
        let funnel = try await first(builder)
        #expect(funnel.steps.map(\.text) == ["form|start", "done"] && funnel.finished == 0)
        #expect(funnel.path.allSatisfy { $0.taken.value == nil })
    }

    @Test("a store with nothing, or with one touchpoint, suggests none, and a funnel without steps says so")
    func none() async throws {
        for builder in [SnapshotBuilder(), store([(["landing"], 20)])] {
            #expect(try await first(builder) == FirstFunnel())
            await #expect(throws: AnalysisError.self) {
                try await ColumnarAnalyst(builder.snapshot()).funnel(FunnelQuery(steps: []))
            }
        }
    }

    @Test("of a longer way the ends are kept, and what most take between")
    func longest() async throws {
        let long = (1...9).map { "step \($0)" }
        let short = ["step 1", "step 2", "step 4", "step 6", "step 8", "step 9"]
        let funnel = try await first(store([(long, 60), (short, 50)]))
        #expect(funnel.steps.map(\.name) == short)
    }

    @Test("a notice is no step that anybody takes")
    func notices() async throws {
        var builder = store([(["start", "submit", "thanks"], 20)])
        for person in 0..<20 {
            builder.add(person: " 0 \(person)", time: 90 * .minute, "letter sent", [Dimension.direction: "outbound"])
        }
        #expect(try await first(builder).steps.map(\.name) == ["start", "submit", "thanks"])
    }
}

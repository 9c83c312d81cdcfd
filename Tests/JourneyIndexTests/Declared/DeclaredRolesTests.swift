import JourneyModel
import TestSupport
import Testing

@testable import JourneyIndex

@Suite("What is declared decides figures")
struct DeclaredRolesTests {
    private func town() -> SnapshotBuilder {
        var builder = SnapshotBuilder()
        for (place, channel) in ["web", "web", "phone", "counter"].enumerated() {
            let person = "p\(place)"
            builder.add(person: person, time: 0, "start form", ["service": "housing", "channel": channel])
            builder.add(person: person, time: 10, "created", ["service": "housing", "channel": channel])
            let outcome = ["granted", "refused", "later", "paid"][place]
            builder.add(
                person: person,
                time: 20,
                "decision",
                ["service": "housing", "channel": channel, "outcome": outcome]
            )
        }
        builder.side.append(.touchpointRole(touchpoint: "created", service: nil, role: .start))
        builder.side.append(.touchpointRole(touchpoint: "decision", service: nil, role: .end))
        return builder
    }

    private func step(_ text: String) throws -> StepPredicate {
        try #require(FunnelStep(parsing: text).alternatives.first)
    }

    private func completion(_ builder: SnapshotBuilder) async throws -> Indicators {
        try await ColumnarAnalyst(builder.snapshot()).answer(IndicatorsQuery()).overall
    }

    @Test("a role that is declared overrules the mapping's, and may hold on some channels only")
    func onSomeChannels() async throws {
        var builder = town()
        #expect(try await completion(builder).completion.denominator == 4)
        var service = Declarations.Service(name: "housing")
        service.roles.entries = [
            .init(role: .start, step: try step("start form")),
            .init(role: .start, step: try step("created[channel=phone]")),
            .init(role: .end, step: try step("decision[channel!=counter]")),
        ]
        var declarations = Declarations()
        declarations.services = [service]
        builder.declarations = declarations
        let figures = try await completion(builder)
        #expect(figures.completion.denominator == 4 && figures.completion.numerator == 3)
        service.roles.entries.removeFirst()
        builder.declarations?.services = [service]
        let phone = try await completion(builder)
        #expect(phone.completion.denominator == 1 && phone.completion.numerator == 1)
        #expect(phone.takeUp.numerator == 2 && phone.takeUp.denominator == 3)
        // What is declared of another service leaves this one's mapping as it is.
        builder.declarations?.services = [
            {
                var other = service; other.name = "parking"; return other
            }()
        ]
        #expect(try await completion(builder).completion.denominator == 4)
    }

    @Test("what is declared where a service says nothing takes the place of every mapping's")
    func general() async throws {
        var builder = town()
        var declarations = Declarations()
        declarations.roles.entries = [.init(role: .end, step: try step("created"))]
        builder.declarations = declarations
        let figures = try await completion(builder)
        #expect(figures.completion.value == nil)
        #expect(figures.takeUp.denominator == 4)
    }

    @Test("only a declared success is one; an end without an outcome stays one")
    func successes() async throws {
        var builder = town()
        builder.add(person: "p9", time: 0, "created", ["service": "housing", "channel": "web"])
        builder.add(person: "p9", time: 5, "decision", ["service": "housing", "channel": "web"])
        func well(_ builder: SnapshotBuilder) async throws -> Int? {
            let receipt = try await ColumnarAnalyst(builder.snapshot()).answer(IndicatorsQuery()).receipt
            guard case .count(let count)? = receipt.facts.first(where: { $0.label == .completedWell })?.value else {
                return nil
            }
            return count
        }
        // granted, later, paid and the one without; refused is none.
        #expect(try await well(builder) == 4)
        var declarations = Declarations()
        declarations.roles.success = ["Paid"]
        builder.declarations = declarations
        #expect(try await well(builder) == 2)
        var service = Declarations.Service(name: "housing")
        service.roles.success = ["granted", "refused"]
        builder.declarations?.services = [service]
        #expect(try await well(builder) == 3)
    }

    @Test("a declared kind of channel beats the mapping's and the name's")
    func kinds() async throws {
        var builder = town()
        builder.side.append(.channelKind(channel: "counter", kind: .message))
        var declarations = Declarations()
        declarations.channels = [.init(name: "counter", kind: .digital), .init(name: "web", kind: .post)]
        builder.declarations = declarations
        let figures = try await completion(builder)
        #expect(figures.takeUp.numerator == 1 && figures.takeUp.denominator == 4)
    }

    @Test("the funnel that is shown first is the declared one")
    func funnel() async throws {
        var builder = town()
        var declarations = Declarations()
        var service = Declarations.Service(name: "housing")
        service.funnel = .init(
            steps: [FunnelStep(touchpoint: "created"), FunnelStep(touchpoint: "decision")],
            within: 7
        )
        declarations.services = [service]
        builder.declarations = declarations
        let analyst = ColumnarAnalyst(builder.snapshot())
        let own = try await analyst.answer(FirstFunnelQuestion())
        #expect(own.source == .declared && own.service == "housing" && own.within == 7)
        #expect(own.steps == service.funnel?.steps)
        #expect(own.remarks == [.stepsDeclared(nil, "housing")])
        let result = try await analyst.funnel(FunnelQuery(steps: []))
        #expect(result.query.window == 7 && result.entered == 4 && result.converted == 0)
        builder.declarations?.funnels = [
            .init(name: "nowhere", steps: [FunnelStep(touchpoint: "x"), FunnelStep(touchpoint: "created")]),
            .init(name: "all", steps: [FunnelStep(touchpoint: "start form"), FunnelStep(touchpoint: "created")]),
        ]
        let named = try await ColumnarAnalyst(builder.snapshot()).answer(FirstFunnelQuestion())
        #expect(named.name == "all" && named.service == nil)
    }

    @Test("who gets to an end that holds on some channels only has finished there, and not elsewhere")
    func finishLine() async throws {
        var builder = SnapshotBuilder()
        for (person, channel) in [("a", "web"), ("b", "phone")] {
            builder.add(person: person, time: 0, "start", ["service": "x", "channel": "web"])
            builder.add(person: person, time: 5, "done", ["service": "x", "channel": channel])
        }
        builder.add(person: "c", time: 0, "form", ["service": "x", "channel": "web"])
        var declarations = Declarations()
        declarations.roles.entries = [.init(role: .end, step: try step("done[channel=phone]"))]
        builder.declarations = declarations
        let query = FunnelQuery(steps: [FunnelStep(touchpoint: "start"), FunnelStep(touchpoint: "form")])
        let result = try await ColumnarAnalyst(builder.snapshot()).answer(query)
        #expect(result.entered == 2 && result.converted == 0)
        #expect(result.steps.map(\.completedOtherwise) == [1, 0])
    }

    @Test("annotations that are declared join those that were imported")
    func annotations() async throws {
        var builder = town()
        builder.side.append(.annotation(.init(time: Timestamp(milliseconds: 5), text: "outage")))
        var declarations = Declarations()
        let day = CivilDate(daysSinceEpoch: 1)
        declarations.annotations = [.init(date: day, text: "new form", service: "housing", who: "tenants")]
        builder.declarations = declarations
        let catalog = try await ColumnarAnalyst(builder.snapshot()).answer(CatalogQuestion())
        #expect(catalog.annotations.map(\.text) == ["outage", "new form (tenants)"])
        #expect(catalog.annotations.map(\.time.milliseconds) == [5, .day])
    }
}

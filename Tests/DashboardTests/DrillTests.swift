import Canvas
import JourneyIndex
import JourneyModel
import TestSupport
import Testing
import Wording

@testable import Dashboard

/// From every kind of gap to whatever its keys show, over random stores and with a real analyst: the numbers are the same, or a
/// line says why not.
@Suite("A drill-down reconciles")
struct DrillTests {
    /// A dashboard whose questions are answered by an analyst.
    private struct Desk {
        var state: DashboardState
        let analyst: ColumnarAnalyst

        init(_ analyst: ColumnarAnalyst, _ targets: Targets) async throws {
            self.analyst = analyst
            state = DashboardState(
                store: StoreFacts(name: "town", path: "town.cxm"),
                scope: ViewScope(range: TimeRange(from: Timestamp(milliseconds: 5 * .day))),
                targets: targets,
                size: Size(width: 120, height: 36)
            )
            try await settle(state.start())
        }

        private mutating func settle(_ effects: [Effect]) async throws {
            var waiting = effects
            while !waiting.isEmpty {
                guard case .ask(let id, let question) = waiting.removeFirst() else { continue }
                waiting += state.update(.answered(id, try await question.answer(from: analyst)))
            }
        }

        mutating func press(_ names: String...) async throws {
            for name in names {
                let key = try #require(Key(name: name))
                try await settle(state.update(.input(.key(key))))
            }
        }

        mutating func type(_ text: String) async throws {
            for character in text { try await settle(state.update(.input(.key(.character(character))))) }
        }

        /// All that the screen says, without its line ends.
        var words: String {
            state.lines(120, 36).joined(separator: " ").split(separator: " ").joined(separator: " ")
        }

        var list: SubjectsResult? { state.place.screen == .people ? PeopleScreen.result(state).value : nil }
        var figures: GroupFiguresResult? { state.place.screen == .equity ? EquityScreen.figures(state).value : nil }
    }

    /// Everything falls short, so that every kind of gap there is stands on the Overview.
    private static let targets: Targets = {
        var goals = Declarations.Goals()
        for key: Declarations.Goals.Key in [
            .completion, .takeUp, .satisfaction, .preferenceCaptured, .preferenceUsed, .preferenceHonoured,
        ] {
            goals[key] = 1.1
        }
        goals[.leak] = -1
        return Targets(goals)
    }()

    private static func analyst(_ seed: UInt64) -> ColumnarAnalyst {
        var town = RandomTown(seed: seed, events: 500)
        // Of two groups one completes and one does not.
        for number in 0..<60 {
            let person = "q\(number)"
            let dimensions = ["service": "housing", "channel": number % 3 == 0 ? "phone" : "web"]
            let time = Int64(6 + number % 7) * .day
            town.builder.add(person: person, time: time, "start", dimensions)
            if number % 2 == 0 { town.builder.add(person: person, time: time + .hour, "done", dimensions) }
            let score = Double(number % 5 + 1)
            let given = Timestamp(milliseconds: time + .hour)
            town.builder.side.append(
                .feedback(FeedbackRecord(time: given, person: person, service: "housing", score: score))
            )
            let band = NamedValue("band", number % 2 == 0 ? "young" : "old")
            town.builder.side.append(.personTrait(person: person, trait: band))
        }
        return ColumnarAnalyst(town.builder.snapshot())
    }

    /// The desk with the cursor on every gap in turn.
    private func eachGap(_ seed: UInt64, _ work: (inout Desk, Gap) async throws -> Void) async throws {
        var desk = try await Desk(Self.analyst(seed), Self.targets)
        let gaps = try #require(OverviewScreen.result(desk.state).value).gaps
        for gap in gaps {
            #expect(OverviewScreen.selectedGap(desk.state) == gap)
            let stack = desk.state.stack
            try await work(&desk, gap)
            while desk.state.stack.count > 1 || desk.state.overlay != nil { try await desk.press("escape") }
            #expect(desk.state.stack == stack, "back from \(gap.group.text)")
            try await desk.press("down")
        }
    }

    @Test("Every kind of gap is there, or the tests below could not fail")
    func kinds() async throws {
        var found: Set<String> = []
        for seed in 1...3 as ClosedRange<UInt64> {
            try await eachGap(seed) { _, gap in
                found.insert(String(gap.group.text.prefix { $0 != "=" && $0 != ":" }))
            }
        }
        let all: Set = [
            "unfinished", "not-online", "dissatisfied", "leaked", "not-captured", "not-used", "not-honoured",
            "withdrawn", "trait",
        ]
        #expect(found == all)
    }

    @Test(
        "Its list has as many as it says, at once and from the screen that explains it",
        arguments: [1, 2, 3] as [UInt64]
    )
    func lists(_ seed: UInt64) async throws {
        try await eachGap(seed) { desk, gap in
            try await desk.press("l")
            #expect(desk.list?.total == gap.people, "\(gap.group.text)")
            try await desk.press("escape", "enter")
            let place = desk.state.stack
            #expect(place.count == 2)
            if desk.state.place.screen == .funnel, let funnel = FunnelScreen.result(desk.state).value,
                funnel.entered > 0
            {
                let isSame = funnel.entered - funnel.converted == gap.people
                #expect(desk.words.contains("The Overview: \(NumberText.count(gap.people))") != isSame)
            }
            if desk.state.place.screen == .channels {
                #expect(desk.words.contains("The Overview: \(NumberText.count(gap.people))"))
            }
            try await desk.press("l")
            #expect(desk.list?.total == gap.people, "\(gap.group.text)")
            try await desk.press("escape")
            #expect(desk.state.stack == place)
        }
    }

    @Test(
        "e and b show its own figure, part by part, and the list of a part has as many as it says",
        arguments: [1, 2] as [UInt64],
        [("e", "band"), ("b", "channel")]
    )
    func groups(_ seed: UInt64, _ way: (key: String, dimension: String)) async throws {
        try await eachGap(seed) { desk, gap in
            try await desk.press(way.key)
            try await desk.type(way.dimension)
            try await desk.press("enter")
            if case .traitGroup(_, let value) = gap.group, way.key == "e" {
                // Beside the others of its own trait.
                #expect(desk.state.selectedRow?.id == value)
                let result = EquityScreen.result(desk.state).value
                #expect(result?.groups.first { $0.value == value }?.completion == gap.now)
                return
            }
            let result = try #require(desk.figures)
            #expect(result.whole == gap.now && result.people == gap.people, "\(gap.group.text)")
            if let words = result.reconciliation { #expect(desk.words.contains(words)) }
            let values = result.rows.compactMap(\.figure.value).map { result.lowerIsBetter ? -$0 : $0 }
            #expect(values == values.sorted())
            for row in result.rows {
                #expect(desk.state.selectedRow?.id == row.value)
                try await desk.press("l")
                #expect(desk.list?.total == row.people, "\(gap.group.text), \(row.value)")
                try await desk.press("escape", "down")
            }
        }
    }

    @Test("By a trait of people, all that is counted is counted once", arguments: 1...6 as ClosedRange<UInt64>)
    func parts(_ seed: UInt64) async throws {
        let analyst = Self.analyst(seed)
        for group in [
            SubjectGroup.unfinished(service: "housing"), .preferenceMissing, .preferenceNotUsed,
            .contactedAfterWithdrawal, .preferenceNotHonoured(channel: nil),
        ] {
            let result = try await analyst.answer(GroupFiguresQuery(group: group, by: "person.band"))
            guard let counted = result.counted else { continue }
            #expect(counted.rows <= counted.whole || result.reconciliation?.contains("Together they count") == true)
            if counted.rows == counted.whole, result.unit == .share {
                let parts = result.rows.compactMap(\.figure.numerator).reduce(0, +)
                if parts == result.whole.numerator { #expect(result.rows.contains { $0.againstRest != nil }) }
            }
        }
    }

    @Test("A receipt is of the gap under the cursor", arguments: [1] as [UInt64])
    func receipts(_ seed: UInt64) async throws {
        try await eachGap(seed) { desk, gap in
            try await desk.press("r")
            #expect(desk.words.contains("Receipt: \(gap.title.text)"))
            let receipt = try #require(desk.state.receiptSubject)
            #expect(receipt.measure == gap.now)
            // Its rules and no others, but how intervals are made where it has one.
            #expect(receipt.definitions.filter { $0 != .d7 } == gap.group.rules)
            #expect(receipt.definitions.contains(.d7) == (gap.now.low != nil))
            // It is of the answer that the figure is of.
            #expect(Set(gap.group.definitions).isSubset(of: receipt.receipt.definitions))
            let texts = Set(desk.state.receiptLines)
            for id in receipt.definitions { #expect(texts.contains(.text(Definition.of(id).text))) }
            #expect(desk.words.contains(NumberText.count(gap.people)))
            try await desk.press("escape")
        }
    }

    @Test("A service's keys are about that service", arguments: [1, 2] as [UInt64])
    func services(_ seed: UInt64) async throws {
        var desk = try await Desk(Self.analyst(seed), Self.targets)
        let services = try #require(OverviewScreen.result(desk.state).value).indicators.services
        try await desk.press("tab")
        for service in services {
            let stack = desk.state.stack
            for (key, dimension) in [("e", "band"), ("b", "channel")] {
                try await desk.press(key)
                try await desk.type(dimension)
                try await desk.press("enter")
                #expect(desk.figures?.whole == service.indicators.completion)
                #expect(desk.words.contains("Completion, \(service.service)"))
                try await desk.press("escape")
            }
            try await desk.press("l")
            #expect(desk.list?.total == service.unfinished)
            try await desk.press("escape", "enter", "l")
            #expect(desk.list?.total == service.unfinished)
            try await desk.press("escape", "escape")
            #expect(desk.state.stack == stack)
            try await desk.press("down")
        }
    }

    @Test("On every screen a receipt is the row's own, with the text of every rule in it", arguments: [1] as [UInt64])
    func everyReceipt(_ seed: UInt64) async throws {
        var desk = try await Desk(Self.analyst(seed), Self.targets)
        var seen: Set<String> = []
        for screen in ["1", "2", "3", "4", "5", "6"] {
            try await desk.press(screen)
            for _ in desk.state.panels.filter({ !$0.isEmpty }) {
                let panel = desk.state.place.panel
                for row in 0..<min(4, desk.state.rows.count) {
                    let place = "screen \(screen), list \(panel), row \(row)"
                    let subject = try #require(desk.state.receiptSubject, "\(place)")
                    try await desk.press("r")
                    #expect(desk.words.contains("Receipt: "), "\(place)")
                    let lines = Set(desk.state.receiptLines)
                    #expect(!subject.definitions.isEmpty, "\(place)")
                    for id in subject.definitions {
                        #expect(lines.contains(.text(Definition.of(id).text)), "\(place)")
                    }
                    if let measure = subject.measure, measure.definition != .d24 {
                        #expect(subject.definitions.contains(measure.definition), "\(place)")
                    }
                    #expect(Set(subject.definitions).count == subject.definitions.count, "\(place)")
                    // No two rows of a screen have the same receipt.
                    #expect(seen.insert("\(screen) \(panel) \(subject)").inserted, "\(place)")
                    try await desk.press("escape", "down")
                }
                try await desk.press("tab")
            }
        }
        #expect(seen.count > 20)
    }

    @Test("In a funnel's receipt o says what other tools would count", arguments: [1] as [UInt64])
    func otherTools(_ seed: UInt64) async throws {
        var desk = try await Desk(Self.analyst(seed), Self.targets)
        try await desk.press("r", "o")
        #expect(desk.state.message?.contains("only asked of a funnel") == true)
        try await desk.press("escape", "2", "r")
        #expect(desk.words.contains("o other tools"))
        try await desk.press("o")
        let query = try #require(FunnelScreen.query(desk.state))
        let result = try await desk.analyst.answer(FunnelRulesQuery(funnel: query))
        let texts = desk.state.elsewhereLines.map { "\($0)" }.joined()
        for tool in result.tools {
            #expect(texts.contains(tool.tool.rawValue))
            #expect(texts.contains("\(tool.counts.entered) entered, \(tool.counts.converted) converted"))
            for rule in tool.rules { #expect(texts.contains(rule.rule.text)) }
        }
        try await desk.press("escape")
        #expect(desk.state.overlay == nil)
    }
}

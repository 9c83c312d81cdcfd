import Canvas
import JourneyModel
import Testing

@testable import Dashboard

extension DashboardState {
    /// A dashboard on the invented store, every question answered.
    static func sample(
        _ screen: ScreenID = .overview,
        scope: ViewScope = ViewScope(range: Fixtures.quarter, before: Fixtures.quarterBefore),
        size: Size = Size(width: 120, height: 36)
    ) -> DashboardState {
        var state = DashboardState(
            store: StoreFacts(name: "Riverbend services", path: "riverbend.cxm", dataAge: 20_000),
            scope: scope,
            targets: Targets(costPerTransaction: 1.9),
            screen: screen,
            themes: ["plain", "harbour"],
            size: size
        )
        state.funnel.window = 14 * .day
        state.settle(state.start())
        return state
    }

    /// Answers what is asked, and what that leads to, until nothing is asked any more. Returns the other effects.
    @discardableResult
    mutating func settle(_ effects: [Effect]) -> [Effect] {
        var waiting = effects
        var others: [Effect] = []
        var rounds = 0
        while !waiting.isEmpty, rounds < 1000 {
            rounds += 1
            let effect = waiting.removeFirst()
            if case .ask(let id, let question) = effect {
                if let answer = Fixtures.answer(question) { waiting += update(.answered(id, answer)) }
            } else {
                others.append(effect)
            }
        }
        return others
    }

    /// Presses keys by name, answering whatever is asked on the way. Returns what else is to be done.
    @discardableResult
    mutating func press(_ names: String...) -> [Effect] {
        names.flatMap { name in
            Key(name: name).map { settle(update(.input(.key($0)))) } ?? []
        }
    }

    /// Types text, one key a character.
    mutating func type(_ text: String) {
        for character in text { settle(update(.input(.key(.character(character))))) }
    }

    func lines(_ width: Int, _ height: Int, _ glyphs: GlyphSet = .unicode) -> [String] {
        view(size: Size(width: width, height: height), glyphs: glyphs).grid.text
    }

    /// The whole screen as one text.
    var screenText: String { lines(120, 36).joined(separator: "\n") }

    /// The screen's row with the cursor's marker in front.
    var markedLine: String? { lines(120, 36).first { $0.hasPrefix(" › ") } }
}

extension Fixtures {
    static func answer(_ question: AnyQuestion) -> AnyAnswer? { answer(to: question.question).map(AnyAnswer.init) }

    private static func answer(to question: any Question) -> (any Answer)? {
        switch question {
        case is CatalogQuestion: catalog
        case is SummaryQuestion: summary
        case let query as OverviewQuery: overview(query)
        case let query as FunnelQuery: query.scope.range == quarterBefore ? funnelBefore(query) : funnel(query)
        case is FirstFunnelQuestion: firstFunnel
        case let query as VariantsQuery: pathVariants(query)
        case let query as EquityQuery: equity(query)
        case let query as GroupFiguresQuery: groupFigures(query)
        case let query as PreferencesQuery:
            query.scope.range == quarterBefore ? preferencesBefore(query) : preferences(query)
        case let query as MaturityQuery: fullMaturity(query)
        case let query as PathsQuery: paths(query)
        case let query as BranchesQuery: branches(query)
        case let query as ChannelsQuery: channels(query)
        case let query as ContactsQuery: contacts(query)
        case let query as IndicatorsQuery: channelIndicators(query)
        case let query as SubjectsQuery: subjects(query)
        default: unknown(question)
        }
    }

    /// A screen is drawn without an answer too, so that one whose question is not known here would pass for tested.
    private static func unknown(_ question: any Question) -> (any Answer)? {
        Issue.record("nothing here answers \(type(of: question)): give it an answer beside the others")
        return nil
    }

    static func groupFigures(_ query: GroupFiguresQuery) -> GroupFiguresResult {
        let gap = overview().gaps.first { $0.group == query.group }
        let isCount = gap?.unit == .count
        func part(_ count: Int, _ total: Int) -> Measure {
            isCount ? Measure(value: Double(count), definition: .d17) : .rate(count, of: total, .d12)
        }
        return GroupFiguresResult(
            query: query,
            whole: isCount ? part(4, 0) : .rate(500, of: 800, .d12),
            people: gap?.people,
            unit: isCount ? .count : .share,
            rows: [
                .init(value: "65+", figure: part(isCount ? 3 : 100, 200), people: 3, subjects: 8800),
                .init(value: "30-49", figure: part(isCount ? 1 : 400, 600), people: 1, subjects: 19_000),
            ],
            receipt: receipt(query.scope, query.group.definitions)
        )
    }

    static func equity(_ query: EquityQuery) -> EquityResult {
        EquityResult(
            query: query,
            groups: [
                .init(
                    value: "65+",
                    completion: .rate(4300, of: 9000, .d21),
                    people: 8800,
                    againstRest: newcombeDifference(4300, of: 9000, minus: 15_000, of: 20_000)
                ),
                .init(
                    value: "30-49",
                    completion: .rate(15_000, of: 20_000, .d21),
                    people: 19_000,
                    againstRest: newcombeDifference(15_000, of: 20_000, minus: 4300, of: 9000)
                ),
            ],
            whole: .rate(19_300, of: 29_000, .d12),
            unknown: .rate(9000, of: 38_000, .d21),
            receipt: receipt(query.scope, [.d21])
        )
    }
}

extension Action {
    static func answered(_ request: RequestID, _ answer: some Answer) -> Action {
        .answered(request, AnyAnswer(answer))
    }
}

extension [Effect] {
    /// The questions of one kind among what is to be done.
    func asking<Asked: Question>(_ kind: Asked.Type) -> [(id: RequestID, query: Asked)] {
        compactMap { effect in
            guard case .ask(let id, let question) = effect, let query = question.question as? Asked else { return nil }
            return (id, query)
        }
    }
}

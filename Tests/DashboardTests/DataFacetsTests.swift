import Canvas
import JourneyModel
import Testing

@testable import Dashboard

/// The dimensions of the Data screen with their most frequent values.
struct DataFacetsTests {
    private static let title = "the most frequent values of each"

    /// The Data screen of a store with these dimensions; `policy`: as it is in public.
    private func state(
        _ dimensions: [Catalog.DimensionSummary],
        rejects: Int = 0,
        policy: DisclosurePolicy? = nil
    ) -> DashboardState {
        var catalog = Fixtures.catalog
        catalog.dimensions = dimensions
        var summary = Fixtures.summary
        summary.dimensions = dimensions.map { Catalog.Value(name: $0.name, count: $0.values.count) }
        summary.rejects = Array(repeating: summary.rejects[0], count: rejects)
        if let policy {
            catalog = catalog.protected(by: policy)
            summary = summary.protected(by: policy)
        }
        var state = DashboardState(store: StoreFacts(name: "R", path: "r.cxm"), screen: .data)
        for case .ask(let id, let question) in state.start() {
            let answer = question.question is CatalogQuestion ? AnyAnswer(catalog) : AnyAnswer(summary)
            _ = state.update(.answered(id, answer))
        }
        return state
    }

    private func dimension(_ name: String, _ counts: [Int]) -> Catalog.DimensionSummary {
        .init(name: name, values: counts.enumerated().map { .init(name: "\(name) value \($0)", count: $1) })
    }

    @Test func aTallScreenShowsTheMostFrequentValuesWithCountsAndShares() {
        let lines = DashboardState.sample(.data).lines(200, 60)
        #expect(lines.contains { $0.contains(Self.title) })
        #expect(lines.contains { $0.contains("touchpoint  8 values") && $0.contains("person.age_band  5 values") })
        #expect(lines.contains { $0.contains("landing") && $0.contains("51,200   28%") })
        // Of all people, not of those who have the trait.
        #expect(
            lines.contains { $0.contains("30-49") && $0.contains("20,000   49%") && $0.contains("people") == false }
        )
        #expect(lines.contains { $0.contains("3 more") })
    }

    @Test func whatIsWrongWithTheDataComesFirst() {
        let dimensions = [dimension("channel", [70, 20, 10]), dimension("service", [60, 40])]
        #expect(state(dimensions, rejects: 20).lines(200, 60).contains { $0.contains(Self.title) })
        let many = state(dimensions, rejects: 60).lines(200, 60)
        #expect(!many.contains { $0.contains(Self.title) })
        #expect(many.contains { $0.contains("LOOK TWICE") && $0.contains("DIMENSIONS") })
    }

    @Test func theCursorGoesFromOneToTheNextAndEnterOffersTheValues() {
        var state = DashboardState.sample(.data, size: Size(width: 200, height: 60))
        state.press("back-tab", "down")
        #expect(state.lines(200, 60).contains { $0.hasPrefix(" › channel  4 values") })
        state.press("enter", "enter")
        #expect(state.scope.filters.first == Filter(dimension: "channel", values: ["web"]))
    }

    @Test func inPublicNoValueOfAFewIsNamedAndNoExactCountShown() {
        let shown = state(
            [dimension("channel", [123, 7]), dimension("person.name", [321, 9, 4])],
            policy: DisclosurePolicy()
        ).lines(200, 60).joined(separator: "\n")
        #expect(shown.contains(Self.title))
        #expect(shown.contains("channel value 1"))
        #expect(shown.contains("<10"))
        #expect(shown.contains("person.name value 0"))
        #expect(!shown.contains("person.name value 1"))
        #expect(shown.contains("2 more"))
        for exact in ["123", "321"] { #expect(!shown.contains(exact)) }
    }

    @Test func whatFewPeopleHaveIsCountedAndNotNamed() {
        let names = dimension("person.name", [12, 10, 9] + Array(repeating: 1, count: 40))
        let shown = state([dimension("channel", [20, 1]), names]).lines(200, 60).joined(separator: "\n")
        #expect(shown.contains("person.name value 1 "))
        #expect(!shown.contains("person.name value 2"))
        #expect(shown.contains("41 more"))
        #expect(shown.contains("channel value 1"))
        let words = state([dimension("words", [30, 9])]).lines(200, 60).joined(separator: "\n")
        #expect(words.contains("words value 0"))
        #expect(!words.contains("words value 1"))
        let few = state([dimension("person.mail", Array(repeating: 1, count: 40))]).lines(200, 60)
        #expect(few.contains { $0.contains("person.mail  40 values") })
        #expect(few.contains { $0.contains("not named: fewer than 10 each") })
    }

    @Test func everyDimensionIsThereOrTheListIs() {
        var random = SplitMix64(seed: 7)
        func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        var seen = [false: 0, true: 0]
        for _ in 0..<60 {
            let dimensions = (0..<number(1...40)).map { index in
                dimension("d\(index).", (0..<number(0...12)).map { 1000 - $0 })
            }
            let lines = state(dimensions).lines(number(60...260), number(20...90))
            let hasFacets = lines.contains { $0.contains(Self.title) }
            seen[hasFacets, default: 0] += 1
            guard hasFacets else { continue }
            let text = lines.joined(separator: "\n")
            for dimension in dimensions {
                #expect(text.contains(dimension.name + "  \(dimension.values.count)"), "\(dimension.name)")
                if let first = dimension.values.first { #expect(text.contains(first.name)) }
            }
            // Of what is not shown, the number.
            let shown = dimensions.flatMap(\.values).filter { text.contains($0.name + " ") }.count
            let more = text.matches(of: /(\d+) more/).compactMap { Int($0.1) }.reduce(0, +)
            #expect(shown + more == dimensions.map(\.values.count).reduce(0, +))
        }
        #expect(seen.values.allSatisfy { $0 > 5 })
    }

    @Test func veryManyDimensionsAreAList() {
        let many = (0..<5000).map { dimension("d\($0)", [3, 2, 1]) }
        #expect(!state(many).lines(300, 100).contains { $0.contains(Self.title) })
    }
}

import Canvas
import JourneyModel
import Testing

@testable import Dashboard

struct TextEntryTests {
    @Test func editsLikeAShell() {
        var entry = TextEntry("two words")
        let edits = entry.edit(.ctrl("w"))
        #expect(edits)
        #expect(entry.text == "two ")
        _ = entry.edit(.home)
        _ = entry.edit(.character("x"))
        #expect(entry.text == "xtwo ")
        _ = entry.edit(.delete)
        #expect(entry.text == "xwo ")
        _ = entry.edit(.ctrl("k"))
        #expect(entry.text == "x")
        _ = entry.edit(.ctrl("u"))
        #expect(entry.text == "")
        let scrolls = entry.edit(.pageDown)
        #expect(!scrolls)
    }

    @Test func takesOneLineAndNotMoreThanItsLimit() {
        var entry = TextEntry("a")
        entry.insert(String(repeating: "b", count: 2000) + "\nc")
        #expect(entry.text.count == TextEntry.limit)
        #expect(entry.cursor == TextEntry.limit)
    }

    @Test func theCursorStaysInsideWhateverIsTyped() {
        var random = SplitMix64(seed: 9)
        let keys: [Key] = [
            .character("e"), .character("\u{301}"), .character("\u{1F1E9}"), .character("\u{1F1EA}"), .backspace,
            .delete,
            .left, .right, .home, .end, .ctrl("w"), .ctrl("k"), .character(" "),
        ]
        var entry = TextEntry()
        for _ in 0..<5000 {
            if let key = keys.randomElement(using: &random) { _ = entry.edit(key) }
            #expect((0...entry.text.count).contains(entry.cursor))
        }
    }
}

struct FuzzyTests {
    @Test(arguments: [
        ("", "anything", true), ("chan", "channel", true), ("cnl", "channel", true), ("lc", "channel", false),
        ("CHAN", "channel", true), ("channels", "channel", false), ("br dn", "break down", true),
    ])
    func fits(_ query: String, _ text: String, _ isFit: Bool) {
        #expect((Fuzzy.match(query, in: text) != nil) == isFit)
    }

    @Test func aRunAtTheStartComesFirst() {
        let found = Fuzzy.sorted(["reopen", "open", "of pens"], by: "open") { $0 }
        #expect(found.map(\.item) == ["open", "reopen", "of pens"])
    }

    @Test func marksWhatItFound() {
        #expect(Fuzzy.match("nn", in: "channel")?.matches == [3, 4])
    }
}

struct KeyBindingTests {
    @Test func everyBindingSaysWhatItDoes() {
        for binding in Screens.list.bindings {
            #expect(!binding.presses.isEmpty)
            #expect(!binding.label.isEmpty)
            #expect(!binding.summary.isEmpty)
        }
    }

    @Test func noKeyMeansTwoThingsAtOnce() {
        let common = Screens.list.bindings.filter { $0.screen == nil }.flatMap(\.keys)
        #expect(Set(common).count == common.count)
        for screen in Screens.list.all {
            let own = Screens.list.bindings.filter { $0.screen == screen.id }.flatMap(\.keys)
            #expect(Set(own).count == own.count)
        }
    }

    @Test func helpIsTheLastHintToGo() {
        let state = DashboardState.sample(.funnel)
        for width in [60, 64, 70, 80, 100, 160] {
            #expect(state.lines(width, 24).last?.contains("? help") == true)
        }
    }
}

struct PeriodChoicesTests {
    @Test(arguments: [
        "", "all", "2025-13-01", "2025-02-30", "2025-03-01 2025-02-01", "a b c", "99999-01-01", "10/15/2025",
    ])
    func whatIsNoPeriodIsNotOffered(_ text: String) {
        #expect(PeriodChoices.typed(text, catalog: Fixtures.catalog, zone: .utc) == nil)
    }

    @Test(arguments: [
        "2025-10-01 2025-10-15", "2025-10-01..2025-10-15", "01/10/2025 15/10/2025", "1 oct 2025 to 15 oct 2025",
        "1 October 2025 - 15th October 2025", "  01.10.2025   15.10.2025 ",
    ])
    func aRangeIsOfferedInAnyWords(_ text: String) throws {
        let choice = try #require(PeriodChoices.typed(text, catalog: Fixtures.catalog, zone: .utc))
        let period = try #require(PeriodChoices.period(choice.id))
        #expect(period.range == (try TimeRange(parsingPeriod: "2025-10-01..2025-10-15", in: .utc)))
        #expect(period.before == (try TimeRange(parsingPeriod: "2025-09-16..2025-09-30", in: .utc)))
    }

    @Test(arguments: ["Q3", "q3 2025", "2025-Q3", "2025 Q3"])
    func aQuarterIsOfferedOnceHoweverItIsWritten(_ text: String) throws {
        var state = DashboardState.sample(.overview)
        _ = state.press("p")
        let choices = state.choices(.period, matching: text)
        let quarter = try TimeRange(parsingPeriod: "2025-Q3", in: .utc)
        #expect(choices.first.flatMap { PeriodChoices.period($0.choice.id) }?.range == quarter)
        #expect(choices.count { PeriodChoices.period($0.choice.id)?.range == quarter } == 1)
    }

    @Test func aPeriodThatMovesIsOfferedAsOne() {
        #expect(PeriodChoices.typed("last week", catalog: Fixtures.catalog, zone: .utc)?.id == "last week")
        #expect(PeriodChoices.typed("last week", catalog: nil, zone: .utc) == nil)
    }

    @Test func everyChoiceCanBeTaken() {
        for choice in PeriodChoices.all(catalog: Fixtures.catalog, zone: .utc) where RelativePeriod(choice.id) == nil {
            let period = PeriodChoices.period(choice.id)
            #expect(period != nil, "\(choice.label)")
            if choice.id != "all" { #expect(period?.before?.to == period?.range.from) }
        }
    }

    @Test func whatHappenedCanBeTheBeginningOfAPeriod() {
        var catalog = Fixtures.catalog
        catalog.annotations = [
            AnnotationRecord(time: Fixtures.day(2024, 6, 1), text: "before the data"),
            AnnotationRecord(time: Fixtures.day(2025, 11, 14).advanced(by: 1000), service: "housing", text: "new form"),
        ]
        let choices = PeriodChoices.all(catalog: catalog, zone: .utc)
        let since = choices.first { $0.label == "since new form" }
        let period = since.flatMap { PeriodChoices.period($0.id) }
        #expect(period?.range == TimeRange(from: Fixtures.day(2025, 11, 14), to: Fixtures.day(2025, 12, 31)))
        #expect(period?.before == TimeRange(from: Fixtures.day(2025, 9, 28), to: Fixtures.day(2025, 11, 14)))
        #expect(!choices.contains { $0.label.contains("before the data") })
    }

    @Test func aPeriodThatIsNotOverSaysSo() {
        var catalog = Fixtures.catalog
        catalog.last = Fixtures.day(2025, 11, 20)
        let choices = PeriodChoices.all(catalog: catalog, zone: .utc)
        #expect(choices.first { $0.label == "Oct–Dec 2025" }?.detail == "so far, against Jul–Sep 2025")
        #expect(choices.first { $0.label == "Jul–Sep 2025" }?.detail == "against Apr–Jun 2025")
    }
}

struct MeasureTextTests {
    /// The interval of a difference made from two measures is Newcombe's, so both must agree on significance.
    @Test func withinChanceAgreesWithNewcombe() {
        var random = SplitMix64(seed: 21)
        for _ in 0..<2000 {
            let n1 = Int.random(in: 1...400, using: &random)
            let n2 = Int.random(in: 1...400, using: &random)
            let x1 = Int.random(in: 0...n1, using: &random)
            let x2 = Int.random(in: 0...n2, using: &random)
            let expected = newcombeDifference(x1, of: n1, minus: x2, of: n2)?.isSignificant
            let within = MeasureText.isWithinChance(.rate(x1, of: n1, .d3), .rate(x2, of: n2, .d3))
            #expect(within == (expected == false))
        }
    }

    @Test("The figures at the head of a screen are whole or not there", arguments: [ScreenID.paths, .channels])
    func headsAreWhole(_ screen: ScreenID) {
        let narrow = DashboardState.sample(screen, size: Size(width: 60, height: 16)).lines(60, 16)
        let head = narrow.drop { !$0.hasPrefix("──") }.dropFirst().prefix(2)
        #expect(head.count == 2)
        #expect(!head.contains { $0.contains("…") })
        #expect(head.first?.contains("people") == true)
        let canvas = Canvas(width: 20, height: 1)
        let parts = [[Span("one")], [Span("two")], [Span("three")]]
        #expect(canvas.asManyAsFit(parts, gap: "  ", 20).map(\.text).joined() == "one  two  three")
        #expect(canvas.asManyAsFit(parts, gap: "  ", 9).map(\.text).joined() == "one  two")
        #expect(canvas.asManyAsFit(parts, gap: "  ", 1).map(\.text).joined() == "one")
    }
}

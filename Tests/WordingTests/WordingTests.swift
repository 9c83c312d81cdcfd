import JourneyModel
import Testing
import Wording

@Suite("Numbers, spans and dates as people read them")
struct WordingTests {
    @Test("Numbers")
    func numbers() {
        #expect(NumberText.count(1_234_567) == "1,234,567")
        #expect(NumberText.count(-1000) == "-1,000")
        #expect(NumberText.count(999) == "999")
        #expect(NumberText.percent(0.71449) == "71.4%")
        #expect(NumberText.percent(nil) == "–")
        #expect(NumberText.percent(0.9996) == "100.0%")
        #expect(NumberText.signed(-13) == "−13.0")
        #expect(NumberText.signed(0.04) == "0.0")
        #expect(NumberText.money(2.136, currency: "GBP") == "£2.14")
        #expect(NumberText.money(9300, currency: "SEK") == "9,300 SEK")
        #expect(NumberText.decimal(-1234.56, decimals: 1) == "-1,234.6")
        #expect(NumberText.decimal(.infinity) == "–")
    }

    @Test("Counts of things")
    func counts() {
        #expect(NumberText.counted(1, "event") == "1 event")
        #expect(NumberText.counted(1_234, "event") == "1,234 events")
        #expect(NumberText.counted(0, "criterion", "criteria") == "0 criteria")
        #expect(NumberText.counted(1, .person) == "1 person" && NumberText.counted(2, .person) == "2 people")
        for unit in CountingUnit.allCases {
            #expect(NumberText.counted(1, unit) == "1 \(unit.rawValue)")
            #expect(NumberText.counted(3, unit) == "3 \(unit.plural)")
        }
    }

    @Test(
        "Numbers in each style",
        arguments: [
            (.comma, "1,234,567.9", "12.3%", "−1,000.0"), (.space, "1\u{A0}234\u{A0}567,9", "12,3%", "−1\u{A0}000,0"),
            (.point, "1.234.567,9", "12,3%", "−1.000,0"), (.apostrophe, "1'234'567.9", "12.3%", "−1'000.0"),
        ] as [(WordingStyle.Numbers, String, String, String)]
    )
    func numberStyles(style: WordingStyle.Numbers, decimal: String, percent: String, signed: String) {
        WordingStyle.$current.withValue(WordingStyle(numbers: style)) {
            #expect(NumberText.decimal(1_234_567.89) == decimal)
            #expect(NumberText.percent(0.1234) == percent)
            #expect(NumberText.signed(-1000) == signed)
            #expect(NumberText.signed(-0.04).contains("−") == false)
        }
        #expect(NumberText.decimal(1_234_567.89) == "1,234,567.9")
    }

    @Test(
        "Dates in each style",
        arguments: [
            (
                .dayMonthYear, "3 Nov 2025",
                ["3–9 Nov 2025", "3 Nov–4 Dec 2025", "3 Nov 2025–4 Jan 2026", "Oct–Dec 2025"]
            ),
            (
                .monthDayYear, "Nov 3, 2025",
                ["Nov 3–9, 2025", "Nov 3–Dec 4, 2025", "Nov 3, 2025–Jan 4, 2026", "Oct–Dec 2025"]
            ),
            (
                .iso, "2025-11-03",
                ["2025-11-03–2025-11-09", "2025-11-03–2025-12-04", "2025-11-03–2026-01-04", "2025-10–2025-12"]
            ),
        ] as [(WordingStyle.Dates, String, [String])]
    )
    func dateStyles(style: WordingStyle.Dates, date: String, ranges: [String]) throws {
        let periods = try ["2025-11-03..2025-11-09", "2025-11-03..2025-12-04", "2025-11-03..2026-01-04", "2025-Q4"].map
        {
            try TimeRange(parsingPeriod: $0, in: .utc)
        }
        let year = try TimeRange(parsingPeriod: "2025", in: .utc)
        WordingStyle.$current.withValue(WordingStyle(dates: style)) {
            #expect(CivilDate(year: 2025, month: 11, day: 3).map(DateText.text) == date)
            #expect(periods.map { DateText.text($0, in: .utc) } == ranges)
            #expect(DateText.text(year, in: .utc) == "2025")
        }
    }

    @Test(
        "Spans",
        arguments: [
            (187_200_000, "2 d 4 h"), (180_000, "3 min"), (45_000, "45 s"), (380, "380 ms"), (0, "0 s"),
            (864_000_000, "10 d"), (930_000_000, "10 d"), (3_660_000, "1 h 1 min"), (-60_000, "−1 min"),
        ] as [(Int64, String)]
    )
    func spans(span: Int64, text: String) {
        #expect(SpanText.text(span) == text)
    }

    @Test(
        "Spans as typed",
        arguments: [
            ("14d", 1_209_600_000), ("1d12h", 129_600_000), ("90m", 5_400_000), ("2w", 1_209_600_000),
            ("250ms", 250), ("90 min", 5_400_000),
        ] as [(String, Int64)]
    )
    func typedSpans(text: String, span: Int64) throws {
        #expect(try SpanWord.parse(text) == span)
        #expect(try SpanWord.parse(SpanWord.text(span)) == span)
    }

    @Test(
        "What is no span says so",
        arguments: ["", "d", "14", "14x", "1M", "2 M", "-3d", "99999999999999999999d", "999999999999999w"]
    )
    func badSpans(text: String) {
        #expect(throws: ParsingError.self) { try SpanWord.parse(text) }
    }

    @Test("Ranges are said as short as can be")
    func ranges() throws {
        func range(_ from: (Int, Int, Int), _ to: (Int, Int, Int)) throws -> String {
            let first = try #require(CivilDate(year: from.0, month: from.1, day: from.2))
            let end = try #require(CivilDate(year: to.0, month: to.1, day: to.2))
            return DateText.text(TimeRange(from: Zone.utc.start(of: first), to: Zone.utc.start(of: end)), in: .utc)
        }
        #expect(try range((2025, 10, 1), (2026, 1, 1)) == "Oct–Dec 2025")
        #expect(try range((2025, 10, 1), (2025, 11, 1)) == "Oct 2025")
        #expect(try range((2025, 1, 1), (2026, 1, 1)) == "2025")
        #expect(try range((2025, 11, 3), (2025, 11, 10)) == "3–9 Nov 2025")
        #expect(try range((2025, 11, 3), (2025, 11, 4)) == "3 Nov 2025")
        #expect(try range((2024, 11, 1), (2025, 2, 1)) == "Nov 2024–Jan 2025")
        #expect(try range((2025, 9, 29), (2025, 10, 2)) == "29 Sep–1 Oct 2025")
        #expect(DateText.text(.all, in: .utc) == "all time")
    }

    @Test("An interval that has a width is not written as none, not even of a rate of millions")
    func margins() {
        let sure = Measure(value: 0.5, low: 0.4999, high: 0.5001, definition: .d12)
        #expect(NumberText.margin(sure) == "±0.1")
        #expect(NumberText.margin(Measure(value: 0.5, low: 0.49, high: 0.51, definition: .d12)) == "±1.0")
        #expect(NumberText.margin(Measure(value: 1, low: 1, high: 1, definition: .d12)) == "±0.0")
        WordingStyle.$current.withValue(WordingStyle(protection: DisclosurePolicy())) {
            #expect(NumberText.margin(sure) == "±1")
        }
    }

    @Test("An interval that half its width would carry beyond nothing or all is said by its ends, rounded outwards")
    func marginsWithinBounds() {
        let all = Measure.rate(12, of: 12, .d12)
        #expect(NumberText.margin(all) == "75.7–100.0")
        #expect(NumberText.margin(.rate(0, of: 10, .d12)) == "0.0–27.8")
        #expect(NumberText.margin(.rate(2, of: 200, .d12)) == "0.2–3.6")
        #expect(NumberText.margin(.rate(5, of: 10, .d12)) == "±26.3")
        // Of very many, too, it is not written as if it were certain.
        #expect(NumberText.margin(.rate(10_000_000, of: 10_000_000, .d12)) == "99.9–100.0")
        let exact = Measure(value: 1, low: 0.9, high: 1, definition: .d12)
        #expect(NumberText.margin(exact) == "90.0–100.0")
        WordingStyle.$current.withValue(WordingStyle(protection: DisclosurePolicy())) {
            #expect(NumberText.margin(all) == "75–100")
        }
    }

    @Test("Money that was rounded to protect people has no pence; other money keeps them")
    func protectedMoney() {
        #expect(NumberText.money(389, currency: "GBP") == "£389.00")
        WordingStyle.$current.withValue(WordingStyle(protection: DisclosurePolicy())) {
            #expect(NumberText.money(389, currency: "GBP") == "£389")
            #expect(NumberText.money(17.13, currency: "GBP") == "£17.13")
        }
    }

    @Test("An empty screen does not claim in public that there is nobody")
    func emptyInPublic() {
        #expect(NoneText.screen("Nobody has an event.") == "Nobody has an event.")
        WordingStyle.$current.withValue(WordingStyle(protection: DisclosurePolicy())) {
            #expect(NoneText.screen("Nobody has an event.").hasPrefix("Nobody, or fewer than 10: "))
        }
    }
}

import Foundation
import JourneyModel
import TestSupport
import Testing

@testable import JourneyFormats

/// Numbers as people write them.
struct WrittenNumberTests {
    @Test(arguments: [
        ("12.50", 12.5), ("1,234.50", 1234.5), ("1 234.50", 1234.5), ("1\u{202F}234", 1234), ("1'234.5", 1234.5),
        ("€12", 12), ("£1,234.50", 1234.5), ("US$ 7", 7), ("7 US$", 7), ("-€5", -5), ("€-5", -5), ("EUR 3", 3),
        ("3 EUR", 3), ("12.5 kr", 12.5), ("(5.00)", -5), ("5-", -5), ("\u{2212}4", -4), ("+3", 3), ("1e3", 1000),
        ("\u{A0}8\u{A0}", 8),
    ])
    func withAPoint(_ text: String, _ expected: Double) {
        #expect(WrittenNumber.value(text, .point) == expected)
    }

    @Test(arguments: [
        ("12,50", 12.5), ("1.234,50", 1234.5), ("€ 1.234,50", 1234.5), ("1 234,5", 1234.5), ("1.234", 1234), ("7", 7),
        ("-1.234.567,8 €", -1_234_567.8),
    ])
    func withAComma(_ text: String, _ expected: Double) {
        #expect(WrittenNumber.value(text, .comma) == expected)
    }

    /// What would be one behind the other mark, what is two, and what is none.
    @Test(arguments: [
        "12,50", "1.234,50", "n/k", "", "-", "€", "1.2.3", "1,23,4", "12 abc", "ABCD 5", "1,2345", "--5", "5%", "1 2",
        "١٢",
    ])
    func nothingIsGuessed(_ text: String) {
        #expect(WrittenNumber.value(text, .point) == nil)
    }

    @Test(arguments: ["12.50", "1.5", "1,2,3", "1.23,4"])
    func norBehindAComma(_ text: String) {
        #expect(WrittenNumber.value(text, .comma) == nil)
    }

    /// Whatever is written by the rules is read back.
    @Test(arguments: 0..<40)
    func whatIsWrittenIsRead(_ seed: Int) {
        var generator = SplitMix64(seed: UInt64(seed))
        for _ in 0..<200 {
            let whole = Int.random(in: 0...99_999_999, using: &generator)
            let cents = Int.random(in: 0...99, using: &generator)
            let mark = DecimalMark.allCases.randomElement(using: &generator) ?? .point
            let gaps = ["", " ", "\u{A0}", "'", mark == .point ? "," : "."]
            let gap = gaps.randomElement(using: &generator) ?? ""
            var digits = ""
            for (index, digit) in String(whole).reversed().enumerated() {
                if index > 0, index % 3 == 0 { digits = gap + digits }
                digits = String(digit) + digits
            }
            let text = digits + mark.rawValue + (cents < 10 ? "0" : "") + "\(cents)"
            let currency = ["", "€", "£ ", "USD ", "A$"].randomElement(using: &generator) ?? ""
            let isNegative = Bool.random(using: &generator)
            let written = (isNegative ? "-" : "") + currency + text
            let value = Double("\(whole).\(cents < 10 ? "0" : "")\(cents)") ?? .nan
            let expected: Double = isNegative ? -value : value
            #expect(WrittenNumber.value(written, mark) == expected, "\(written)")
        }
    }

    @Test(arguments: [("4 - Satisfied", 4.0), ("5: very good", 5), ("10 (best)", 10), ("1. poor", 1)])
    func aRatingBeforeWords(_ text: String, _ expected: Double) {
        #expect(WrittenNumber.leading(text) == expected)
    }

    @Test(arguments: ["good", "4", "2025-01-02", "4-5", ""])
    func noRatingBeforeWords(_ text: String) {
        #expect(WrittenNumber.leading(text) == nil)
    }

    @Test(arguments: [
        ("duration_ms", LengthUnit.milliseconds), ("speed_of_answer_sec", .seconds), ("Wait (min)", .minutes),
        ("durationMs", .milliseconds), ("Handling time in hours", .hours),
    ])
    func aColumnSaysItsUnit(_ name: String, _ expected: LengthUnit) {
        #expect(LengthUnit.named(by: name) == expected)
    }

    @Test(arguments: ["duration", "took", "items", "min", "id_d", "days_open_count"])
    func mostColumnsSayNone(_ name: String) {
        #expect(LengthUnit.named(by: name) == nil)
    }

    @Test func scales() throws {
        let ten = try RatingScale(named: "0..10")
        #expect(ten.rating(0, upTo: 5) == 1 && ten.rating(10, upTo: 5) == 5 && ten.rating(5, upTo: 5) == 3)
        #expect(ten.rating(11, upTo: 5) == nil)
        #expect(try RatingScale(named: "percent").rating(75, upTo: 5) == 4)
        #expect(try RatingScale(named: "1..5").rating(4, upTo: 5) == 4)
        for wrong in ["5", "5..1", "a..b", "1..2..3", ""] {
            #expect(importError { _ = try RatingScale(named: wrong) } != nil)
        }
    }
}

import JourneyModel
import Testing

@testable import Canvas

@Suite struct FittingTests {
    @Test(arguments: [
        ("housing", 7, "housing"), ("housing", 6, "housi…"), ("housing", 1, "…"), ("housing", 0, ""),
        ("日本語", 5, "日本…"), ("日本語", 4, "日…"), ("日本語", 2, "…"),
    ])
    func cutsAtTheEnd(text: String, columns: Int, expected: String) {
        #expect(SafeText(text).fitted(columns).text == expected)
    }

    @Test(arguments: [
        ("/home/anna/data/events.csv", 12, "/home…ts.csv"), ("abcdef", 5, "ab…ef"), ("abcdef", 4, "a…ef"),
    ])
    func cutsInTheMiddle(text: String, columns: Int, expected: String) {
        #expect(SafeText(text).fitted(columns, truncation: .middle).text == expected)
    }

    @Test func neverExceedsItsColumns() {
        var random = SplitMix64(seed: 3)
        let letters = Array("ab 日é😀\u{1B}한 x")
        for _ in 0..<2_000 {
            let count = Int.random(in: 0...30, using: &random)
            let text = String((0..<count).compactMap { _ in letters.randomElement(using: &random) })
            let columns = Int.random(in: 0...20, using: &random)
            for truncation in [Truncation.end, .middle] {
                #expect(SafeText(text).fitted(columns, truncation: truncation).width <= columns)
            }
            let lines = SafeText(text).wrapped(columns)
            #expect(lines.allSatisfy { $0.width <= max(2, columns) })
            // Nothing but spaces is lost.
            #expect(
                lines.map(\.text).joined().filter { $0 != " " } == SafeText(text).text.filter { $0 != " " }
            )
        }
    }

    @Test func wrapsAtSpaces() {
        let text = "Completion rose, most in Parking."
        #expect(SafeText(text).wrapped(16).map(\.text) == ["Completion rose,", "most in Parking."])
        #expect(SafeText(text).wrapped(80).map(\.text) == [text])
        #expect(SafeText("").wrapped(10).map(\.text) == [""])
    }

    @Test func breaksALongWord() {
        let word = String(repeating: "x", count: 300)
        let lines = SafeText("a " + word + " b").wrapped(40)
        #expect(lines.map(\.width) == [1, 40, 40, 40, 40, 40, 40, 40, 22])
        #expect(lines.last?.text == String(repeating: "x", count: 20) + " b")
    }
}

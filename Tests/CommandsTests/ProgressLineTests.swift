import Canvas
import Testing

@testable import Commands

@Suite("The line of progress")
struct ProgressLineTests {
    private func text(
        _ share: Double?,
        _ count: Int? = nil,
        _ seconds: Double = 2,
        _ glyphs: GlyphSet = .ascii
    ) -> String {
        ProgressLine.text("a.csv", share: share, count: count, noun: "rows", seconds: seconds, glyphs: glyphs)
    }

    @Test("says what is known, and what is left once that can be told")
    func parts() {
        #expect(text(nil) == "a.csv")
        #expect(text(nil, 3000) == "a.csv  3,000 rows, 1,500/s")
        #expect(text(0).hasSuffix("0%"))
        #expect(text(0.5, 3000).contains("50%  3,000 rows, 1,500/s"))
        #expect(text(0.5).hasSuffix("2 s left"))
        #expect(text(0.005).hasSuffix("0%"))
        #expect(text(1).hasSuffix("100%"))
        #expect(text(nil, 10, 0) == "a.csv")
    }

    @Test("the bar is as wide whatever the share, and more than all is all", arguments: [-1, 0, 0.25, 0.999, 1, 3.0])
    func bar(share: Double) throws {
        for glyphs in [GlyphSet.ascii, .unicode] {
            let bar = try #require(text(share, nil, 2, glyphs).split(separator: "  ").dropFirst().first)
            #expect(bar.count == 16)
        }
    }
}

import Testing

@testable import Canvas

@Suite struct BarTests {
    private func drawn(_ bar: Bar, _ width: Int, _ glyphs: GlyphSet = .unicode) -> (text: String, styles: String) {
        var canvas = Canvas(width: width, height: 1, glyphs: glyphs)
        canvas.bar(bar)
        return (canvas.grid.text[0], canvas.grid.styleText[0])
    }

    @Test(arguments: [
        (0.0, ""), (1.0, "▇▇▇▇▇▇▇▇"), (0.5, "▇▇▇▇"), (0.125, "▇"), (1.0 / 64, "▏"), (5.0 / 64, "▋"),
        (0.999, "▇▇▇▇▇▇▇▇"),
        (0.001, ""), (-3.0, ""), (7.0, "▇▇▇▇▇▇▇▇"), (Double.nan, ""), (.infinity, ""),
    ])
    func isDrawnToAnEighth(share: Double, expected: String) {
        #expect(drawn(Bar(share), 8).text == expected)
    }

    @Test func everyLengthIsThatOfItsShare() {
        for eighths in 0...80 {
            let text = drawn(Bar(Double(eighths) / 80), 10).text
            let parts = GlyphSet.unicode.barParts
            let length = text.reduce(0) { $0 + (parts.firstIndex(of: String($1)) ?? 0) + 1 }
            #expect(length == eighths)
        }
    }

    @Test func pendingFollowsTheFilledPart() {
        #expect(drawn(Bar(0.5, pending: 0.25), 8).text == "▇▇▇▇░░")
        #expect(drawn(Bar(0.5, pending: 0.25), 8).styles == "####--")
        #expect(drawn(Bar(0.55, pending: 0.2, showsRest: true), 10, .ascii).text == "#####=--..")
        #expect(drawn(Bar(0.9, pending: 0.9), 10).text == "▇▇▇▇▇▇▇▇▇░")
    }

    @Test func theWhiskerSpansTheInterval() {
        #expect(drawn(Bar(0.5, interval: 0.35...0.75), 10).text == "▇▇▇▓▓──┤")
        #expect(drawn(Bar(0.5, interval: 0.35...0.75), 10).styles == "#####~~~")
        #expect(drawn(Bar(0.5, interval: 0.35...0.75), 10, .ascii).text == "###++~~]")
        #expect(drawn(Bar(0.55, interval: 0.35...0.75), 10).text == "▇▇▇▓▓▌─┤")
        #expect(drawn(Bar(0.1, interval: 0.3...0.6), 10).text == "▇  ├──┤")
        // Within one cell there is nothing to see.
        #expect(drawn(Bar(0.55, interval: 0.53...0.57), 10).text == "▇▇▇▇▇▌")
    }

    @Test func aTargetIsMarked() {
        #expect(drawn(Bar(0.3, target: 0.6), 10).text == "▇▇▇   ┃")
        #expect(drawn(Bar(0.3, target: 1), 10, .ascii).text == "###      |")
    }

    @Test func eachKindOfSegmentHasItsCharacter() {
        for glyphs in [GlyphSet.unicode, .ascii] {
            let kinds =
                glyphs.barParts + [glyphs.barPending, glyphs.barRest, glyphs.barUnsure, glyphs.whisker, glyphs.target]
                + [glyphs.whiskerLeft, glyphs.whiskerRight]
            #expect(Set(kinds).count == kinds.count)
        }
    }

    @Test func progressIsNeverRoundedUp() {
        var canvas = Canvas(width: 15, height: 1)
        canvas.progress(0.999)
        #expect(canvas.grid.text == ["▇▇▇▇▇▇▇▇▇▇  99%"])
    }

    @Test func glyphsAreOneColumnWide() {
        for glyphs in [GlyphSet.unicode, .ascii] {
            let single =
                glyphs.barParts + glyphs.spark + glyphs.shades + [
                    glyphs.replacement, glyphs.barPending, glyphs.barRest, glyphs.whisker, glyphs.target, glyphs.absent,
                    glyphs.up, glyphs.down, glyphs.flat, glyphs.marker, glyphs.rule, glyphs.ellipsis,
                    glyphs.sortAscending,
                    glyphs.sortDescending, glyphs.check, glyphs.cross, glyphs.dash, glyphs.dot, glyphs.circle,
                    glyphs.halfCircle, glyphs.opened, glyphs.closed, glyphs.crumb, glyphs.bullet,
                ]
            #expect(single.allSatisfy { SafeText($0, glyphs).width == 1 && SafeText($0, glyphs).text == $0 })
            let tree = [glyphs.treeBranch, glyphs.treeLast, glyphs.treeThrough, glyphs.treeBlank]
            #expect(tree.allSatisfy { SafeText($0, glyphs).width == 2 })
        }
    }
}

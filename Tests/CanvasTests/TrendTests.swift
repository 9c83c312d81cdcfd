import Testing

@testable import Canvas

@Suite("Trends with an axis")
struct TrendTests {
    private func drawn(_ values: [Double?], marks: [Int: String] = [:], glyphs: GlyphSet = .unicode) -> [String] {
        var canvas = Canvas(width: 15, height: 4, glyphs: glyphs)
        canvas.trend(
            Trend(values, low: "1.0", high: "9.0", first: "2024", last: "2025", marks: marks),
            in: Rect(x: 0, y: 0, width: 15, height: 4)
        )
        return canvas.grid.text
    }

    @Test("The least and the greatest stand at the ends of the axis, the periods under it")
    func axis() {
        let lines = drawn([1, 2, 3, 4, 5, 6, 7, 8, 9])
        #expect(lines[0].hasPrefix("9.0│") && lines[2].hasPrefix("1.0│"))
        #expect(lines[1].hasPrefix("   │"))
        #expect(lines[3] == "    2024   2025")
    }

    @Test("A rising line begins at the bottom left and ends at the top right; a flat one is in the middle")
    func shape() {
        let rising = drawn([1, 2, 3, 4, 5, 6, 7, 8, 9])
        #expect(rising[2].dropFirst(4).first == "⣀" || rising[2].dropFirst(4).first == "⡠")
        #expect(rising[0].count == 15 && rising[0].last != " ")
        let flat = drawn(Array(repeating: 4, count: 9))
        #expect(flat[0] == "9.0│" && flat[1].count == 15)
    }

    @Test("Nothing is drawn where there is no value, and nothing joined over it")
    func gaps() {
        let lines = drawn([1, 1, 1, 1, nil, nil, nil, 1, 1, 1, 1, 9])
        #expect(lines[2].dropFirst(9).first == " " || lines[1].dropFirst(9).first == " ")
        #expect(drawn([nil, nil]).first == "9.0│")
        #expect(drawn([.nan, .infinity]).first == "9.0│")
        #expect(drawn([]).first == "9.0│")
    }

    @Test("A mark is a line down with its number, in plain glyphs too; one out of the trend is none")
    func marks() {
        for glyphs in [GlyphSet.unicode, .ascii] {
            let lines = drawn([1, 1, 1, 1, 1, 1, 1, 1, 9], marks: [4: "1", 40: "7"], glyphs: glyphs)
            #expect(lines.joined().contains("1") && !lines.joined().contains("7"))
            #expect(lines[0].dropFirst(4).contains("1"))
            #expect(lines[1].dropFirst(4).contains(Character(glyphs.verticalRule)))
        }
    }

    @Test("Trends of any size stay in their place")
    func bounds() {
        for trial in 0..<300 {
            let values: [Double?] = (0..<(trial % 41)).map { (place: Int) -> Double? in
                let step: Int = place * trial
                return step % 7 == 3 ? nil : Double(step % 13 - 6) * 1e300
            }
            let rect = Rect(x: 2, y: 1, width: trial % 21, height: trial % 7)
            var canvas = Canvas(width: 30, height: 10)
            canvas.trend(Trend(values, low: "0", high: "1", last: "x", marks: [0: "1", 1: "2"]), in: rect)
            for y in 0..<10 {
                for x in 0..<30 where !rect.contains(x: x, y: y) { #expect(canvas.grid[x, y].text == " ") }
            }
        }
    }
}

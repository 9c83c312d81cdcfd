import Testing

@testable import Canvas

@Suite struct SparklineTests {
    private func drawn(
        _ values: [Double?],
        width: Int = 12,
        range: ClosedRange<Double>? = nil,
        glyphs: GlyphSet = .unicode
    ) -> String {
        var canvas = Canvas(width: width, height: 1, glyphs: glyphs)
        canvas.sparkline(values, range: range)
        return canvas.grid.text[0]
    }

    @Test func growsWithTheValue() {
        #expect(drawn([0, 1, 2, 3, 4, 5, 6, 7]) == "▁▂▃▄▅▆▇█")
        #expect(drawn([0, 1, 2, 3, 4, 5, 6, 7], glyphs: .ascii) == "_.:-=+*#")
        #expect(drawn([7, 0]) == "█▁")
    }

    @Test func anAbsentValueIsNotALowOne() {
        #expect(drawn([1, nil, .nan, 2]) == "▁··█")
    }

    @Test func aFlatSeriesStandsInTheMiddle() {
        #expect(drawn([5, 5, 5]) == "▅▅▅")
    }

    @Test func showsTheLastValues() {
        #expect(drawn([9, 9, 9, 0, 7], width: 2) == "▁█")
    }

    @Test func keepsToTheRange() {
        #expect(drawn([0, 50, 100, 200], range: 0...100) == "▁▅██")
        #expect(drawn([], range: 0...1) == "")
    }

    @Test func marksWhereSomethingHappened() {
        var canvas = Canvas(width: 12, height: 2)
        canvas.sparkline([0, 1, 2, 3], marks: [0, 2])
        canvas.sparkline([9, 0, 2, 3], marks: [2], y: 1, width: 4)
        #expect(canvas.grid.text == ["│▁▃│▆█", "▁│▆█"])
    }
}

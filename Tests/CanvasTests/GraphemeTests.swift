import Testing

@testable import Canvas

struct GraphemeTests {
    @Test(
        "A grapheme holds its text and its width",
        arguments: [
            ("a", 1), ("\u{E9}", 1), ("e\u{301}", 1), ("e\u{302}\u{301}", 1), ("\u{1F600}", 2), ("生", 2), ("█", 1),
        ]
    )
    func holds(text: String, width: Int) throws {
        let grapheme = try #require(SafeText(text).graphemes.first)
        #expect(Array(grapheme.text.unicodeScalars) == Array(text.unicodeScalars))
        #expect(grapheme.width == width)
        #expect(grapheme.scalars == Array(text.unicodeScalars))
        #expect(grapheme.isSingleScalar == (text.unicodeScalars.count == 1))
    }

    @Test func whatIsASCIIHasAByte() {
        #expect(Grapheme("a").ascii == UInt8(ascii: "a"))
        #expect(SafeText("\u{E9}").graphemes.first?.ascii == nil)
        #expect(SafeText("生").graphemes.first?.ascii == nil)
    }

    @Test func nothingCoversNothing() {
        #expect(Grapheme.none.width == 0)
        #expect(Grapheme.none.text.isEmpty)
        #expect(Grapheme.none.ascii == nil)
    }

    @Test(
        "Measuring is cleaning",
        arguments: ["plain", "tab\there", "生活", "e\u{301}", "\u{202E}evil", "", "a→b", "naïve"]
    )
    func measuring(text: String) {
        for glyphs in [GlyphSet.unicode, .ascii] {
            #expect(TextCleaner.width(of: text, glyphs) == SafeText(text, glyphs).width)
        }
    }
}

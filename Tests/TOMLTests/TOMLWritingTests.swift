import TOML
import Testing

@Suite("What is written is read again as the same")
struct TOMLWritingTests {
    @Test(
        "Keys and texts",
        arguments: [
            "", "plain", "two words", "a.b", "é", "e\u{301}", "\"quoted\"", "back\\slash", "tab\tand\r\nbreak",
            "\u{0}\u{1B}[2J",
            "\u{7F}\u{85}\u{9B}", "\u{202E}turned\u{2028}\u{FEFF}", "😀 \u{E000} \u{10FFFF}", "'", "'''", "\"\"\"", "#",
            "= [x]",
        ]
    )
    func texts(_ text: String) throws {
        let line = "\(TOMLWriting.key(text)) = \(TOMLWriting.list([text, text]))"
        let entry = try #require(try TOMLText.table(line).entries.first)
        #expect(Array(entry.key.utf8) == Array(text.utf8))
        let values = try #require(entry.value.array)
        #expect(values.count == 2)
        for value in values { #expect(value.string.map { Array($0.utf8) } == Array(text.utf8)) }
    }

    @Test("Nothing that is written can move a cursor, turn a line around or stay unseen")
    func visible() {
        let hostile = String(String.UnicodeScalarView((0..<0x3000).compactMap(Unicode.Scalar.init)))
        let isVisible = TOMLWriting.quoted(hostile).unicodeScalars.allSatisfy {
            ![.control, .format, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory)
        }
        #expect(isVisible)
        #expect(TOMLWriting.key("bare_Key-9") == "bare_Key-9")
    }
}

import TOML
import Testing

/// Texts that are no TOML 1.0, with the line and a few words of what is said about each.
struct TOMLInvalidTests {
    static let documents: [(text: String, line: Int, says: String)] = [
        // Those that used to end the process.
        ("[.a]", 1, "where a key should be"),
        ("[[.a]]", 1, "where a key should be"),
        ("a = 1\n[ .b]", 2, "where a key should be"),
        ("[[view]]\nname = 'a'\n[.b]", 3, "where a key should be"),
        // Headers.
        ("[a", 1, "the end of the file where the ] of the header"),
        ("[a\nx = 1", 1, "the end of the line where the ] of the header"),
        ("[]", 1, "']' where a key should be"),
        ("[[]]", 1, "where a key should be"),
        ("[a.]", 1, "where a key should be"),
        ("[a..b]", 1, "where a key should be"),
        ("[a]]", 1, "where the line should end"),
        ("[[a]", 1, "where the ]] of the header"),
        ("[ [a]]", 1, "where a key should be"),
        ("[a] b = 1", 1, "'b' where the line should end"),
        ("[a b]", 1, "'b' where the ] of the header"),
        // Said twice.
        ("a = 1\na = 2", 2, "a stands already on line 1"),
        ("a = 1\n'a' = 2", 2, "a stands already on line 1"),
        ("[a]\n[a]", 2, "a stands already on line 1"),
        ("a = 1\n[a]", 2, "already on line 1"),
        ("a = 1\n[a.b]", 2, "already on line 1"),
        ("[a]\nb = 1\n[a.b]", 3, "already on line 2"),
        ("[a]\n[[a]]", 2, "already on line 1"),
        ("[[a]]\n[a]", 2, "already on line 1"),
        ("a = []\n[[a]]", 2, "already on line 1"),
        ("a = [{}]\n[a.b]", 2, "already on line 1"),
        ("a = {}\n[a]", 2, "already on line 1"),
        ("a = {}\n[a.b]", 2, "already on line 1"),
        ("a = {}\na.b = 1", 2, "already on line 1"),
        ("a = {b = 1, b = 2}", 1, "b stands already on line 1"),
        ("a = {b = {}, b.c = 1}", 1, "already on line 1"),
        ("a.b = 1\n[a]", 2, "already on line 1"),
        ("a.b = 1\na.b.c = 2", 2, "already on line 1"),
        ("[a.b.c]\nz = 9\n[a]\nb.c.t = 1", 4, "already on line 1"),
        ("[[a.b]]\n[a]\nb.y = 2", 3, "already on line 1"),
        ("[a]\nb.c = 1\n[a.b]", 3, "already on line 2"),
        // Keys and lines.
        ("a", 1, "where the = after the key"),
        ("a b = 1", 1, "'b' where the = after the key"),
        ("= 1", 1, "'=' where a key should be"),
        ("a. = 1", 1, "where a key should be"),
        (".a = 1", 1, "where a key should be"),
        ("é = 1", 1, "the character U+00E9 where a key should be"),
        ("\"\"\"a\"\"\" = 1", 1, "a key cannot go over several lines"),
        ("a =", 1, "the end of the file where a value should be"),
        ("a = # none", 1, "'#' where a value should be"),
        ("\n\na = \nb = 1", 3, "the end of the line where a value should be"),
        ("a = 1 b = 2", 1, "where the line should end"),
        ("a = 1\rb = 2", 1, "where the line should end"),
        ("# \u{0}", 1, "a comment cannot hold the character U+0000"),
        ("# a\rb", 1, "a comment cannot hold"),
        // Strings.
        ("a = \"b", 1, "the text is not closed"),
        ("a = 'b\nc'", 1, "the text is not closed"),
        ("\na = \"\"\"b\nc", 2, "its three quotes at the end are missing"),
        ("a = '''b''", 1, "its three quotes at the end are missing"),
        ("a = \"\"\"b\"\"\"\"\"\"", 1, "where the line should end"),
        (#"a = "\x41""#, 1, "no such escape"),
        (#"a = "C:\new folder\.""#, 1, "no such escape"),
        (#"a = "\"#, 1, "no such escape"),
        (#"a = "\u12""#, 1, "needs 4 hexadecimal digits"),
        (#"a = "\U0000""#, 1, "needs 8 hexadecimal digits"),
        (#"a = "\uD800""#, 1, "no Unicode character"),
        (#"a = "\U00110000""#, 1, "no Unicode character"),
        ("a = \"\u{1}\"", 1, "cannot hold the character U+0001"),
        ("a = '\u{7F}'", 1, "cannot hold the character U+007F"),
        ("a = \"\"\"\n\u{1B}\"\"\"", 2, "cannot hold the character U+001B"),
        // Numbers, words and times.
        ("a = day", 1, "day is no value: text is put in quotes"),
        ("a = True", 1, "no value"),
        ("a = 01", 1, "01 is no value"),
        ("a = -01.5", 1, "no value"),
        ("a = 1__0", 1, "no value"),
        ("a = _1", 1, "no value"),
        ("a = 1_", 1, "no value"),
        ("a = 1.", 1, "no value"),
        ("a = .5", 1, "no value"),
        ("a = 1.e5", 1, "no value"),
        ("a = 1e", 1, "no value"),
        ("a = 1e5.0", 1, "no value"),
        ("a = --1", 1, "no value"),
        ("a = +-1", 1, "no value"),
        ("a = 0x", 1, "no value"),
        ("a = 0XFF", 1, "no value"),
        ("a = +0xFF", 1, "no value"),
        ("a = 0xG", 1, "no value"),
        ("a = 0b2", 1, "no value"),
        ("a = 0o8", 1, "no value"),
        ("a = 0x_1", 1, "no value"),
        ("a = 9223372036854775808", 1, "too large"),
        ("a = 0xFFFFFFFFFFFFFFFF", 1, "too large"),
        ("a = 1e999", 1, "too large"),
        ("a = 1979-13-01", 1, "no date or time"),
        ("a = 2001-02-29", 1, "no date or time"),
        ("a = 1979-05-27T24:00:00Z", 1, "no date or time"),
        ("a = 1979-05-27T07:60:00Z", 1, "no date or time"),
        ("a = 1979-05-27T07:32:00+24:00", 1, "no date or time"),
        ("a = 1979-05-27T07:32", 1, "no date or time"),
        ("a = 1979-5-7", 1, "no date or time"),
        ("a = 07:32:00.", 1, "no date or time"),
        ("a = 07:32:00Z", 1, "no date or time"),
        ("a = 1979-05-27  07:32:00", 1, "where the line should end"),
        // Lists and tables in braces.
        ("a = [1, 2", 1, "the list is not closed"),
        ("\na = [\n1,\n\n", 2, "the list is not closed"),
        ("a = [1 2]", 1, "'2' where a , or the ]"),
        ("a = [,]", 1, "where a value should be"),
        ("a = [1,,2]", 1, "where a value should be"),
        ("a = {", 1, "where a key should be"),
        ("a = {b = 1", 1, "where a , or the }"),
        ("a = {b = 1,}", 1, "where a key should be"),
        ("a = {b = 1\n}", 1, "where a , or the }"),
        ("a = {b}", 1, "where the = after the key"),
        ("a = }", 1, "where a value should be"),
    ]

    @Test("What is no TOML is refused with its line and in words", arguments: documents.indices)
    func document(_ index: Int) throws {
        let document = Self.documents[index]
        let fault = try #require(throws: TOMLFault.self) { try TOMLText.table(document.text) }
        #expect(fault.line == document.line, "\(document.text): \(fault)")
        #expect(fault.message.contains(document.says), "\(document.text): \(fault)")
    }

    @Test("Bytes that are no UTF-8 are refused with their line")
    func encoding() throws {
        for bytes: [UInt8] in [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80]] {
            let text = Array("a = 1\n# two\nb = \"".utf8) + bytes + Array("\"\n".utf8)
            let fault = try #require(throws: TOMLFault.self) { try TOMLText.table(bytes: text) }
            #expect(fault.line == 3)
            #expect(fault.message.contains("not UTF-8"))
        }
        #expect(throws: TOMLFault.self) { try TOMLText.table(bytes: [0xFF, 0xFE, 0x61, 0, 0x3D, 0, 0x31, 0]) }
    }

    @Test("A message holds nothing of the text that a terminal would take for an order, and not all of a long word")
    func harmless() throws {
        for text in ["\u{9B}31m = 1", "a = \u{1B}[2J", "[\u{202E}]", "\"\\u001b[2J\" = 1\n\"\\u001b[2J\" = 2"] {
            let fault = try #require(throws: TOMLFault.self) { try TOMLText.table(text) }
            let hasOrder = fault.message.unicodeScalars.contains { $0.properties.generalCategory == .control }
            #expect(!hasOrder, "\(fault)")
        }
        let long = String(repeating: "x", count: 100_000)
        let fault = try #require(throws: TOMLFault.self) { try TOMLText.table("a = \(long)") }
        #expect(fault.message.count < 120)
    }
}

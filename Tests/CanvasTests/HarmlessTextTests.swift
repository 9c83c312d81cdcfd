import JourneyModel
import Testing

@testable import Canvas

@Suite("Text that does nothing")
struct HarmlessTextTests {
    static let names = [
        "plain", "it's", "red\u{1B}[31m", "\u{9B}2J", "a\u{7}b", "line\nfeed", "return\rover", "tab\tstop",
        "\u{202E}left",
        "zero\u{200B}width\u{FEFF}", "e\u{301}\u{302}\u{303}\u{304}", "👨‍👩‍👧‍👦", "🇬🇧", "no\u{A0}break", "line\u{2028}end",
        "wide 生活",
        "tag\u{E0041}", "heart \u{2764}\u{FE0F}", "private \u{E000}", "\\back'slash\u{1}", "ZÜRICH", "ﾊﾝｶｸ", "\u{115F}",
    ]

    @Test("a command is the same command after it was made safe to show", arguments: names)
    func commandsStay(name: String) {
        let word = ShellWord.quoted(name)
        #expect(SafeText(word).text == word)
        #expect(!word.unicodeScalars.contains { $0.isActing })
    }

    @Test("what a terminal acts on is replaced, and nothing else", arguments: names)
    func harmless(name: String) {
        let text = name.harmless
        #expect(!text.unicodeScalars.contains { $0.isActing && $0 != "\n" && $0 != "\t" })
        #expect(text.unicodeScalars.count == name.unicodeScalars.count)
        #expect(text.harmless == text)
        #expect(!name.harmlessLine.contains { $0.isNewline })
        if !name.unicodeScalars.contains(where: \.isActing) { #expect(text == name) }
    }

    @Test("the lines of CSV end as they did, and a carriage return alone is replaced")
    func linesOfCSV() {
        #expect("a,b\r\nc\r\n".harmless == "a,b\r\nc\r\n")
        #expect("over\rwritten\r\r\nend\r".harmless == "over\u{FFFD}written\u{FFFD}\r\nend\u{FFFD}")
    }
}

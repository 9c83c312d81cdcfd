import JourneyModel
import Testing

@testable import Canvas

@Suite struct SafeTextTests {
    /// What data may hold, and what is shown of it: in Unicode and in ASCII.
    static let hostile: [(name: String, text: String, unicode: String, ascii: String)] = [
        ("colour", "a\u{1B}[31mb", "a\u{FFFD}[31mb", "a?[31mb"),
        ("clipboard", "\u{1B}]52;c;aGk=\u{07}", "\u{FFFD}]52;c;aGk=\u{FFFD}", "?]52;c;aGk=?"),
        ("C1 control sequence introducer", "a\u{9B}2Jb", "a\u{FFFD}2Jb", "a?2Jb"),
        ("backspace", "ab\u{8}\u{8}cd", "ab\u{FFFD}\u{FFFD}cd", "ab??cd"),
        ("carriage return", "safe\revil", "safe\u{FFFD}evil", "safe?evil"),
        ("carriage return and newline", "a\r\nb", "a\u{FFFD}b", "a?b"),
        ("newline", "a\nb", "a\u{FFFD}b", "a?b"),
        ("tab", "a\tb", "a\u{FFFD}b", "a?b"),
        ("NUL", "a\0b", "a\u{FFFD}b", "a?b"),
        ("DEL", "a\u{7F}b", "a\u{FFFD}b", "a?b"),
        ("right-to-left override", "a\u{202E}txt.exe", "a\u{FFFD}txt.exe", "a?txt.exe"),
        ("isolates", "\u{2066}a\u{2069}", "\u{FFFD}a\u{FFFD}", "?a?"),
        ("zero-width space", "pay\u{200B}pal", "pay\u{FFFD}pal", "pay?pal"),
        // A joiner belongs to the letter before it, so that they are replaced together.
        ("zero-width joiner", "a\u{200D}b", "\u{FFFD}b", "?b"),
        ("byte order mark", "\u{FEFF}a", "\u{FFFD}a", "?a"),
        ("soft hyphen", "co\u{AD}op", "co\u{FFFD}op", "co?op"),
        ("tag characters", "a\u{E0061}", "\u{FFFD}", "?"),
        ("line separator", "a\u{2028}b", "a\u{FFFD}b", "a?b"),
        ("private use", "\u{E000}", "\u{FFFD}", "?"),
        ("unassigned", "\u{0378}", "\u{FFFD}", "?"),
        ("newer than Unicode 14", "\u{1FAE8}", "\u{FFFD}", "?"),
        ("Hangul filler", "\u{3164}", "\u{FFFD}", "?"),
        ("family", "👩‍👩‍👧‍👦!", "\u{FFFD}!", "?!"),
        ("flag", "🇬🇧!", "\u{FFFD}!", "?!"),
        ("keycap", "1\u{FE0F}\u{20E3}", "\u{FFFD}", "?"),
        ("skin tone", "👍🏽", "👍", "?"),
        ("emoji presentation", "❤\u{FE0F}", "❤", "?"),
        ("variation selector on a letter", "a\u{FE01}", "\u{FFFD}", "?"),
        ("emoji selector on a letter", "a\u{FE0F}", "\u{FFFD}", "?"),
        ("hidden selectors", "😀\u{E0101}\u{E0102}", "\u{FFFD}", "?"),
        ("a mark", "e\u{301}", "e\u{301}", "e"),
        ("two marks", "a\u{302}\u{301}", "a\u{302}\u{301}", "a"),
        ("stacked marks", "Z\u{300}\u{301}\u{302}\u{303}o", "\u{FFFD}o", "?o"),
        ("a mark alone", "\u{301}a", "\u{FFFD}a", "?a"),
        ("enclosing mark", "a\u{20DD}", "\u{FFFD}", "?"),
        ("CJK", "日本", "日本", "??"),
        ("no-break space", "1\u{A0}000\u{202F}€", "1\u{A0}000 €", "1 000 EUR"),
        ("transliterated", "Zoë – £5 “ok”…", "Zoë – £5 “ok”…", "Zoe - GBP5 \"ok\"..."),
    ]

    @Test(arguments: hostile)
    func becomesVisibleAndHarmless(name: String, text: String, unicode: String, ascii: String) {
        #expect(SafeText(text, .unicode).text == unicode, "\(name)")
        #expect(SafeText(text, .ascii).text == ascii, "\(name)")
    }

    @Test func eachInvalidSequenceIsReplaced() {
        #expect(SafeText(bytes: [0x61, 0xFF, 0x62]).text == "a\u{FFFD}b")
        #expect(SafeText(bytes: [0x61, 0xC3]).text == "a\u{FFFD}")
        #expect(SafeText(bytes: [0xED, 0xA0, 0x80], .ascii).text.allSatisfy { $0 == "?" })
    }

    @Test(arguments: [
        ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("ﾊﾝ", 2), ("Ａ", 2), ("한글", 4), ("😀", 2),
        ("👍🏽", 2), ("👩‍👩‍👧", 1), ("🇬🇧", 1), ("▲±–", 3), ("●", 1), ("\u{3000}", 2), ("ไทย", 3), ("สวัสดี", 4),
    ])
    func widthIsThatOfTerminals(text: String, width: Int) {
        #expect(SafeText(text).width == width)
    }

    /// Whatever scalars come, nothing is shown that has no width or acts on a terminal.
    @Test func noScalarSlipsThrough() {
        var random = SplitMix64(seed: 7)
        for _ in 0..<20_000 {
            let scalars = (0..<Int.random(in: 1...5, using: &random)).compactMap { _ in
                Unicode.Scalar(
                    UInt32.random(in: 0...0x10FFFF, using: &random)
                        % [0x250, 0x3000, 0x110000].randomElement(using: &random, or: 0x250)
                )
            }
            var text = ""
            text.unicodeScalars.append(contentsOf: scalars)
            for grapheme in SafeText(text).graphemes {
                #expect(grapheme.width == 1 || grapheme.width == 2)
                let first = grapheme.text.unicodeScalars.first
                #expect(first.map { ScalarWidth.ofBase($0) == grapheme.width } == true)
                #expect(grapheme.text.unicodeScalars.allSatisfy { !isHarmful($0) }, "\(scalars)")
            }
            #expect(SafeText(text, .ascii).text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
        }
    }

    private func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: true
        default: scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    /// Cleaning twice changes nothing more: what is shown is itself safe.
    @Test(arguments: hostile.map(\.text))
    func cleaningIsIdempotent(text: String) {
        let once = SafeText(text).text
        #expect(SafeText(once).text == once)
    }
}

extension Array {
    func randomElement(using dice: inout SplitMix64, or other: Element) -> Element {
        randomElement(using: &dice) ?? other
    }
}

import Canvas
import JourneyModel
import Testing
import Wording

@testable import Commands

@Suite("What a locale says")
struct LocaleTests {
    @Test(
        "dates and numbers of languages and of countries that differ",
        arguments: [
            ("C", WordingStyle.Dates.dayMonthYear, WordingStyle.Numbers.comma),
            ("POSIX", .dayMonthYear, .comma), ("", .dayMonthYear, .comma), ("en_US.UTF-8", .monthDayYear, .comma),
            ("en_GB", .dayMonthYear, .comma), ("en_CA", .iso, .comma), ("de_DE@euro", .dayMonthYear, .point),
            ("de_CH", .dayMonthYear, .apostrophe), ("de_LI.UTF-8", .dayMonthYear, .apostrophe),
            ("pt_BR", .dayMonthYear, .point), ("pt_PT", .dayMonthYear, .space), ("es_ES", .dayMonthYear, .point),
            ("es_MX", .dayMonthYear, .comma), ("sv_SE", .iso, .space), ("fr", .dayMonthYear, .space),
            ("ja_JP", .iso, .comma), ("tlh_XX", .dayMonthYear, .comma),
        ]
    )
    func wording(locale: String, dates: WordingStyle.Dates, numbers: WordingStyle.Numbers) {
        let style = WordingStyle(locale: ["LANG": locale])
        #expect(style.dates == dates && style.numbers == numbers)
    }

    @Test("the first that is set decides, and an empty one is not set")
    func order() {
        let all = ["LC_ALL": "de_DE", "LC_NUMERIC": "fr_FR", "LC_TIME": "sv_SE", "LANG": "en_US"]
        #expect(WordingStyle(locale: all).numbers == .point)
        #expect(WordingStyle(locale: all.merging(["LC_ALL": ""]) { $1 }).numbers == .space)
        #expect(WordingStyle(locale: all.merging(["LC_ALL": ""]) { $1 }).dates == .iso)
        #expect(WordingStyle(locale: ["LC_NUMERIC": "fr_FR", "LANG": "en_US"]).dates == .monthDayYear)
    }

    @Test("characters are Unicode where the locale is UTF-8, and only there")
    func glyphs() {
        #expect(GlyphSet.ofLocale(["LANG": "de_DE.UTF-8"]) == .unicode)
        #expect(GlyphSet.ofLocale(["LANG": "de_DE.utf8"]) == .unicode)
        #expect(GlyphSet.ofLocale(["LANG": "de_DE.ISO-8859-1"]) == .ascii)
        #expect(GlyphSet.ofLocale([:]) == .ascii)
        #expect(GlyphSet.ofLocale(["LC_ALL": "C", "LANG": "C.UTF-8"]) == .ascii)
        #expect(GlyphSet.ofLocale(["LC_ALL": "", "LC_CTYPE": "C.UTF-8", "LANG": "C"]) == .unicode)
        #expect(GlyphChoice.set(.ascii, environment: ["LANG": "C.UTF-8"]) == .ascii)
        #expect(GlyphChoice.set(nil, environment: ["LANG": "C.UTF-8"]) == .unicode)
    }
}

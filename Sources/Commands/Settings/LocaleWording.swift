import JourneyModel
import Wording

extension WordingStyle {
    /// What people with this locale expect, as far as it says anything; else the style that needs no locale. The locale's
    /// own tables are not asked: servers seldom have more than C.
    ///
    /// - Parameter environment: LC_ALL, LC_TIME, LC_NUMERIC and LANG are read.
    init(locale environment: [String: String]) {
        self.init()
        if let place = LocaleName("LC_TIME", environment) { dates = place.dates }
        if let place = LocaleName("LC_NUMERIC", environment) { numbers = place.numbers }
    }
}

/// A locale's language and territory: `de_CH.UTF-8` is `de` and `CH`.
private struct LocaleName {
    private let language: String
    private let territory: String

    /// Nil where none is set, or the one without a language.
    init?(_ category: String, _ environment: [String: String]) {
        // The first of these that is set decides (POSIX, 8.2).
        let values = ["LC_ALL", category, "LANG"].lazy.compactMap { environment[$0] }
        let name = values.first { !$0.isEmpty } ?? ""
        let parts = name.prefix { $0 != "." && $0 != "@" }.split(separator: "_")
        guard let language = parts.first, language != "C", language != "POSIX" else { return nil }
        self.language = language.lowercased()
        territory = parts.count > 1 ? parts[1].uppercased() : ""
    }

    var dates: WordingStyle.Dates {
        switch (language, territory) {
        case ("en", "US"), ("es", "US"), ("es", "PR"), ("fil", _): .monthDayYear
        // The year comes first there, whatever stands between.
        case ("en", "CA"), ("sv", "SE"), ("lt", _), ("hu", _), ("ja", _), ("ko", _), ("zh", _), ("fa", _): .iso
        default: .dayMonthYear
        }
    }

    private static let spaced = names("bg cs et fi fr hu hy ka kk ky lt lv nb nn no pl ru sk sq sv uk uz")
    private static let pointed = names("az bs ca da de el es eu fo gl hr id is it mk nl pt ro sl sr tr vi")
    /// Where Spanish is written with the decimal point.
    private static let pointOfDecimals = names("MX GT HN NI PA PE PR SV DO US")

    private static func names(_ text: String) -> Set<String> {
        Set(text.split(separator: " ").map(String.init))
    }

    var numbers: WordingStyle.Numbers {
        switch (language, territory) {
        case ("de", "CH"), ("it", "CH"), ("de", "LI"), ("gsw", _): .apostrophe
        case ("es", let place) where Self.pointOfDecimals.contains(place): .comma
        case ("pt", "PT"): .space
        case (let language, _) where Self.spaced.contains(language): .space
        case (let language, _) where Self.pointed.contains(language): .point
        default: .comma
        }
    }
}

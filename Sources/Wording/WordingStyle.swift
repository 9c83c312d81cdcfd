public import JourneyModel

/// How dates and numbers are written for people. JSON and CSV have forms of their own and never follow it.
public struct WordingStyle: Hashable, Sendable {
    public enum Dates: String, CaseIterable, Hashable, Sendable {
        /// `1 Oct 2025`
        case dayMonthYear = "day-month-year"
        /// `Oct 1, 2025`
        case monthDayYear = "month-day-year"
        /// `2025-10-01`
        case iso
    }

    /// What stands between groups of three digits; the decimal mark goes with it.
    public enum Numbers: String, CaseIterable, Hashable, Sendable {
        /// `1,234.5`
        case comma
        /// `1 234,5`
        case space
        /// `1.234,5`
        case point
        /// `1'234.5`
        case apostrophe
    }

    public var dates: Dates
    public var numbers: Numbers
    /// How the answers are protected (D25); nil: they are not. Shares then have no decimals, as rounded counts make them no
    /// more exact than that, and what is absent may be hidden.
    public var protection: DisclosurePolicy?

    public init(dates: Dates = .dayMonthYear, numbers: Numbers = .comma, protection: DisclosurePolicy? = nil) {
        self.dates = dates
        self.numbers = numbers
        self.protection = protection
    }

    /// The style in use. Whoever draws or prints sets it around that; answers are computed without it, so that they are
    /// the same for everybody.
    @TaskLocal public static var current = WordingStyle()
}

extension WordingStyle.Numbers {
    /// The space does not break: a number stays on one line.
    var groupMark: Character {
        switch self {
        case .comma: ","
        case .space: "\u{A0}"
        case .point: "."
        case .apostrophe: "'"
        }
    }

    public var decimalMark: Character {
        switch self {
        case .comma, .apostrophe: "."
        case .space, .point: ","
        }
    }
}

extension WordingStyle {
    /// The same for what programs read: sentences in JSON and CSV are in English and of no locale, wherever they are made.
    public var ofNoLocale: WordingStyle { WordingStyle(protection: protection) }
}

import JourneyModel
import Reports
import TOML
import Terminal
import Wording

/// What the user's settings say; nil: nothing. They are read and never written (experience, rule 15).
struct Settings: Hashable {
    /// Every key there is; docs/SETTINGS.md explains each.
    enum Key: String, CaseIterable {
        case theme, color, glyphs, mouse, cursor, plain, start, unit, zone, dates, numbers
        /// A section: what figures should be.
        case targets
        /// A section: what --public and --kiosk hide.
        case disclosure
    }

    /// The keys of the section `disclosure`.
    enum DisclosureKey: String, CaseIterable { case threshold, rounding, zero }

    /// The keys of the section `targets`.
    enum TargetKey: String, CaseIterable {
        case completion
        case takeUp = "take-up"
        case costPerTransaction = "cost-per-transaction"
        case satisfaction
        case preferenceCaptured = "preference-captured"
        case preferenceUsed = "preference-used"
        case preferenceHonoured = "preference-honoured"
        case leak
    }

    var theme: Named?
    var color: TerminalOptions.ColourChoice?
    var glyphs: TerminalOptions.GlyphChoice?
    var mouse: Bool?
    /// Whether the terminal's own cursor is seen.
    var cursor: Bool?
    /// Whether the dashboard is lines of text.
    var plain: Bool?
    /// The view to open with.
    var start: Named?
    var unit: CountingUnit?
    var zone: Zone?
    var dates: WordingStyle.Dates?
    var numbers: WordingStyle.Numbers?
    var targets: [TargetKey: Double] = [:]
    var threshold: Int?
    var rounding: DisclosurePolicy.Rounding?
    var zero: DisclosurePolicy.Zero?

    /// A name that may turn out to be nothing's, and where it stands.
    struct Named: Hashable {
        var name: String
        var file: String
        var line: Int

        func warning(_ message: String) -> TextProblem { TextProblem(file, line: line, message) }
    }

    /// What is not said here is as `other` has it.
    func over(_ other: Settings) -> Settings {
        Settings(
            theme: theme ?? other.theme,
            color: color ?? other.color,
            glyphs: glyphs ?? other.glyphs,
            mouse: mouse ?? other.mouse,
            cursor: cursor ?? other.cursor,
            plain: plain ?? other.plain,
            start: start ?? other.start,
            unit: unit ?? other.unit,
            zone: zone ?? other.zone,
            dates: dates ?? other.dates,
            numbers: numbers ?? other.numbers,
            targets: targets.merging(other.targets) { mine, _ in mine },
            threshold: threshold ?? other.threshold,
            rounding: rounding ?? other.rounding,
            zero: zero ?? other.zero
        )
    }

    /// What is hidden in public: as set, else as usual.
    var disclosure: DisclosurePolicy {
        DisclosurePolicy(
            threshold: threshold ?? DisclosurePolicy.usualThreshold,
            rounding: rounding ?? .five,
            zero: zero ?? .hidden
        )
    }

    /// How dates and numbers are written: as set, else as the locale has it.
    func wording(environment: [String: String]) -> WordingStyle {
        let locale = WordingStyle(locale: environment)
        return WordingStyle(dates: dates ?? locale.dates, numbers: numbers ?? locale.numbers)
    }

    /// The goals that are set: what is not is as it is declared, else as usual.
    var goals: Targets {
        var goals = Declarations.Goals()
        for (key, value) in targets { goals[key.goal] = value }
        return Targets(goals)
    }
}

extension Settings.TargetKey {
    /// What declarations call it.
    fileprivate var goal: Declarations.Goals.Key {
        switch self {
        case .completion: .completion
        case .takeUp: .takeUp
        case .costPerTransaction: .cost
        case .satisfaction: .satisfaction
        case .preferenceCaptured: .preferenceCaptured
        case .preferenceUsed: .preferenceUsed
        case .preferenceHonoured: .preferenceHonoured
        case .leak: .leak
        }
    }
}

import JourneyModel

/// A view that the user keeps under a name: a screen, what it is about and how it is shown. It does not depend on the
/// session in which it was kept, so that a file of them can be shared.
public struct NamedView: Hashable, Sendable {
    public var name: String
    var screen: ScreenID
    /// Nil in an entry that names no screen, as older files have them: what the screen remembers alone changes when it is
    /// opened.
    var period: ViewPeriod?
    /// The period to compare with.
    var before: Comparison
    var filters: [Filter]
    var unit: CountingUnit?
    /// The order of the rows, by its name on the screen.
    var sort: String?
    /// What is open within the screen; nil: nothing.
    var detail: AnyDetail?
    /// What the screen remembers for the session, and of the place.
    var states = ScreenStates()

    enum Comparison: Hashable, Sendable {
        case none
        /// The like period just before: `previous`.
        case previous
        case period(ViewPeriod)
    }
}

/// The period of a view: one that stays, in the words of the command line, or one that moves with the data.
enum ViewPeriod: Hashable, Sendable {
    case fixed(String)
    case relative(RelativePeriod)

    var text: String {
        switch self {
        case .fixed(let text): text
        case .relative(let period): period.text
        }
    }

    /// - Throws: `ParsingError` where it is neither.
    init(parsing text: String) throws(ParsingError) {
        if let relative = RelativePeriod(text) {
            self = .relative(relative)
            return
        }
        do {
            _ = try TimeRange(parsingPeriod: text, in: .utc)
        } catch {
            throw ParsingError(
                message: "'\(text)' is no period",
                hint: "write it like 2025-Q4, 2025-10-01..2025-12-15, all, last quarter, this month or last 28 days"
            )
        }
        self = .fixed(text)
    }

    init(_ range: TimeRange, in zone: Zone) {
        self = .fixed(range.periodText(in: zone))
    }
}

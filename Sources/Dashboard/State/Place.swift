import JourneyModel

/// Where one stands: a screen, or something deeper in it. Going deeper pushes a place, going back pops it, and so the
/// cursor is on the same row again.
struct Place: Hashable, Sendable {
    var screen: ScreenID
    /// What is open within the screen; nil at its top.
    var detail: Detail?
    /// What going deeper has narrowed the scope by.
    var narrowing: [Filter] = []
    /// Which of the screen's panels has the cursor.
    var panel = 0
    var selections: [Int: Selection] = [:]
    /// Which of the orders that the screen offers is used.
    var sort = 0
    /// The maturity stage shown; nil: the one to work towards.
    var stage: Int?
    /// The gap of the Overview that led here; nil: none did.
    var origin: Origin?

    /// A gap, to be listed from the place that explains it.
    struct Origin: Hashable, Sendable {
        var group: SubjectGroup
        /// What the gap was narrowed by.
        var narrowing: [Filter]
        /// The row that stands for it; nil: the whole place.
        var row: String?
    }

    init(_ screen: ScreenID, detail: Detail? = nil, narrowing: [Filter] = []) {
        self.screen = screen
        self.detail = detail
        self.narrowing = narrowing
    }
}

/// What can be open within a screen; add a case for a new one.
enum Detail: Hashable, Sendable {
    /// Who stopped at this step (0-based), and where they went.
    case funnelStep(Int)
    /// How long converting takes.
    case funnelTimes
    /// Completion by groups of people, by this trait.
    case equity(trait: String)
    /// The contacts to people who asked for this channel.
    case preferredChannel(String)
    case preferenceServices, preferenceContent, preferenceConsent
    /// One criterion of the maturity model, by its id.
    case criterion(CriterionID)
    /// The maturity gate if these criteria were Fully met.
    case whatIf(Set<CriterionID>)
    /// Who is behind a figure.
    case people(SubjectGroup)
    /// Which way journeys go from a touchpoint.
    case tree(PathTree)
    /// One source of the data, by its name.
    case source(String)
    /// One row that was not stored.
    case reject(StoreSummary.RejectedRow)
}

/// The selected row, held by what it is and not by where it stands: new data does not move it.
struct Selection: Hashable, Sendable {
    var row: String?
    var index = 0

    /// The index in `rows`: where the row is now, else the nearest to where it was. Nil where there are no rows.
    func resolved(in rows: [String]) -> Int? {
        guard !rows.isEmpty else { return nil }
        if let row, let found = rows.firstIndex(of: row) { return found }
        return min(max(0, index), rows.count - 1)
    }
}

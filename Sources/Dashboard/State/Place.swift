import JourneyModel

/// Where one stands: a screen, or something deeper in it. Going deeper pushes a place, going back pops it, and so the
/// cursor is on the same row again.
struct Place: Hashable, Sendable {
    var screen: ScreenID
    /// What is open within the screen; nil at its top.
    var detail: AnyDetail?
    /// What going deeper has narrowed the scope by.
    var narrowing: [Filter] = []
    /// Which of the screen's panels has the cursor.
    var panel = 0
    var selections: [Int: Selection] = [:]
    /// Which of the orders that the screen offers is used.
    var sort = 0
    /// What the screen remembers of this place.
    var states = ScreenStates()
    /// The gap or service of the Overview that led here; nil: none did.
    var origin: Origin?

    /// A gap, or what a service lacks, to be listed from the place that explains it.
    struct Origin: Hashable, Sendable {
        var group: SubjectGroup
        /// What the gap was narrowed by.
        var narrowing: [Filter]
        /// Whom it counts, as the Overview says.
        var people: Int
        /// The row that stands for it; nil: the whole place.
        var row: String?
    }

    /// The top of a screen.
    init(_ screen: ScreenID, narrowing: [Filter] = []) {
        self.screen = screen
        self.narrowing = narrowing
    }

    /// What is open within its screen.
    init(_ detail: AnyDetail, narrowing: [Filter] = []) {
        self.init(detail.screen, narrowing: narrowing)
        self.detail = detail
    }

    init(_ detail: some ScreenDetail, narrowing: [Filter] = []) {
        self.init(AnyDetail(detail), narrowing: narrowing)
    }

    /// What is open within the screen, as the screen knows it; nil at its top.
    func detail<Detail: ScreenDetail>(_ type: Detail.Type) -> Detail? { detail?.value as? Detail }

    /// Shows something else within the screen, in place of what is open.
    mutating func turn(to detail: some ScreenDetail) { self.detail = AnyDetail(detail) }
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

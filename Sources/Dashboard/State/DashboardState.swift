import Canvas
public import JourneyModel

/// All that a dashboard is at one moment. A value: ``update(_:)`` changes it and says what is to be done outside,
/// ``view(size:glyphs:)`` draws it.
public struct DashboardState: Hashable, Sendable {
    public internal(set) var store: StoreFacts
    public internal(set) var scope: ViewScope
    /// What figures should be as the user has set it; nobody else's goals.
    public internal(set) var goals: Targets
    /// The theme to paint with; the loop owns the themes themselves.
    public internal(set) var themeName: String
    public internal(set) var isPaused = false
    /// Whether each key is shown with what it did.
    public var echoesKeys = false
    /// Shown as lines of text: what is about cells and colours means nothing then.
    public let isPlain: Bool
    /// The screens there are.
    let screens: ScreenList

    /// From the top of the screen to where one stands; never empty.
    var stack: [Place]
    /// The top places of the screens visited before, so that their cursors stand where they stood.
    var roots: [ScreenID: Place] = [:]
    var overlay: Overlay?
    var message: String?
    /// The key pressed last; nil where keys are not shown, or none was pressed yet.
    var echo: KeyEcho?
    /// Where `g` was pressed just now: the next key may be the letter of a screen.
    var goingFrom: Place?
    /// Whether a click, and no key since, put the cursor where it stands.
    var cursorCameByClick = false
    /// What `/` looked for; empty: nothing.
    var search = ""
    var themes: [String]
    var views: [NamedView]
    var size: Size
    /// The state of the data that is shown, and the newest there is; they differ while paused.
    var generation = 0
    var newestGeneration = 0
    /// New data is being taken in, and nobody has changed what is shown since.
    var isRefreshing = false
    /// The store changed, and what it holds now could not be read.
    var storeIsUnreadable = false
    var answers = AnswerBoard()
    var history = ViewHistory()

    /// What screens remember for the session; what going back undoes is in `Place`.
    var states = ScreenStates()

    /// The rows, where this is a copy that stays as it is; see ``settled``.
    private var settledPanels: [[ScreenRow]]?

    /// - Parameters:
    ///   - screens: the screens there are.
    ///   - scope: what to open with; the command line's scope options.
    ///   - screen: the screen to open on.
    ///   - view: the view to open with, in place of `screen` and of the scope's period, filters and unit.
    ///   - size: the terminal's size, until the first `.resize`.
    init(
        screens: ScreenList,
        store: StoreFacts,
        scope: ViewScope,
        goals: Targets,
        screen: ScreenID,
        view: NamedView?,
        themeName: String,
        themes: [String],
        views: [NamedView],
        size: Size,
        isPlain: Bool
    ) {
        self.screens = screens
        self.isPlain = isPlain
        self.store = store
        self.scope = scope
        self.goals = goals
        self.themeName = themeName
        self.themes = themes
        self.views = views
        self.size = size
        stack = [Place(screen)]
        if let view { open(view) }
    }
}

extension DashboardState {
    /// Where one stands.
    var place: Place {
        get { stack[stack.count - 1] }
        set { stack[stack.count - 1] = newValue }
    }

    var screen: any Screen { screens[place.screen] }

    /// The nearest screen on the way here that `isMeant` says: the one that something of this place belongs to.
    func nearest(_ isMeant: (any Screen) -> Bool) -> any Screen { nearest(in: stack, isMeant) }

    /// The screen whose top lies below what is shown: a view is one of it.
    var standing: any Screen { nearest { $0.letter != nil } }

    func nearest(in stack: [Place], _ isMeant: (any Screen) -> Bool) -> any Screen {
        let found = stack.last { isMeant(screens[$0.screen]) }
        return screens[found?.screen ?? place.screen]
    }

    /// The session's filters and what this place adds to them.
    var filters: [Filter] { scope.filters + place.narrowing.filter { !scope.filters.contains($0) } }

    /// What every question asked here carries.
    var questionScope: Scope {
        Scope(range: scope.range, filters: filters, unit: scope.unit, asOf: scope.asOf, zone: scope.zone)
    }

    /// The same for the period before; nil without one.
    var scopeBefore: Scope? {
        scope.before.map { range in
            var before = questionScope
            before.range = range
            return before
        }
    }

    /// The last answer in `slot`.
    func answer<Asked>(_ slot: Slot<Asked>) -> Loadable<Asked.Answer> { answers[slot] }

    /// What figures should be: as the user has set it, as it is declared, as usual.
    var targets: Targets { goals.over(catalog?.declared?.declarations) }
    var catalog: Catalog? { answers[.catalog].value }

    /// The unit that is counted: the one chosen, else the store's own.
    var unit: CountingUnit { scope.unit ?? catalog?.defaultUnit ?? .person }

    /// Made-up data, as the store says.
    public var isDemo: Bool { store.isDemo || catalog?.isDemo == true }

    /// The same with its rows worked out once and for all: for drawing and for looking keys up, which ask for them time and
    /// again. A copy that is changed must be one of the original.
    var settled: DashboardState {
        var settled = self
        settled.settledPanels = panels
        return settled
    }

    /// The rows of the screen, panel by panel.
    var panels: [[ScreenRow]] {
        if let settledPanels { return settledPanels }
        return screen.panels(self)
    }

    /// The rows that the cursor moves over in the current panel.
    var rows: [ScreenRow] {
        let panels = panels
        return panels.indices.contains(place.panel) ? panels[place.panel] : panels.first ?? []
    }

    /// The index of the selected row in `panel`; nil where it has no rows, or is not the one with the cursor.
    func cursor(panel: Int = 0) -> Int? {
        let panels = panels
        guard panels.indices.contains(panel), panel == place.panel || panels.count == 1 else { return nil }
        return (place.selections[panel] ?? Selection()).resolved(in: panels[panel].map(\.id))
    }

    /// The selected row.
    var selectedRow: ScreenRow? {
        let rows = rows
        guard let index = cursor(panel: place.panel), rows.indices.contains(index) else { return nil }
        return rows[index]
    }

    mutating func select(_ index: Int) {
        let rows = rows
        guard !rows.isEmpty else { return }
        let bounded = min(max(0, index), rows.count - 1)
        place.selections[place.panel] = Selection(row: rows[bounded].id, index: bounded)
    }

    /// Goes deeper.
    mutating func push(_ next: Place) {
        stack.append(next)
        search = ""
    }

    /// Goes to another screen's top, where it was left.
    public mutating func open(_ screen: ScreenID) {
        if let root = stack.first { roots[root.screen] = root }
        stack = [roots[screen] ?? Place(screen)]
        search = ""
    }
}

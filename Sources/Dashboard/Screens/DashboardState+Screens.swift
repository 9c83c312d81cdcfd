public import Canvas
public import JourneyModel

extension DashboardState {
    /// A dashboard of all the screens there are.
    ///
    /// - Parameters:
    ///   - scope: what to open with; the command line's scope options.
    ///   - screen: the screen to open on; nil: the first.
    ///   - view: the view to open with, in place of `screen` and of the scope's period, filters and unit.
    ///   - size: the terminal's size, until the first `.resize`.
    public init(
        store: StoreFacts,
        scope: ViewScope = ViewScope(),
        targets: Targets = Targets(),
        screen: ScreenID? = nil,
        view: NamedView? = nil,
        themeName: String = "",
        themes: [String] = [],
        views: [NamedView] = [],
        size: Size = Size(width: 80, height: 24),
        isPlain: Bool = false
    ) {
        self.init(
            screens: Screens.list,
            store: store,
            scope: scope,
            goals: targets,
            screen: screen ?? Screens.list.homeID,
            view: view,
            themeName: themeName,
            themes: themes,
            views: views,
            size: size,
            isPlain: isPlain
        )
    }
}

extension ScreenID {
    /// The screen of this name or digit, whatever its case; nil where none has a top of that name.
    public static func named(_ text: String) -> ScreenID? { Screens.list.top(named: text) }
}

extension NamedView {
    /// The view that an entry of a file means.
    ///
    /// - Throws: `ViewEntry.Problem` where anything in it cannot be understood: half a view would show figures that
    ///   nobody asked for.
    public init(_ entry: ViewEntry) throws(ViewEntry.Problem) { try self.init(entry, of: Screens.list) }
}

extension ViewEntry.Key: CaseIterable {
    /// Every key there is, in the order in which a view is written.
    public static let allCases: [ViewEntry.Key] = common + Screens.list.all.reversed().flatMap { $0.viewKeys }

    /// Nil where no view has such a key.
    public init?(rawValue: String) {
        guard let key = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = key
    }
}

extension KeySection {
    /// Every key there is, made from the tables by which the keys work.
    public static var all: [KeySection] { of(Screens.list) }
}

import Canvas
import JourneyModel

/// One screen: what it asks, how a command changes its state, and how state and answers become cells. Without any
/// state of its own; that is in `DashboardState` (for the session) and `Place` (until one goes back).
protocol Screen: Sendable {
    var id: ScreenID { get }
    /// Below this the screen says so and shows only its headline.
    var minimum: Size { get }
    /// Keys of this screen only; they come before the common ones.
    var bindings: [KeyBinding] { get }

    /// What has to be known to draw the screen, and the slots that keep the answers; the first matters most.
    func questions(_ state: DashboardState) -> [Wanted]
    /// The rows that a cursor moves over, panel by panel; ids are unique within a panel.
    func panels(_ state: DashboardState) -> [[ScreenRow]]
    /// Carries out a command; nil where it is none of this screen's, and the common rule holds.
    func perform(_ command: Command, _ state: inout DashboardState) -> [Effect]?
    /// Whether Enter leads deeper from the selected row.
    func opensRows(_ state: DashboardState) -> Bool
    /// The last part of the breadcrumb for a place on this screen; nil for none.
    func crumb(_ place: Place, _ state: DashboardState) -> String?
    /// The one number that is shown when nothing else fits.
    func headline(_ state: DashboardState) -> Headline?
    /// Who is behind the figure under the cursor; nil where it is not one of people.
    func people(_ state: DashboardState) -> SubjectGroup?
    /// What `cxm` takes to show the same: `["show", "funnel", "--step", …]`, without store and scope.
    func command(_ state: DashboardState) -> [String]
    /// The answer that this command gives.
    func exported(_ state: DashboardState) -> Loadable<Export.Content>
    /// Whether period and filters matter to that command.
    var takesScope: Bool { get }
    /// Whether what is shown stands beside the period before, where one is chosen: else the header does not name it.
    func compares(_ place: Place) -> Bool
    /// How the answer on the screen came about.
    func receipt(_ state: DashboardState) -> ReceiptSubject?
    /// What the screen says, in plain sentences.
    func explanation(_ state: DashboardState) -> [String]
    /// The names of the orders that the rows of a place can be put in, whether or not there are rows yet.
    func orderNames(_ place: Place) -> [String]
    /// The names of the orders that the rows can be put in; fewer than two: the order is fixed.
    func orders(_ state: DashboardState) -> [String]
    /// What the header says after the filters: the unit, and what else belongs to the screen's question.
    func unitText(_ state: DashboardState) -> [String]
    /// Draws the content: the region below the rule and above the footer, a margin of one column taken off.
    func draw(_ context: ViewContext, on canvas: inout Canvas)
}

extension Screen {
    var minimum: Size { Size(width: 60, height: 12) }
    var bindings: [KeyBinding] { [] }
    var takesScope: Bool { true }
    func compares(_ place: Place) -> Bool { false }
    func panels(_ state: DashboardState) -> [[ScreenRow]] { [] }
    func perform(_ command: Command, _ state: inout DashboardState) -> [Effect]? { nil }
    func opensRows(_ state: DashboardState) -> Bool { state.place.detail == nil }
    func crumb(_ place: Place, _ state: DashboardState) -> String? { nil }
    func headline(_ state: DashboardState) -> Headline? { nil }
    func people(_ state: DashboardState) -> SubjectGroup? { nil }
    func receipt(_ state: DashboardState) -> ReceiptSubject? { nil }
    func explanation(_ state: DashboardState) -> [String] { [] }
    func orderNames(_ place: Place) -> [String] { [] }
    func orders(_ state: DashboardState) -> [String] { orderNames(state.place) }
    func unitText(_ state: DashboardState) -> [String] { [state.unit.plural] }
}

/// A row that the cursor can stand on.
struct ScreenRow: Hashable, Sendable {
    var id: String
    /// What `/` looks through.
    var text: String

    init(_ id: String, text: String? = nil) {
        self.id = id
        self.text = text ?? id
    }
}

/// The most important number of a screen, and what it is.
struct Headline: Hashable, Sendable {
    var figure: String
    var label: String
}

/// What a receipt is for: the figure under the cursor, where there is one, and the answer it belongs to.
struct ReceiptSubject: Hashable, Sendable {
    var title: String
    var measure: Measure?
    /// Whether the figure is a share; nil: that shows in its parts, for a share is one by the other.
    var isShare: Bool?
    var receipt: Receipt
}

/// What a screen needs to draw itself.
struct ViewContext: Sendable {
    var state: DashboardState
    var glyphs: GlyphSet
}

/// The one list of screens; a screen that is not in it says so when its digit is pressed.
enum Screens {
    /// Reached from others only, until they have a top of their own.
    static let deep: [any Screen] = [PeopleScreen()]

    static let built: [any Screen] = [
        OverviewScreen(), FunnelScreen(), PathsScreen(), ChannelsScreen(), PreferencesScreen(), MaturityScreen(),
        DataScreen(),
    ]

    static func screen(_ id: ScreenID) -> any Screen {
        byID[id] ?? OverviewScreen()
    }

    private static let byID = Dictionary((built + deep).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
}

extension ScreenID {
    /// Whether the screen is there; the others come later.
    public var isBuilt: Bool { Screens.built.contains { $0.id == self } }
}

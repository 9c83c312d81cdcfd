import Canvas
import JourneyModel
import Wording

/// One screen and all that is its own: what it asks, how a command changes its state, how state and answers become cells,
/// what views and undoing keep of it. Without any state: that is in `DashboardState` (for the session) and `Place` (until one
/// goes back), under types that the screen declares. `Screens` lists it, and nothing else does.
protocol Screen: Sendable {
    var id: ScreenID { get }
    /// The key that opens it, and its place in the row of screens; nil: it has none there.
    var digit: Character? { get }
    /// The key that opens it after `g`; nil: it has no top of its own, and is reached from what is on the screen.
    var letter: Character? { get }
    /// Whether header and history call it by its name; else what is open in it says enough.
    var isNamed: Bool { get }
    /// Below this the screen says so and shows only its headline.
    var minimum: Size { get }
    /// Keys of this screen only; they come before the common ones.
    var bindings: [KeyBinding] { get }
    /// Keys that lead here from every screen, in the part of the common ones that they belong to.
    func bindings(everywhere part: KeyPart) -> [KeyBinding]

    /// The type of what can be open within it; nil: nothing can.
    var details: (any ScreenDetail.Type)? { get }
    /// What it remembers for the session; nil: nothing.
    var sessionState: (any ScreenState.Type)? { get }
    /// What it remembers of a place; nil: nothing.
    var placeState: (any ScreenState.Type)? { get }
    /// Whether a view that names no screen is one of this.
    var ownsNamelessViews: Bool { get }
    /// The name that is proposed for a view of it.
    func viewName(_ state: DashboardState) -> String
    /// Why no view of it can be kept now; nil: it can.
    func reasonNotToKeep(_ state: DashboardState) -> String?
    /// Makes lasting what a view under this name shall hold.
    func keep(as name: String, _ state: inout DashboardState)

    /// The types of what it lays beside itself.
    var tools: [any ScreenTool.Type] { get }

    /// Goes to it: what its key and its letter do.
    func enter(_ state: inout DashboardState) -> [Effect]
    /// Shows its figures by groups of people, worst first; false where it has no way of its own.
    func showGroups(by trait: String, _ state: inout DashboardState) -> Bool

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
    /// What they are narrowed by besides the place.
    func rowNarrowing(_ state: DashboardState) -> [Filter]
    /// Why what it shows differs from the figure of the Overview that led here; nil where it does not, or is not known yet.
    func difference(from origin: Place.Origin, _ state: DashboardState) -> String?
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
    /// What others than this program would say of the figure; nil where nobody else is asked.
    func elsewhere(_ state: DashboardState) -> [PanelLine]?
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
    var digit: Character? { nil }
    var letter: Character? { nil }
    var isNamed: Bool { true }
    var minimum: Size { Size(width: 60, height: 12) }
    var bindings: [KeyBinding] { [] }
    func bindings(everywhere part: KeyPart) -> [KeyBinding] { [] }
    var details: (any ScreenDetail.Type)? { nil }
    var sessionState: (any ScreenState.Type)? { nil }
    var placeState: (any ScreenState.Type)? { nil }
    var ownsNamelessViews: Bool { false }
    func viewName(_ state: DashboardState) -> String { "" }
    func reasonNotToKeep(_ state: DashboardState) -> String? { nil }
    func keep(as name: String, _ state: inout DashboardState) {}
    func showGroups(by trait: String, _ state: inout DashboardState) -> Bool { false }
    var tools: [any ScreenTool.Type] { [] }

    /// The types of what it remembers.
    var remembered: [any ScreenState.Type] { [sessionState, placeState].compactMap(\.self) }

    /// The keys of a view that are its own.
    var viewKeys: [ViewEntry.Key] { remembered.flatMap { $0.viewKeys } }

    func enter(_ state: inout DashboardState) -> [Effect] {
        if state.stack.count == 1, state.place.screen == id, state.search.isEmpty, !state.isPlain {
            state.message = "\(id.title) is on the screen"
        }
        state.open(id)
        return []
    }

    var takesScope: Bool { true }
    func compares(_ place: Place) -> Bool { false }
    func panels(_ state: DashboardState) -> [[ScreenRow]] { [] }
    func perform(_ command: Command, _ state: inout DashboardState) -> [Effect]? { nil }
    func opensRows(_ state: DashboardState) -> Bool { state.place.detail == nil }
    func crumb(_ place: Place, _ state: DashboardState) -> String? { nil }
    func headline(_ state: DashboardState) -> Headline? { nil }
    func people(_ state: DashboardState) -> SubjectGroup? { nil }
    func rowNarrowing(_ state: DashboardState) -> [Filter] { [] }
    func difference(from origin: Place.Origin, _ state: DashboardState) -> String? { nil }
    func receipt(_ state: DashboardState) -> ReceiptSubject? { nil }
    func elsewhere(_ state: DashboardState) -> [PanelLine]? { nil }
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
    /// What the row is, where it is one of several: its part of what the receipt is of.
    var row: String?
    /// What else the row says, and how much.
    var numbers: [Number] = []
    /// The rules that the figure follows; nil: those of its own definition, and without a figure all of the answer's.
    var rules: [DefinitionID]?
    var receipt: Receipt

    struct Number: Hashable, Sendable {
        var label: String
        var text: String

        init(_ label: String, _ text: String) {
            self.label = label
            self.text = text
        }
    }

    /// The rules, the figure's own first, each once.
    var definitions: [DefinitionID] {
        let own = rules ?? measure.map { $0.definition.foundations } ?? receipt.definitions
        let common: [DefinitionID] = (measure?.low == nil ? [] : [.d7]) + (receipt.isProtected ? [.d25] : [])
        return own + common.filter { !own.contains($0) }
    }
}

/// What a screen needs to draw itself.
struct ViewContext: Sendable {
    var state: DashboardState
    var glyphs: GlyphSet
}

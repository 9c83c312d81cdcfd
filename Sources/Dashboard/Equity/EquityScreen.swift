import Canvas
import JourneyModel
import Wording

extension ScreenID {
    public static let equity = ScreenID("Equity")
}

/// Completion by groups of people, worst first (D21). It is opened by one key from every screen, with what that is narrowed
/// by, and is called by the trait.
struct EquityScreen: Screen {
    let id = ScreenID.equity
    let isNamed = false

    var details: (any ScreenDetail.Type)? { EquityDetail.self }

    func bindings(everywhere part: KeyPart) -> [KeyBinding] {
        guard part == .showing else { return [] }
        return [
            KeyBinding(
                [.character("e")],
                .screen(id),
                "equity",
                "show the figure by groups of people, worst first",
                priority: 50,
                blocked: { state in
                    guard let catalog = state.catalog else { return "wait until the store has been read" }
                    return catalog.hasTraits
                        ? nil : "the store knows no traits of people; import a column as person.NAME to compare groups"
                }
            )
        ]
    }

    /// The trait comes first.
    func enter(_ state: inout DashboardState) -> [Effect] {
        state.overlay = .choice(.own(EquityPicker()), FilteredList())
        return []
    }

    // MARK: What it asks

    func questions(_ state: DashboardState) -> [Wanted] {
        guard let trait = Self.trait(state.place) else { return [] }
        return [Slot.equity.asks(EquityQuery(scope: state.questionScope, trait: trait))]
    }

    static func trait(_ place: Place) -> String? { place.detail(EquityDetail.self)?.trait }

    static func result(_ state: DashboardState) -> Loadable<EquityResult> {
        state.answer(.equity)
    }

    // MARK: What the keys do

    func panels(_ state: DashboardState) -> [[ScreenRow]] {
        [Self.result(state).value?.groups.map { ScreenRow($0.value) } ?? []]
    }

    func people(_ state: DashboardState) -> SubjectGroup? {
        guard let trait = Self.trait(state.place) else { return nil }
        return state.selectedRow.map { .traitGroup(trait: trait, value: $0.id) }
    }

    // MARK: What it says of itself

    func crumb(_ place: Place, _ state: DashboardState) -> String? {
        Self.trait(place).map { "by \(Dimension.title($0))" }
    }

    func headline(_ state: DashboardState) -> Headline? {
        Self.result(state).value?.groups.first.map {
            Headline(figure: MeasureText.percent($0.completion), label: "completion, \($0.value)")
        }
    }

    func command(_ state: DashboardState) -> [String] {
        ["show", "equity"] + (Self.trait(state.place).map { ["--by", $0] } ?? [])
    }

    func exported(_ state: DashboardState) -> Loadable<Export.Content> {
        Self.result(state).map(Export.Content.init)
    }

    func receipt(_ state: DashboardState) -> ReceiptSubject? {
        guard let result = Self.result(state).value else { return nil }
        let group = state.cursor().flatMap { result.groups.element($0) }
        let title = "Completion" + (group.map { ", \($0.value)" } ?? "")
        return ReceiptSubject(title: title, measure: group?.completion, receipt: result.receipt)
    }

    func explanation(_ state: DashboardState) -> [String] {
        Self.result(state).value.map { EquityWords.sentences($0) } ?? []
    }

    func draw(_ context: ViewContext, on canvas: inout Canvas) {
        EquityView.draw(context, on: &canvas)
    }
}

extension Catalog {
    /// Whether people can be compared by groups (D21).
    var hasTraits: Bool { dimensions.contains { Dimension.subject(of: $0.name) == .person } }
}

extension Slot<EquityQuery> {
    static var equity: Slot { Slot("equity") }
}

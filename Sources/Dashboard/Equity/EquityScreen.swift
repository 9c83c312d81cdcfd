import Canvas
import JourneyModel
import Wording

extension ScreenID {
    public static let equity = ScreenID("Equity")
}

/// The figure of a row by groups of people, or by whatever it is broken down by, worst first (D21). It is opened by one key
/// from every screen, with what that is narrowed by, and is called by the trait.
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
        state.overlay = .choice(.own(EquityPicker(behind: state.figureBehind)), FilteredList())
        return []
    }

    // MARK: What it asks

    func questions(_ state: DashboardState) -> [Wanted] {
        guard let detail = state.place.detail(EquityDetail.self) else { return [] }
        let scope = state.questionScope
        if let group = detail.group {
            return [Slot.groupFigures.asks(GroupFiguresQuery(scope: scope, group: group, by: detail.trait))]
        }
        return [Slot.equity.asks(EquityQuery(scope: scope, trait: detail.trait))]
    }

    static func trait(_ place: Place) -> String? { place.detail(EquityDetail.self)?.trait }

    static func result(_ state: DashboardState) -> Loadable<EquityResult> {
        state.answer(.equity)
    }

    /// The group whose figure is shown; nil where it is completion of all (D21).
    static func group(_ place: Place) -> SubjectGroup? { place.detail(EquityDetail.self)?.group }

    static func figures(_ state: DashboardState) -> Loadable<GroupFiguresResult> {
        state.answer(.groupFigures)
    }

    // MARK: What the keys do

    func panels(_ state: DashboardState) -> [[ScreenRow]] {
        if Self.group(state.place) != nil { return [Self.figures(state).value?.rows.map { ScreenRow($0.value) } ?? []] }
        return [Self.result(state).value?.groups.map { ScreenRow($0.value) } ?? []]
    }

    func people(_ state: DashboardState) -> SubjectGroup? {
        guard let trait = Self.trait(state.place) else { return nil }
        if let group = Self.group(state.place) { return group }
        return state.selectedRow.map { .traitGroup(trait: trait, value: $0.id) }
    }

    /// A row of a figure is that figure under a filter on its value.
    func rowNarrowing(_ state: DashboardState) -> [Filter] {
        guard Self.group(state.place) != nil, let trait = Self.trait(state.place), let row = state.selectedRow else {
            return []
        }
        return [Filter(dimension: trait, values: [row.id])]
    }

    // MARK: What it says of itself

    func crumb(_ place: Place, _ state: DashboardState) -> String? {
        guard let trait = Self.trait(place) else { return nil }
        return (Self.group(place).map { $0.figureTitle + " " } ?? "") + "by \(Dimension.title(trait))"
    }

    func headline(_ state: DashboardState) -> Headline? {
        if Self.group(state.place) != nil {
            return Self.figures(state).value.flatMap { result in
                result.rows.first.map {
                    Headline(
                        figure: GroupFiguresView.figure($0.figure, result),
                        label: "\(result.query.group.figureTitle), \($0.value)"
                    )
                }
            }
        }
        return Self.result(state).value?.groups.first.map {
            Headline(figure: MeasureText.percent($0.completion), label: "completion, \($0.value)")
        }
    }

    func command(_ state: DashboardState) -> [String] {
        if let group = Self.group(state.place), let by = Self.trait(state.place) {
            return ["show", "groups", "--behind", group.text, "--by", by]
        }
        return ["show", "equity"] + (Self.trait(state.place).map { ["--by", $0] } ?? [])
    }

    func exported(_ state: DashboardState) -> Loadable<Export.Content> {
        Self.group(state.place) == nil
            ? Self.result(state).map(Export.Content.init) : Self.figures(state).map(Export.Content.init)
    }

    func receipt(_ state: DashboardState) -> ReceiptSubject? {
        if Self.group(state.place) != nil {
            guard let result = Self.figures(state).value else { return nil }
            let row = state.cursor().flatMap { result.rows.element($0) }
            let people = row == nil ? result.people : row?.people
            return ReceiptSubject(
                title: result.query.group.figureTitle + (row.map { ", \($0.value)" } ?? ""),
                measure: row?.figure ?? result.whole,
                isShare: result.unit == .share,
                row: row.map { "\(Dimension.title(result.query.by)) \($0.value)" },
                numbers: people.map { [ReceiptSubject.Number("affected", NumberText.counted($0, CountingUnit.person))] }
                    ?? [],
                rules: result.query.group.rules,
                receipt: result.receipt
            )
        }
        guard let result = Self.result(state).value else { return nil }
        let group = state.cursor().flatMap { result.groups.element($0) }
        return ReceiptSubject(
            title: "Completion" + (group.map { ", \($0.value)" } ?? ""),
            measure: group?.completion ?? result.whole,
            row: group.map { "\(Dimension.title(result.query.trait)) \($0.value)" },
            numbers: group.map { [ReceiptSubject.Number("people", NumberText.count($0.people))] } ?? [],
            rules: DefinitionID.d21.foundations,
            receipt: result.receipt
        )
    }

    func explanation(_ state: DashboardState) -> [String] {
        if Self.group(state.place) != nil {
            return Self.figures(state).value.map { GroupFiguresView.sentences($0) } ?? []
        }
        return Self.result(state).value.map { EquityWords.sentences($0) } ?? []
    }

    func draw(_ context: ViewContext, on canvas: inout Canvas) {
        guard Self.group(context.state.place) != nil else { return EquityView.draw(context, on: &canvas) }
        canvas.answer(Self.figures(context.state)) { result, canvas in
            GroupFiguresView.draw(result, cursor: context.state.cursor(), on: &canvas)
        }
    }
}

extension Catalog {
    /// Whether people can be compared by groups (D21).
    var hasTraits: Bool { dimensions.contains { Dimension.subject(of: $0.name) == .person } }
}

extension Slot<GroupFiguresQuery> {
    static var groupFigures: Slot { Slot("group figures") }
}

extension Slot<EquityQuery> {
    static var equity: Slot { Slot("equity") }
}

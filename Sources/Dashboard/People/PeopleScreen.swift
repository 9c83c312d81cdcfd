import Canvas
import JourneyModel
import Wording

extension ScreenID {
    public static let people = ScreenID("People")
}

/// Who is behind a figure: the people, or cases, that it counts. For now it is only reached from a figure, by one key that
/// is the same everywhere; its own top comes later.
struct PeopleScreen: Screen {
    let id = ScreenID.people
    /// As many as anybody looks through on a screen; the command lists more.
    static let top = 500

    var bindings: [KeyBinding] { Self.keys }
    var details: (any ScreenDetail.Type)? { PeopleDetail.self }

    func bindings(everywhere part: KeyPart) -> [KeyBinding] {
        guard part == .showing else { return [] }
        return [
            KeyBinding(
                [.character("l")],
                .screen(id),
                "list",
                "list the people, or cases, behind the figure",
                priority: 53,
                applies: { Self.group($0) == nil },
                blocked: { $0.listBlocked }
            )
        ]
    }

    /// To those behind the figure under the cursor.
    func enter(_ state: inout DashboardState) -> [Effect] {
        state.listPeople()
        return []
    }

    // MARK: What it asks

    func questions(_ state: DashboardState) -> [Wanted] {
        guard let group = Self.group(state), state.peopleBlocked == nil else { return [] }
        let order = SubjectsQuery.Order.allCases.element(state.place.sort) ?? .recent
        return [
            Slot.people.asks(
                SubjectsQuery(scope: state.questionScope, group: group, top: Self.top, order: order)
            )
        ]
    }

    static func group(_ state: DashboardState) -> SubjectGroup? {
        state.place.detail(PeopleDetail.self)?.group
    }

    static func result(_ state: DashboardState) -> Loadable<SubjectsResult> {
        state.answer(.people)
    }

    // MARK: What the keys do

    func panels(_ state: DashboardState) -> [[ScreenRow]] {
        guard let result = Self.result(state).value, state.peopleBlocked == nil else { return [] }
        var seen: Set<String> = []
        return [
            result.subjects.enumerated().map { index, subject in
                // An attempt has the name of its person, and a contact of nobody has none.
                let name = subject.name.flatMap { seen.insert($0).inserted ? $0 : nil } ?? "row \(index)"
                let text = [subject.name, subject.why.text, subject.lastTouchpoint, subject.lastChannel]
                return ScreenRow(name, text: text.compactMap { $0 }.joined(separator: " "))
            }
        ]
    }

    func orderNames(_ place: Place) -> [String] {
        guard let group = place.detail(PeopleDetail.self)?.group else { return [] }
        return SubjectsQuery.Order.allCases.map { $0.words(group) }
    }

    func orders(_ state: DashboardState) -> [String] {
        guard let result = Self.result(state).value, result.subjects.count > 1 else { return [] }
        return orderNames(state.place)
    }

    func opensRows(_ state: DashboardState) -> Bool { false }

    func perform(_ command: Command, _ state: inout DashboardState) -> [Effect]? {
        switch command {
        case .right: turn(1, &state)
        case .left: turn(-1, &state)
        default: return nil
        }
        return []
    }

    /// The next of the groups that stand beside the one shown.
    private func turn(_ step: Int, _ state: inout DashboardState) {
        guard let group = Self.group(state) else { return }
        let groups = group.neighbours
        guard let index = groups.firstIndex(of: group), groups.count > 1 else { return }
        state.place.turn(to: PeopleDetail(group: groups[(index + step + groups.count) % groups.count]))
        state.place.selections = [:]
    }

    // MARK: What it says of itself

    func crumb(_ place: Place, _ state: DashboardState) -> String? {
        place.detail(PeopleDetail.self)?.group.title.text
    }

    func unitText(_ state: DashboardState) -> [String] {
        [Self.result(state).value?.receipt.unit.plural ?? state.unit.plural]
    }

    func headline(_ state: DashboardState) -> Headline? {
        guard state.peopleBlocked == nil else { return nil }
        return Self.result(state).value.map {
            Headline(figure: NumberText.count($0.total), label: $0.receipt.unit.plural)
        }
    }

    func command(_ state: DashboardState) -> [String] {
        guard let group = Self.group(state) else { return ["show", "people"] }
        var words = ["show", "people", "--behind", group.text]
        if case .funnel(var funnel, let part) = group {
            if case .group = part {} else { funnel.breakdown = nil }
            words += DashboardState.words(for: funnel)
        }
        if let order = SubjectsQuery.Order.allCases.element(state.place.sort), order != .recent {
            words += ["--order-by", order.rawValue]
        }
        return words + ["--top", String(Self.top)]
    }

    func exported(_ state: DashboardState) -> Loadable<Export.Content> {
        Self.result(state).map(Export.Content.init)
    }

    func receipt(_ state: DashboardState) -> ReceiptSubject? {
        guard state.peopleBlocked == nil else { return nil }
        return Self.result(state).value.map { ReceiptSubject(title: $0.query.group.title.text, receipt: $0.receipt) }
    }

    func explanation(_ state: DashboardState) -> [String] {
        guard state.peopleBlocked == nil else { return [] }
        return Self.result(state).value.map { PeopleWords.sentences($0) } ?? []
    }

    func draw(_ context: ViewContext, on canvas: inout Canvas) {
        PeopleView.draw(context.state, on: &canvas)
    }

    private static var keys: [KeyBinding] {
        let hasNeighbours: @Sendable (DashboardState) -> Bool = { state in
            group(state).map { $0.neighbours.count > 1 } ?? false
        }
        return [
            KeyBinding(
                [.right, .character(">")],
                .right,
                "next group",
                "show the group beside: who dropped, who is pending, who got there",
                priority: 78,
                applies: hasNeighbours
            ),
            KeyBinding(
                [.left, .character("<")],
                .left,
                "group before",
                "show the group before",
                applies: hasNeighbours
            ),
        ]
    }
}

extension Slot<SubjectsQuery> {
    static var people: Slot { Slot("people") }
}

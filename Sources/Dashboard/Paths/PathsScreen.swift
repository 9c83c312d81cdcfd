import Canvas
import JourneyModel
import Wording

extension ScreenID {
    public static let paths = ScreenID("Paths")
}

/// Which touchpoint follows which, whole paths, changes of channel, what is done twice (D9, D10, D20); and a tree that
/// opens from any touchpoint, forward or backward.
struct PathsScreen: Screen {
    let id = ScreenID.paths
    let digit: Character? = "3"
    let letter: Character? = "p"
    /// Rows asked for: more than anybody reads, few enough to send.
    static let top = 50

    var bindings: [KeyBinding] { Self.keys }
    var details: (any ScreenDetail.Type)? { PathsDetail.self }

    // MARK: What it asks

    func questions(_ state: DashboardState) -> [Wanted] {
        if let tree = Self.tree(state) { return tree.questions(state.questionScope) }
        return [
            Slot.paths.asks(PathsQuery(scope: state.questionScope, top: Self.top)),
            Slot.variants.asks(VariantsQuery(scope: state.questionScope, top: Self.top)),
        ]
    }

    static func paths(_ state: DashboardState) -> Loadable<PathsResult> {
        state.answer(.paths)
    }

    static func variants(_ state: DashboardState) -> Loadable<VariantsResult> {
        state.answer(.variants)
    }

    /// The tree that is open; nil at the screen's top.
    static func tree(_ state: DashboardState) -> PathTree? {
        if case .tree(let tree) = state.place.detail(PathsDetail.self) { tree } else { nil }
    }

    // MARK: What the keys do

    func panels(_ state: DashboardState) -> [[ScreenRow]] {
        if let tree = Self.tree(state) {
            return [tree.rows(state).map { ScreenRow($0.id, text: $0.branch?.touchpoint ?? "") }]
        }
        let paths = Self.paths(state).value
        let variants = Self.variants(state).value
        return PathPanel.allCases.map { $0.rows(paths, variants) }
    }

    func opensRows(_ state: DashboardState) -> Bool { state.place.detail == nil || Self.tree(state) != nil }

    func perform(_ command: Command, _ state: inout DashboardState) -> [Effect]? {
        switch command {
        case .open:
            if Self.tree(state) == nil { open(&state) } else { openBranch(&state) }
        case .left: turn(.backward, &state)
        case .right: turn(.forward, &state)
        default: return nil
        }
        return []
    }

    /// A transition or a path opens the tree with its branches open; a hand-off, the paths on its two channels.
    private func open(_ state: inout DashboardState) {
        guard state.place.detail == nil, let paths = Self.paths(state).value,
            let panel = PathPanel(rawValue: state.place.panel),
            let index = state.cursor(panel: panel.rawValue)
        else { return }
        switch panel {
        case .transitions:
            guard let transition = paths.transitions.element(index) else { return }
            push(PathTree(transition.from, open: [transition.to]), at: 1, &state)
        case .variants:
            guard let path = Self.variants(state).value?.variants.element(index)?.path, let first = path.first else {
                return
            }
            push(PathTree(first, open: Array(path.dropFirst())), at: path.count - 1, &state)
        case .handoffs:
            guard let handoff = paths.handOffs?.pairs.element(index) else { return }
            let filter = Filter(dimension: Dimension.channel, values: [handoff.from, handoff.to])
            state.push(Place(.paths, narrowing: state.place.narrowing + [filter]))
        case .rework: push(paths.rework.element(index).map { PathTree($0.touchpoint) }, at: 0, &state)
        case .starts: push(paths.starts.element(index).map { PathTree($0.name) }, at: 0, &state)
        case .ends: push(paths.ends.element(index).map { PathTree($0.name, .backward) }, at: 0, &state)
        }
    }

    /// Goes to the tree, its cursor on the last of the `depth` branches that are open.
    private func push(_ tree: PathTree?, at depth: Int, _ state: inout DashboardState) {
        guard let tree else { return }
        var place = Place(PathsDetail.tree(tree), narrowing: state.place.narrowing)
        if depth > 0 { place.selections[0] = Selection(row: PathID.of(tree.path(depth))) }
        state.push(place)
    }

    private func openBranch(_ state: inout DashboardState) {
        guard var tree = Self.tree(state), let row = Self.selectedBranch(state), let branch = row.branch else { return }
        guard let touchpoint = branch.touchpoint else {
            state.message =
                row.folded > 0
                ? "fewer than \(PathTree.leastSubjects) each: the tree does not follow them"
                : tree.direction == .forward ? "these journeys end here" : "these journeys begin here"
            return
        }
        guard tree.toggle(touchpoint, level: row.level) else {
            state.message =
                "the tree goes \(PathTree.levels) steps deep; go back and open it from a later touchpoint"
            return
        }
        state.select(state.cursor() ?? 0)
        state.place.turn(to: PathsDetail.tree(tree))
    }

    /// The tree's other direction, from the touchpoint it starts at.
    private func turn(_ direction: BranchesQuery.Direction, _ state: inout DashboardState) {
        guard let tree = Self.tree(state), tree.direction != direction else { return }
        state.place.turn(to: PathsDetail.tree(PathTree(tree.anchor, direction)))
        state.place.selections = [:]
    }

    /// The tree's row under the cursor.
    static func selectedBranch(_ state: DashboardState) -> PathTreeRow? {
        guard let tree = tree(state), let index = state.cursor() else { return nil }
        return tree.rows(state).element(index)
    }

    // MARK: What it says of itself

    func crumb(_ place: Place, _ state: DashboardState) -> String? {
        guard case .tree(let tree) = place.detail(PathsDetail.self) else { return nil }
        return "\(tree.direction == .forward ? "after" : "before") \(tree.anchor)"
    }

    func headline(_ state: DashboardState) -> Headline? {
        if let tree = Self.tree(state) {
            return tree.answer(0, state).value.map {
                Headline(figure: NumberText.count($0.subjects), label: tree.anchor)
            }
        }
        return Self.variants(state).value.map {
            Headline(figure: NumberText.percent($0.variants.first?.share.value), label: "one path")
        }
    }

    func command(_ state: DashboardState) -> [String] {
        if let tree = Self.tree(state) {
            let backward = tree.direction == .backward ? ["--backward"] : []
            return ["show", "tree", "--path"] + tree.path(tree.open.count) + backward
        }
        return ["show", Self.isAtVariants(state) ? "variants" : "paths", "--top", String(Self.top)]
    }

    func exported(_ state: DashboardState) -> Loadable<Export.Content> {
        if let tree = Self.tree(state) { return tree.levels(state) }
        return Self.isAtVariants(state)
            ? Self.variants(state).map(Export.Content.init) : Self.paths(state).map(Export.Content.init)
    }

    /// Whether the cursor stands in the list of whole paths.
    private static func isAtVariants(_ state: DashboardState) -> Bool {
        state.place.panel == PathPanel.variants.rawValue
    }

    func receipt(_ state: DashboardState) -> ReceiptSubject? { PathsReceipt.subject(state) }

    func explanation(_ state: DashboardState) -> [String] { PathsWords.sentences(state) }

    func draw(_ context: ViewContext, on canvas: inout Canvas) {
        if let tree = Self.tree(context.state) {
            PathTreeView.draw(tree, context.state, on: &canvas)
        } else {
            PathsView.draw(context.state, on: &canvas)
        }
    }
}

extension Slot<PathsQuery> {
    static var paths: Slot { Slot("paths") }
}

extension Slot<VariantsQuery> {
    static var variants: Slot { Slot("variants") }
}

import Canvas
import JourneyModel
import Wording

/// The tree of what comes after a touchpoint, or came before it.
enum PathTreeView {
    static func draw(_ tree: PathTree, _ state: DashboardState, on canvas: inout Canvas) {
        canvas.answer(tree.answer(0, state), waiting: "Following the paths \u{2026}") { root, canvas in
            guard root.subjects != 0 else {
                canvas.emptyState(
                    EmptyState(
                        "Nobody came to '\(tree.anchor)'\(state.withinScope).",
                        "Esc goes back; p another period; f other filters."
                    )
                )
                return
            }
            let rows = Layout.rows(
                canvas.bounds,
                [.fixed(2, priority: 9), .flexible(1, minimum: 2, priority: 8)],
                gap: 1
            )
            if let head = rows[0] { canvas.region(head) { drawHead(tree, root, on: &$0) } }
            if let body = rows[1] { canvas.region(body) { drawTree(tree, root, state, on: &$0) } }
        }
    }

    private static func drawHead(_ tree: PathTree, _ root: BranchesResult, on canvas: inout Canvas) {
        let isForward = tree.direction == .forward
        canvas.line([
            Span(NumberText.count(root.subjects), .figure.bold),
            Span(" \(root.receipt.unit.plural) came to \(tree.anchor)"),
        ])
        let words =
            (isForward ? "what came next" : "what came before")
            + ", counted from each one's first time; % is of the branch above"
        canvas.text(words, y: 1, .muted)
    }

    private static func drawTree(
        _ tree: PathTree,
        _ root: BranchesResult,
        _ state: DashboardState,
        on canvas: inout Canvas
    ) {
        let rows = tree.rows(state).map { row -> TableRow in
            guard let branch = row.branch else {
                return TableRow([.tree(TreePlace(isLast: row.isLast), "Counting \u{2026}", .muted)])
            }
            let isOpen: Bool? = branch.touchpoint == nil ? nil : row.isOpen
            let name = branch.touchpoint ?? "\(canvas.glyphs.middleDot) \(row.name(tree.direction))"
            return TableRow([
                .tree(TreePlace(isLast: row.isLast, isOpen: isOpen), name, branch.touchpoint == nil ? .muted : .text),
                .text(NumberText.count(branch.subjects)),
                .spans(MeasureText.rate(branch.share)),
                .bar(Bar(branch.subjects.share(of: root.subjects) ?? 0)),
                .text(branch.medianDelay == nil ? "" : SpanText.text(branch.medianDelay), .muted),
            ])
        }
        canvas.table(
            Table(
                columns: [
                    TableColumn("", minimum: 28, maximum: 64, priority: 10),
                    TableColumn(root.receipt.unit.plural, align: .right, priority: 9),
                    TableColumn("of the branch", align: .decimal, priority: 8),
                    TableColumn("", minimum: 8, maximum: 80, priority: 3, grow: 1),
                    TableColumn(
                        tree.direction == .forward ? "median after" : "median before",
                        align: .right,
                        priority: 5
                    ),
                ],
                rows: rows,
                cursor: state.cursor(),
                list: 0
            ),
            titled: tree.anchor
        )
    }
}

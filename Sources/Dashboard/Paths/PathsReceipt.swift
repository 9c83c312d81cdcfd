import JourneyModel
import Wording

/// What a receipt on the Paths screen is for: the figure under the cursor.
enum PathsReceipt {
    static func subject(_ state: DashboardState) -> ReceiptSubject? {
        if let tree = PathsScreen.tree(state) { return branch(tree, state) }
        guard let paths = PathsScreen.paths(state).value else { return nil }
        let panel = PathPanel(rawValue: state.place.panel) ?? .transitions
        let index = state.cursor(panel: panel.rawValue) ?? 0
        switch panel {
        case .transitions:
            let row = paths.transitions.element(index)
            let title = row.map { "After \($0.from): \($0.to)" } ?? "Transitions"
            let subjects = row?.subjects.map { [ReceiptSubject.Number("of", NumberText.counted($0, unit(paths)))] }
            return ReceiptSubject(title: title, measure: row?.share, numbers: subjects ?? [], receipt: paths.receipt)
        case .variants:
            guard let variants = PathsScreen.variants(state).value else { return nil }
            let row = variants.variants.element(index)
            return ReceiptSubject(
                title: "Share of one path",
                measure: row?.share,
                row: row.map { $0.path.joined(separator: ", ") },
                receipt: variants.receipt
            )
        case .handoffs:
            guard let handOffs = paths.handOffs else { return nil }
            let row = handOffs.pairs.element(index)
            return ReceiptSubject(
                title: row.map { "Hand-offs from \($0.from) to \($0.to), completed" } ?? "Hand-offs, completed",
                measure: row?.completed ?? handOffs.completed,
                numbers: [ReceiptSubject.Number("hand-offs", NumberText.count(row?.count ?? handOffs.handOffs))],
                receipt: handOffs.receipt
            )
        case .rework:
            let row = paths.rework.element(index)
            return counted("Done again", row?.touchpoint, row?.subjects, paths)
        case .starts:
            let row = paths.starts.element(index)
            return counted("Starts", row?.name, row?.count, paths)
        case .ends:
            let row = paths.ends.element(index)
            return counted("Ends", row?.name, row?.count, paths)
        }
    }

    private static func unit(_ paths: PathsResult) -> CountingUnit { paths.receipt.unit }

    /// Of so many subjects something is said, and no share.
    private static func counted(_ title: String, _ row: String?, _ count: Int?, _ paths: PathsResult) -> ReceiptSubject
    {
        ReceiptSubject(
            title: title + (row.map { ", \($0)" } ?? ""),
            numbers: count.map { [ReceiptSubject.Number("counted here", NumberText.counted($0, unit(paths)))] } ?? [],
            rules: DefinitionID.d9.foundations,
            receipt: paths.receipt
        )
    }

    private static func branch(_ tree: PathTree, _ state: DashboardState) -> ReceiptSubject? {
        let row = PathsScreen.selectedBranch(state)
        guard let result = tree.answer(row?.level ?? 0, state).value else { return nil }
        let ending = tree.direction == .forward ? "ends" : "begins"
        let title = row?.branch.map { $0.touchpoint ?? "the journey \(ending)" } ?? tree.anchor
        return ReceiptSubject(
            title: title,
            measure: row?.branch?.share,
            row: row.map { tree.path($0.level).joined(separator: ", ") },
            receipt: result.receipt
        )
    }
}

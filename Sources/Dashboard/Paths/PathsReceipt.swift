import JourneyModel

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
            return ReceiptSubject(title: title, measure: row?.share, receipt: paths.receipt)
        case .variants:
            guard let variants = PathsScreen.variants(state).value else { return nil }
            let share = variants.variants.element(index)?.share
            return ReceiptSubject(title: "Share of one path", measure: share, receipt: variants.receipt)
        case .handoffs:
            guard let handOffs = paths.handOffs else { return nil }
            let row = handOffs.pairs.element(index)
            let title = row.map { "Hand-offs from \($0.from) to \($0.to), completed" } ?? "Hand-offs, completed"
            return ReceiptSubject(
                title: title,
                measure: row?.completed ?? handOffs.completed,
                receipt: handOffs.receipt
            )
        case .rework: return ReceiptSubject(title: "Done again", measure: nil, receipt: paths.receipt)
        case .starts: return ReceiptSubject(title: "Starts", measure: nil, receipt: paths.receipt)
        case .ends: return ReceiptSubject(title: "Ends", measure: nil, receipt: paths.receipt)
        }
    }

    private static func branch(_ tree: PathTree, _ state: DashboardState) -> ReceiptSubject? {
        let row = PathsScreen.selectedBranch(state)
        guard let result = tree.answer(row?.level ?? 0, state).value else { return nil }
        let ending = tree.direction == .forward ? "ends" : "begins"
        let title = row?.branch.map { $0.touchpoint ?? "the journey \(ending)" } ?? tree.anchor
        return ReceiptSubject(title: title, measure: row?.branch?.share, receipt: result.receipt)
    }
}

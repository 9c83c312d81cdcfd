import Canvas

extension DashboardState {
    /// Does what a click on something that was drawn stands for: a key, or a row. The first click on a row of the screen
    /// moves the cursor there, one on the cursor's row opens it, and one in an overlay's list chooses.
    mutating func click(_ target: ClickTarget, isDouble: Bool) -> [Effect] {
        switch target {
        case .key(let key): return handle(key)
        case .row(let list, let index):
            // Where the first of two quick clicks has opened or chosen something, the second has no other target.
            if isDouble, !cursorCameByClick { return [] }
            return overlay == nil ? clickRow(index, in: list) : clickOverlayRow(index, in: list)
        }
    }

    private mutating func clickRow(_ index: Int, in list: Int) -> [Effect] {
        let panels = panels
        guard panels.indices.contains(list), panels[list].indices.contains(index) else { return [] }
        if cursor(panel: list) == index { return handle(.enter) }
        message = nil
        echo = nil
        goingFrom = nil
        place.panel = list
        select(index)
        cursorCameByClick = true
        return []
    }

    private mutating func clickOverlayRow(_ index: Int, in list: Int) -> [Effect] {
        switch overlay {
        case .help(var actions):
            actions.selected = index
            overlay = .help(actions)
        case .palette(var actions):
            actions.selected = index
            overlay = .palette(actions)
        case .choice(let kind, var choices):
            choices.selected = index
            overlay = .choice(kind, choices)
        case .tool(var tool):
            let isDone = tool.value.click(index, in: list)
            overlay = .tool(tool)
            if isDone { return [] }
        case .receipt, .explanation, .elsewhere, .naming, .export, .search, nil: return []
        }
        return handle(.enter)
    }
}

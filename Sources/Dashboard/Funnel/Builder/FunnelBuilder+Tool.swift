import Canvas

extension FunnelBuilder: ScreenTool {
    static var keysTitle: String { "In the funnel builder" }
    static var keys: [OverlayKey] { BuilderKeys.all }

    func handle(_ key: Key, _ state: inout DashboardState) -> [Effect] { state.handleBuilder(key, self) }

    mutating func click(_ index: Int, in list: Int) -> Bool {
        isInRows = list == Self.rowList
        // Enter in the rows would keep the funnel.
        if isInRows { selected = index } else { self.list.selected = index }
        return isInRows
    }

    mutating func editEntry(_ edit: (inout TextEntry) -> Void) {
        guard !isInRows else { return }
        edit(&list.entry)
        list.selected = 0
    }

    func frames(_ content: Rect) -> (screen: Rect, tool: Rect) { FunnelBuilderView.frames(content, self) }

    func draw(_ state: DashboardState, on canvas: inout Canvas) { FunnelBuilderView.draw(self, state, on: &canvas) }
}

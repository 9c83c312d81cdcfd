import Canvas

/// What a screen lays beside itself to put something together: the keys go to it, and the screen stays in view and changes.
/// It has rows, and a list that is typed into.
protocol ScreenTool: ErasedValue {
    /// What documents call the part of the keys that mean something here.
    static var keysTitle: String { get }
    static var keys: [OverlayKey] { get }

    /// Whether the keys go to the rows, not to the list.
    var isInRows: Bool { get }

    /// Does what a key means here.
    func handle(_ key: Key, _ state: inout DashboardState) -> [Effect]
    /// Moves to a row that was clicked on; false where it is one to be chosen, as Enter does.
    mutating func click(_ index: Int, in list: Int) -> Bool
    /// Edits the text being typed, where there is any.
    mutating func editEntry(_ edit: (inout TextEntry) -> Void)

    /// Where the screen stays, and where the tool stands.
    func frames(_ content: Rect) -> (screen: Rect, tool: Rect)
    func draw(_ state: DashboardState, on canvas: inout Canvas)

    /// The same in lines of text.
    func lines(_ state: DashboardState) -> ToolLines
    /// The keys that a line stands for. What the line names is moved to first.
    func read(_ line: String, _ state: inout DashboardState) -> [Key]
}

/// A tool in lines of text.
struct ToolLines: Hashable, Sendable {
    var title: String
    /// What can be said next.
    var prompt: String
    var rows: [String]
    /// What a number chooses, from 1 on.
    var choices: [String]
}

struct AnyTool: Hashable, Sendable {
    var value: any ScreenTool

    static func == (left: AnyTool, right: AnyTool) -> Bool { left.value.equals(right.value) }

    func hash(into hasher: inout Hasher) { value.hash(into: &hasher) }
}

extension Overlay {
    static func tool(_ tool: some ScreenTool) -> Overlay { .tool(AnyTool(value: tool)) }

    /// The tool of this type, where it is what lies over the screen.
    func tool<Tool: ScreenTool>(_ type: Tool.Type) -> Tool? {
        if case .tool(let tool) = self { tool.value as? Tool } else { nil }
    }
}

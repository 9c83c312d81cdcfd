import JourneyModel

/// What is laid over the screen; keys go to it first.
enum Overlay: Hashable, Sendable {
    case help(FilteredList)
    case palette(FilteredList)
    case choice(ChoiceKind, FilteredList)
    case tool(AnyTool)
    /// Scrolled by so many lines.
    case receipt(Int)
    case explanation(Int)
    /// What others than this program would say of the figure.
    case elsewhere(Int)
    case naming(Naming, TextEntry)
    case export(ExportDialog)
    case search(TextEntry)
}

extension DashboardState {
    /// Whether something is being put together.
    var isBuilding: Bool {
        if case .tool = overlay { true } else { false }
    }
}

/// What a name is typed for.
enum Naming: Hashable, Sendable {
    case view
    /// A store for data that are gone at the end else.
    case store

    var title: String {
        switch self {
        case .view: "Keep this view as"
        case .store: "Keep these data in"
        }
    }

    var placeholder: String {
        switch self {
        case .view: "a name, such as blue badge, by channel"
        case .store: "a file of its own, such as requests.cxm"
        }
    }
}

/// A list narrowed down by typing.
struct FilteredList: Hashable, Sendable {
    var entry = TextEntry()
    var selected = 0
    /// Ids marked to be taken together.
    var marked: Set<String> = []
}

/// What a picker chooses.
enum ChoiceKind: Hashable, Sendable {
    case filterDimension
    case filterValue(dimension: String)
    case period
    case unit
    /// The name is that of the theme before, to go back to.
    case theme(before: String)
    case savedView
    case exportFormat
    /// Whether the view of this name is to be deleted.
    case viewDeletion(name: String)
    /// What only one screen knows.
    case own(AnyPicker)
}

/// What a screen lets choose from a list.
protocol ScreenPicker: ErasedValue {
    var title: String { get }
    var placeholder: String { get }
    /// The rows, whatever is typed.
    func choices(_ state: DashboardState) -> [Choice]
    /// What was typed, where it says something that the list cannot hold.
    func typed(_ text: String, _ state: DashboardState) -> Choice?
    /// Does what the chosen row says.
    func choose(_ choice: Choice, _ state: inout DashboardState)
}

extension ScreenPicker {
    var placeholder: String { "type to narrow down" }
    func typed(_ text: String, _ state: DashboardState) -> Choice? { nil }
}

struct AnyPicker: Hashable, Sendable {
    let value: any ScreenPicker

    static func == (left: AnyPicker, right: AnyPicker) -> Bool { left.value.equals(right.value) }

    func hash(into hasher: inout Hasher) { value.hash(into: &hasher) }
}

extension ChoiceKind {
    static func own(_ picker: some ScreenPicker) -> ChoiceKind { .own(AnyPicker(value: picker)) }
}

/// One row of a picker.
struct Choice: Hashable, Sendable {
    var id: String
    var label: String
    var detail = ""
    /// Why it cannot be chosen; nil: it can.
    var blocked: String?
}

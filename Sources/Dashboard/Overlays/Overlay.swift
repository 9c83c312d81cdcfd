import JourneyModel

/// What is laid over the screen; keys go to it first.
enum Overlay: Hashable, Sendable {
    case help(FilteredList)
    case palette(FilteredList)
    case choice(ChoiceKind, FilteredList)
    case builder(FunnelBuilder)
    /// Scrolled by so many lines.
    case receipt(Int)
    case explanation(Int)
    case viewName(TextEntry)
    case export(ExportDialog)
    case search(TextEntry)
}

extension DashboardState {
    /// Whether a funnel is being put together.
    var isBuilding: Bool {
        if case .builder = overlay { true } else { false }
    }
}

/// A list narrowed down by typing.
struct FilteredList: Hashable, Sendable {
    var entry = TextEntry()
    var selected = 0
    /// Ids marked to be taken together.
    var marked: Set<String> = []
}

/// What a picker chooses; add a case for a new one, with its rows and its effect in `Choices`.
enum ChoiceKind: Hashable, Sendable {
    case filterDimension
    case filterValue(dimension: String)
    case period
    case unit
    case breakdown
    case equityTrait
    /// The name is that of the theme before, to go back to.
    case theme(before: String)
    case funnelWindow
    case funnelOrder
    case savedView
    case exportFormat
    /// Whether the view of this name is to be deleted.
    case viewDeletion(name: String)
}

/// One row of a picker.
struct Choice: Hashable, Sendable {
    var id: String
    var label: String
    var detail = ""
    /// Why it cannot be chosen; nil: it can.
    var blocked: String?
}

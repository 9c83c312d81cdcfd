import JourneyModel
import Terminal

/// What the dashboard is opened with.
struct DashboardOptions: Hashable {
    /// The store's path, as the user gave it.
    var store: String
    var scope = Scope()
    /// The period to compare with; nil: none.
    var before: TimeRange?
    /// Nil: the one in the settings, else the one that suits the terminal.
    var theme: String?
    var themesFolder: String?
    var terminal = TerminalOptions()
    /// Workshop mode: nothing can be changed, exported or looked up by person (experience, rule 13).
    var isKiosk = false
}

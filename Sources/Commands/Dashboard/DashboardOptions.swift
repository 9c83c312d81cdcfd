import Dashboard
import JourneyModel
import TOML
import Terminal
import Wording

/// What the dashboard is opened with.
struct DashboardOptions {
    /// The store's path, as the user gave it.
    var store: String
    /// As headers show it; nil: the store's own name.
    var name: String?
    var scope = Scope()
    /// The period to compare with; nil: none.
    var before: TimeRange?
    /// The period shown where neither the command line nor a view says one, and the one to compare it with.
    var usualPeriod: Period?
    /// The file of named views; nil: the user's own.
    var views: String?
    /// The view to open with, as the command line names it.
    var view: String?
    /// The view to open with, as the settings name it.
    var start: Settings.Named?
    var targets = Targets()
    var wording = WordingStyle()
    /// What in the user's files was passed over so far.
    var warnings: [TextProblem] = []
    /// The unit counted where neither the command line nor a view says one.
    var usualUnit: CountingUnit?
    /// Nil: `usualTheme`, else the one that suits the terminal.
    var theme: String?
    /// The theme of the settings.
    var usualTheme: Settings.Named?
    var themesFolder: String?
    var terminal = TerminalOptions()
    /// Whether each key is shown with what it does.
    var echoesKeys = false
    /// The asciicast to write; nil: none.
    var record: String?
    /// The tour to begin with; nil: none.
    var tour: TourScript?
    /// Lines of text in place of a screen.
    var isPlain = false
    /// Who keeps the data of a first look; nil: they are kept.
    var keeper: StoreKeeper?
    var kiosk = Kiosk.off
    var protection = Protection.none
}

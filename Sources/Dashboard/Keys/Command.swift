/// What a key can mean. Screens add cases of their own.
public enum Command: Hashable, Sendable {
    // Going about.
    case up, down, pageUp, pageDown, first, last, left, right
    case nextPanel, previousPanel
    case open, back, leave, quit
    case screen(ScreenID)
    // What it is about.
    case filter, period, breakDown, unit
    case undo, redo
    case saveView, savedViews
    case search, nextMatch, previousMatch
    // What is shown of it.
    case sort, people, receipt, explain, equity, copyCommand, export, theme
    // The program.
    case help, palette, pause, redraw, suspend
    // Funnel.
    case steps, window, order, times
    // Preferences.
    case services, content, consent
    // Maturity.
    case whatIf, history
    // Channels.
    case periodLength

    /// Whether it is about where things stand on a screen of cells, or about the terminal.
    var isAboutCells: Bool {
        switch self {
        case .up, .down, .pageUp, .pageDown, .first, .last, .nextPanel, .previousPanel: true
        case .nextMatch, .previousMatch, .theme, .palette, .suspend: true
        default: false
        }
    }
}

/// What a key can mean.
public enum Command: Hashable, Sendable {
    // Going about.
    case up, down, pageUp, pageDown, first, last, left, right
    case nextPanel, previousPanel
    case open, back, leave, quit
    case screen(ScreenID)
    // What it is about.
    case filter, period, unit
    case undo, redo
    case saveView, savedViews, keep
    case search, nextMatch, previousMatch
    // What is shown of it.
    case sort, receipt, explain, copyCommand, export, theme
    // The program.
    case help, palette, pause, redraw, suspend
    /// What only one screen knows.
    case own(OwnCommand)

    /// Whether it is about where things stand on a screen of cells, or about the terminal.
    var isAboutCells: Bool {
        switch self {
        case .up, .down, .pageUp, .pageDown, .first, .last, .nextPanel, .previousPanel: true
        case .nextMatch, .previousMatch, .theme, .palette, .suspend: true
        default: false
        }
    }
}

/// What a key means to one screen, which declares and carries it out.
public struct OwnCommand: Hashable, Sendable {
    let screen: ScreenID
    let name: String

    init(_ screen: ScreenID, _ name: String) {
        self.screen = screen
        self.name = name
    }
}

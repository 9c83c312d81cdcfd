public import JourneyModel

/// What the dashboard wants done outside itself; results come back as actions.
public enum Effect: Hashable, Sendable {
    /// Answer with `.answered` or `.failed`, carrying the same id.
    case ask(RequestID, AnyQuestion)
    /// Nobody waits for this one any more.
    case cancel(RequestID)
    /// Put the view among the user's, in place of one of the same name; then send `.views` and `.message`.
    case saveView(NamedView)
    /// Take the view of this name from the user's; then send `.views` and `.message`.
    case deleteView(String)
    /// Write what a first look shows into a store of this name, and the mapping beside it; then send `.kept` or `.message`.
    case keepStore(String)
    /// Put the text on the clipboard (OSC 52).
    case copy(String)
    /// Write the file, whole or not at all; then send `.exported`.
    case export(Export)
    /// Paint with the theme of this name from now on.
    case applyTheme(String)
    /// Repaint everything, whatever is thought to be on the screen.
    case redraw
    /// Stop the process as Ctrl-Z does, and repaint when it goes on.
    case suspend
    case quit
}

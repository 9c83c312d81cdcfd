public import Canvas
public import JourneyModel

/// What can happen to a dashboard: somebody did something, or an effect has a result.
public enum Action: Hashable, Sendable {
    case input(InputEvent)
    /// Something that was drawn was clicked on; `isDouble`: right after another click in the same place.
    case clicked(ClickTarget, isDouble: Bool)
    case answered(RequestID, AnyAnswer)
    /// The question could not be answered: what went wrong, and what to do about it.
    case failed(RequestID, message: String, hint: String)
    /// The store has new events; the number grows with every change.
    case dataChanged(generation: Int)
    /// The store changed and could not be read: what went wrong. The figures stay as they are.
    case dataUnreadable(message: String)
    /// What is asked again takes longer than a moment: show that the figures are out of date.
    case answersAreLate
    /// How old the newest data is, in milliseconds. The loop reads the clock and sends this; once a minute is enough.
    case tick(dataAge: Milliseconds?)
    /// The names of the themes there are.
    case themes([String])
    /// The named views that the user's configuration holds.
    case views([NamedView])
    case exported(ExportOutcome)
    /// What a first look shows is in the store of this path, which headers call so.
    case kept(path: String, name: String)
    /// Something to say on the message line, such as "saved as blue badge".
    case message(String)
}

/// Names one asking of a question, so that a late answer to an earlier one is told apart.
public struct RequestID: Hashable, Comparable, Sendable {
    public let number: Int

    public init(_ number: Int) {
        self.number = number
    }

    public static func < (left: RequestID, right: RequestID) -> Bool { left.number < right.number }
}

import Dashboard
import JourneyModel

/// What a dashboard is told of its store, on a screen as in lines of text.
extension Action {
    /// The store changed, and reading it failed with `error`.
    static func dataUnreadable(_ error: any Error) -> Action { .dataUnreadable(message: unreadableText(error)) }

    static func unreadableText(_ error: any Error) -> String {
        "the store changed and could not be read: \(Complaint(about: error).message)"
    }

    /// How old the data is now that ends at `horizon`; nil: nobody knows yet where it ends.
    static func tick(_ horizon: Timestamp?) -> Action {
        .tick(dataAge: horizon.map { Timestamp.now.since($0) })
    }
}

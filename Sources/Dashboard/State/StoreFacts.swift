public import JourneyModel

/// What the header says about the store, and what this session may do.
public struct StoreFacts: Hashable, Sendable {
    /// Shown in the header: the file's name without its ending.
    public var name: String
    /// As the command line takes it: a path or a URL.
    public var path: String
    /// Shows the badge DEMO DATA on every screen.
    public var isDemo: Bool
    /// Shows the badge READ-ONLY: nothing can be changed from here.
    public var isReadOnly: Bool
    /// Else the data are gone when the dashboard is left: shows the badge NOT KEPT, and there is a key to keep them.
    public var isKept: Bool
    /// Workshop mode: no saving, no export, no other store (experience, rule 13).
    public var isKiosk: Bool
    /// Answers are protected (D25): shows the badge PUBLIC, and lists nobody.
    public var isPublic: Bool
    /// Age of the newest data in milliseconds; nil while unknown.
    public var dataAge: Milliseconds?

    public init(
        name: String,
        path: String,
        isDemo: Bool = false,
        isReadOnly: Bool = true,
        isKept: Bool = true,
        isKiosk: Bool = false,
        isPublic: Bool = false,
        dataAge: Milliseconds? = nil
    ) {
        self.name = name
        self.path = path
        self.isDemo = isDemo
        self.isReadOnly = isReadOnly
        self.isKept = isKept
        self.isKiosk = isKiosk
        self.isPublic = isPublic
        self.dataAge = dataAge
    }
}

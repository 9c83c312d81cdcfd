public import JourneyModel

/// What an import did. `read` = `stored` + `duplicates` + `rejected`.
public struct ImportSummary: Hashable, Sendable {
    /// Rows handed in: events, side records and rejects. Declarations of a mapping (roles, channel kinds) do not count.
    public var read = 0
    public var stored = 0
    /// Rows that the store has already, from this file or from an earlier one of the same source.
    public var duplicates = 0
    public var rejected = 0
    /// Rows that the format leaves out on purpose.
    public var skipped = 0
    /// Of `stored`: events.
    public var events = 0
    /// Events without an id that are, field by field, the same as an earlier one of the file: all are kept.
    public var identicalRows = 0
    /// Stored events at the same instant as the one before them in their case (person, where the rows have no cases):
    /// their order in time is not known (D1).
    public var ties = 0
    /// What there is to say of preferences on record, where this import added to them, or to the channels that there are.
    public var unknownPreferences = UnknownPreferences()
    /// The import's number in `batches`.
    public var batch = 0
    /// Events with a known id that came with other content; each of them is one of `duplicates`.
    public var changed = 0
    /// Of `changed`: those of which the newest content was taken.
    public var updated = 0
    /// Stored events whose id another source has too.
    public var sharedIDs = 0
    /// Stored events that are like one of another import in time, subject and touchpoint, where they are more than a fifth of all;
    /// else 0.
    public var likeOthers = 0
    /// Imports that were taken out in the same step.
    public var replaced: [Int] = []
    /// Whether events that were there before were changed or taken away.
    public var isRewriting: Bool { updated > 0 || !replaced.isEmpty }
    /// The first 20, in the order of the file.
    public var rejects: [Reject] = []
    /// The store's state once the import is in.
    public var stamp = StoreStamp(store: 0, generation: 0, state: 0)
    /// What the import has added to or changed beside the events.
    public var changes: ImportChanges = []

    public init() {}
}

/// What an import adds to or changes beside the events.
public struct ImportChanges: OptionSet, Hashable, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) {
        self.rawValue = rawValue
    }

    public static let people = ImportChanges(rawValue: 1)
    public static let cases = ImportChanges(rawValue: 2)
    public static let sessions = ImportChanges(rawValue: 4)
    /// Traits and their values.
    public static let values = ImportChanges(rawValue: 8)
    /// Which traits persons or cases have.
    public static let traits = ImportChanges(rawValue: 16)
    /// Which ids are one person.
    public static let aliases = ImportChanges(rawValue: 32)
    /// Preferences, consents, feedback, costs, assessments, annotations.
    public static let records = ImportChanges(rawValue: 64)
    /// Roles of touchpoints and kinds of channels.
    public static let declarations = ImportChanges(rawValue: 128)
}

/// Takes what a reader finds, and keeps count.
public protocol ImportSink: RecordSink {
    /// A row that the format leaves out on purpose, such as the start of an activity whose end counts.
    func skip() throws
    /// Says what the file is known by, once it has been read.
    func identify(_ mark: ImportMark) throws
    /// What was taken so far; what is stored or a duplicate is known at the end only, and 0 until then.
    var summary: ImportSummary { get }
}

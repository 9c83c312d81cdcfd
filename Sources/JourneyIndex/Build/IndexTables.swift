public import JourneyModel

/// Everything that an index needs to know of a store besides its events, in the codes of the events.
public struct IndexTables: Sendable {
    public var stamp: StoreStamp
    /// Number of the last event in the store.
    public var lastEvent: Int64
    public var reach: DataReach
    /// Without rows of events: dimensions with names and values, roles, kinds of channels.
    public var snapshot: JourneySnapshot
    /// Codes in use: one more than the highest.
    public var people: Int
    public var cases: Int
    public var sessions: Int
    /// Names of the persons and cases that the index does not know yet, in the order of their codes.
    public var newPeopleNames: TextColumn
    public var newCaseNames: TextColumn
    /// Nil: as they were.
    public var personTraits: [CodedColumn]?
    public var caseTraits: [CodedColumn]?
    /// The records beside the events that the index does not know yet.
    public var records: [RecordTable]
    /// Ids that another stands for (D26).
    public var aliases: [MergedID]

    public init(
        stamp: StoreStamp,
        lastEvent: Int64,
        reach: DataReach,
        snapshot: JourneySnapshot,
        people: Int,
        cases: Int,
        sessions: Int,
        newPeopleNames: TextColumn = TextColumn(),
        newCaseNames: TextColumn = TextColumn(),
        personTraits: [CodedColumn]?,
        caseTraits: [CodedColumn]?,
        records: [RecordTable] = [],
        aliases: [MergedID] = []
    ) {
        self.stamp = stamp
        self.lastEvent = lastEvent
        self.reach = reach
        self.snapshot = snapshot
        self.people = people
        self.cases = cases
        self.sessions = sessions
        self.newPeopleNames = newPeopleNames
        self.newCaseNames = newCaseNames
        self.personTraits = personTraits
        self.caseTraits = caseTraits
        self.records = records
        self.aliases = aliases
    }
}

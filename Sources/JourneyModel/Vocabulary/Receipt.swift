/// How an answer came about: what its figures follow, what was counted, and what was left out. One key shows it for any
/// figure; exports carry it.
public struct Receipt: Codable, Hashable, Sendable {
    /// One line: what, and how many or when.
    public struct Fact: Codable, Hashable, Sendable {
        public var label: Remark
        public var value: Value

        public init(_ label: Remark, _ value: Value) {
            self.label = label
            self.value = value
        }
    }

    public enum Value: Codable, Hashable, Sendable {
        case count(Int)
        case time(Timestamp?)
        case span(Milliseconds?)
        /// A word of the command language.
        case choice(String)
        case remark(Remark)
    }

    public var definitions: [DefinitionID]
    public var scope: Scope
    /// The unit that was counted in fact.
    public var unit: CountingUnit
    /// Events in scope that the question looked at.
    public var events: Int
    /// Subjects with at least one of these events.
    public var subjects: Int
    /// Events in scope that belong to no subject of this unit: they count in volumes only.
    public var eventsWithoutSubject: Int
    /// H of the definitions: the latest recorded time in the store, or the as-of time.
    public var horizon: Timestamp?
    /// What belongs to this question only: window, order, ties …
    public var facts: [Fact]
    /// What the reader should know before using the figures.
    public var notes: [Remark]

    public init(
        definitions: [DefinitionID],
        scope: Scope,
        unit: CountingUnit,
        events: Int,
        subjects: Int,
        eventsWithoutSubject: Int,
        horizon: Timestamp?,
        facts: [Fact] = [],
        notes: [Remark] = []
    ) {
        self.definitions = definitions
        self.scope = scope
        self.unit = unit
        self.events = events
        self.subjects = subjects
        self.eventsWithoutSubject = eventsWithoutSubject
        self.horizon = horizon
        self.facts = facts
        self.notes = notes
    }
}

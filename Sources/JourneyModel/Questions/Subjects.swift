/// Who is behind a figure: the people, or the cases, that it counts.
public struct SubjectsQuery: Question {
    public typealias Answer = SubjectsResult

    /// What the list begins with. Subjects that are alike in that are put by name.
    public enum Order: String, CaseIterable, Hashable, Sendable {
        /// The latest event of the subject, newest first.
        case recent
        /// What put the subject in the group, newest first.
        case reason
        /// Most events first.
        case events
    }

    public var scope: Scope
    public var group: SubjectGroup
    /// How many to return; the total counts all.
    public var top: Int
    public var order: Order
    /// Give persons' names as the store has them, and no pseudonyms in their place.
    public var showsNames: Bool

    public init(
        scope: Scope = Scope(),
        group: SubjectGroup,
        top: Int = 20,
        order: Order = .recent,
        showsNames: Bool = false
    ) {
        self.scope = scope
        self.group = group
        self.top = top
        self.order = order
        self.showsNames = showsNames
    }
}

/// The answer to a `SubjectsQuery`. The total is the number that the figure shows, to the digit.
public struct SubjectsResult: CountedAnswer {
    public struct Subject: Hashable, Sendable {
        /// A person's pseudonym (or name, where that was asked for), a case's own number; nil where the data name nobody.
        public var name: String?
        /// Events that the scope's filters and as-of time keep, whatever the period: what happened since is worth knowing.
        public var events: Int
        /// The first and the last of these events, and where the last one was.
        public var first: Timestamp?
        public var last: Timestamp?
        public var lastTouchpoint: String?
        public var lastChannel: String?
        /// When what put the subject in the group happened; of several the latest.
        public var since: Timestamp?
        /// Why it is in the group, in a few plain words.
        public var why: String

        public init(
            name: String?,
            events: Int,
            first: Timestamp?,
            last: Timestamp?,
            lastTouchpoint: String?,
            lastChannel: String?,
            since: Timestamp?,
            why: String
        ) {
            self.name = name
            self.events = events
            self.first = first
            self.last = last
            self.lastTouchpoint = lastTouchpoint
            self.lastChannel = lastChannel
            self.since = since
            self.why = why
        }
    }

    public var query: SubjectsQuery
    /// All in the group.
    public var total: Int
    /// Of these, persons who have not agreed to analytics, where the store records that (D17): they are in no list.
    public var withheld: Int
    /// The first of them in the order asked for.
    public var subjects: [Subject]
    public var receipt: Receipt

    public init(query: SubjectsQuery, total: Int, withheld: Int = 0, subjects: [Subject], receipt: Receipt) {
        self.query = query
        self.total = total
        self.withheld = withheld
        self.subjects = subjects
        self.receipt = receipt
    }
}

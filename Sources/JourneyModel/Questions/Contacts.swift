/// Contacts that a better service would have avoided, inferred from the events (D18).
public struct ContactsQuery: Question {
    public typealias Answer = ContactsResult

    public var scope: Scope

    public init(scope: Scope = Scope()) {
        self.scope = scope
    }
}

public struct ContactsResult: CountedAnswer {
    public struct ServiceRow: Hashable, Sendable {
        public var service: String
        /// Digital attempts that failed or were dropped: begun in range at a start point on a digital channel, and neither
        /// submitted nor completed on one before 24 hours without a digital event of the service had passed (project
        /// rule). One with the main interaction (D13) of a transaction that was completed, by whatever way and however
        /// late, was not lost. Attempts whose 24 hours are not over at the horizon are not counted.
        public var lostDigital: Int
        /// … followed by a contact on the same service within 24 hours (D18c).
        public var leaks: Int
        /// Distinct subjects behind the leaks.
        public var leakingPeople: Int
        /// leaks / lostDigital.
        public var leakRate: Measure
        /// Cost of the contacts that leaks became: their events' own cost, else what the channel costs a contact in the twelve
        /// months to the range's end (D14); nil where neither is known of any.
        public var leakCost: Double?

        public init(
            service: String,
            lostDigital: Int,
            leaks: Int,
            leakingPeople: Int = 0,
            leakRate: Measure,
            leakCost: Double?
        ) {
            self.service = service
            self.lostDigital = lostDigital
            self.leaks = leaks
            self.leakingPeople = leakingPeople
            self.leakRate = leakRate
            self.leakCost = leakCost
        }
    }

    public var query: ContactsQuery
    /// Contacts that began in scope, however many events each has: the denominator of the inferred share. Each event of
    /// nobody known is one.
    public var inboundContacts: Int
    /// Contacts on an open case after submission and before its outcome (D18a). Submission is what has the role submit,
    /// and the service's end point where that has no outcome yet; where it declares neither, its start. Without a case's id
    /// a journey is open for 28 days from its last event at most. Services that never record an outcome have none
    /// (project rule).
    public var chases: Int
    /// Contacts of the same person and service within 7 days of one marked resolved, counted from its end, for the same
    /// reason where both say one (D18b): of several the last that it says.
    public var repeats: Int
    public var leaks: Int
    /// Contacts that are at least one of the three / inbound contacts.
    public var inferred: Measure
    /// By leaks, most first.
    public var services: [ServiceRow]
    public var receipt: Receipt

    public init(
        query: ContactsQuery,
        inboundContacts: Int,
        chases: Int,
        repeats: Int,
        leaks: Int,
        inferred: Measure,
        services: [ServiceRow],
        receipt: Receipt
    ) {
        self.query = query
        self.inboundContacts = inboundContacts
        self.chases = chases
        self.repeats = repeats
        self.leaks = leaks
        self.inferred = inferred
        self.services = services
        self.receipt = receipt
    }
}

/// Contacts that a better service would have avoided, inferred from the events (D18).
public struct ContactsQuery: Hashable, Sendable {
    public var scope: Scope

    public init(scope: Scope = Scope()) {
        self.scope = scope
    }
}

public struct ContactsResult: Hashable, Sendable {
    public struct ServiceRow: Hashable, Sendable {
        public var service: String
        /// Digital attempts that failed or were dropped.
        public var lostDigital: Int
        /// … followed by an assisted contact on the same service within 24 hours (D18c).
        public var leaks: Int
        /// leaks / lostDigital.
        public var leakRate: Measure
        /// Cost of the leaked contacts, where the cost table knows the channel (D14).
        public var leakCost: Double?

        public init(service: String, lostDigital: Int, leaks: Int, leakRate: Measure, leakCost: Double?) {
            self.service = service
            self.lostDigital = lostDigital
            self.leaks = leaks
            self.leakRate = leakRate
            self.leakCost = leakCost
        }
    }

    public var query: ContactsQuery
    /// Inbound assisted contacts in scope: the denominator of the inferred share.
    public var inboundContacts: Int
    /// Inbound contacts on an open case after submission and before its outcome (D18a).
    public var chases: Int
    /// Same person and service within 7 days of a contact marked resolved (D18b).
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

/// What people allow, how often they take it back, and whether that takes effect (D17).
public struct ConsentQuery: Question {
    public typealias Answer = ConsentResult

    public var scope: Scope

    public init(scope: Scope = Scope()) {
        self.scope = scope
    }
}

public struct ConsentResult: CountedAnswer {
    /// How often consent was withdrawn while it was granted.
    public struct Withdrawals: Hashable, Sendable {
        /// Withdrawals in range, of one person for one purpose at one instant one.
        public var count: Int
        /// Months, of 1/12 of 365.25 days, in range in which a person's consent for a purpose was granted on some channel.
        public var grantedMonths: Double

        public init(count: Int, grantedMonths: Double) {
            self.count = count
            self.grantedMonths = grantedMonths
        }

        /// Nil where nothing was granted (D0), or the count is hidden.
        public var perThousandMonths: Double? {
            count.isHidden || grantedMonths <= 0 ? nil : Double(count) * 1000 / grantedMonths
        }
    }

    /// Contacts after a refusal or withdrawal. There must be none.
    public struct Breach: Hashable, Sendable {
        public var purpose: String
        /// Nil where the contact says none.
        public var channel: String?
        public var contacts: Int
        public var people: Int

        public init(purpose: String, channel: String?, contacts: Int, people: Int) {
            self.purpose = purpose
            self.channel = channel
            self.contacts = contacts
            self.people = people
        }
    }

    public struct Purpose: Hashable, Sendable {
        public var purpose: String
        /// Granted / asked, of persons by the end of the range.
        public var coverage: Measure
        /// Nil where nobody was asked.
        public var withdrawals: Withdrawals?
        /// Outbound contacts for the purpose, of these those after a refusal or withdrawal, and those no consent speaks of.
        public var contacts: Int
        public var afterWithdrawal: Int
        public var uncovered: Int

        public init(
            purpose: String,
            coverage: Measure,
            withdrawals: Withdrawals?,
            contacts: Int,
            afterWithdrawal: Int,
            uncovered: Int
        ) {
            self.purpose = purpose
            self.coverage = coverage
            self.withdrawals = withdrawals
            self.contacts = contacts
            self.afterWithdrawal = afterWithdrawal
            self.uncovered = uncovered
        }
    }

    public var query: ConsentQuery
    /// Granted / asked for communication; of those asked for another purpose where nobody was asked for that.
    public var coverage: Measure
    /// Of all purposes but analytics; nil without consents.
    public var withdrawals: Withdrawals?
    /// Median time in milliseconds from a refusal or withdrawal to the first contact after it, of those who had one; 0 where
    /// nobody did, nil where nobody was asked.
    public var timeToEffect: Double?
    /// Whom a contact went to after a refusal or withdrawal.
    public var peopleBreached: Int
    /// Most contacts first.
    public var breaches: [Breach]
    /// By persons asked, then name; last those that contacts are for and nobody was asked for.
    public var purposes: [Purpose]
    public var receipt: Receipt

    public init(
        query: ConsentQuery,
        coverage: Measure,
        withdrawals: Withdrawals?,
        timeToEffect: Double?,
        peopleBreached: Int,
        breaches: [Breach],
        purposes: [Purpose],
        receipt: Receipt
    ) {
        self.query = query
        self.coverage = coverage
        self.withdrawals = withdrawals
        self.timeToEffect = timeToEffect
        self.peopleBreached = peopleBreached
        self.breaches = breaches
        self.purposes = purposes
        self.receipt = receipt
    }
}

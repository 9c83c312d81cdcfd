/// Whether people are reached the way they asked for (D16).
public struct PreferencesQuery: Question {
    public typealias Answer = PreferencesResult

    public var scope: Scope

    public init(scope: Scope = Scope()) {
        self.scope = scope
    }
}

public struct PreferencesResult: CountedAnswer {
    /// Preferred against used channel over outbound contacts to persons with a captured preference.
    public struct Cell: Hashable, Sendable {
        public var preferred: String
        public var used: String
        public var contacts: Int

        public init(preferred: String, used: String, contacts: Int) {
            self.preferred = preferred
            self.used = used
            self.contacts = contacts
        }
    }

    public struct ServiceRow: Hashable, Sendable {
        public var service: String
        /// Persons contacted.
        public var contacted: Int
        public var asked: Measure
        public var captured: Measure
        public var used: Measure
        public var honoured: Measure

        public init(
            service: String,
            contacted: Int,
            asked: Measure,
            captured: Measure,
            used: Measure,
            honoured: Measure
        ) {
            self.service = service
            self.contacted = contacted
            self.asked = asked
            self.captured = captured
            self.used = used
            self.honoured = honoured
        }
    }

    public struct ConsentRow: Hashable, Sendable {
        /// As the first record of it writes it; a purpose is the same in capitals and small letters.
        public var purpose: String
        /// Persons with a granted consent for it on any channel / persons asked for it (D17).
        public var granted: Measure

        public init(purpose: String, granted: Measure) {
            self.purpose = purpose
            self.granted = granted
        }
    }

    /// The service-level form of the 2014 survey: shares of services.
    public struct SurveyForm: Hashable, Sendable {
        public var services: Int
        /// Services that collect a preferred channel (survey: 57%).
        public var collectChannel: Measure
        /// … and ever use it (survey: under 28.5%).
        public var useChannel: Measure
        /// Services that capture content preferences (54%) and use them (14%).
        public var captureContent: Measure
        public var useContent: Measure
        /// Services that let people ask for both kind of information and channel (21%), or ask nothing (39%).
        public var askBoth: Measure
        public var askNothing: Measure

        public init(
            services: Int,
            collectChannel: Measure,
            useChannel: Measure,
            captureContent: Measure,
            useContent: Measure,
            askBoth: Measure,
            askNothing: Measure
        ) {
            self.services = services
            self.collectChannel = collectChannel
            self.useChannel = useChannel
            self.captureContent = captureContent
            self.useContent = useContent
            self.askBoth = askBoth
            self.askNothing = askNothing
        }
    }

    public var query: PreferencesQuery
    /// Persons with at least one outbound contact in range: P of the definition.
    public var contacted: Int
    public var asked: Measure
    public var captured: Measure
    public var usable: Measure
    /// Outbound contacts whose routing cites the preference / outbound contacts to captured persons.
    public var used: Measure
    /// Contacts on the first-choice channel / contacts to captured persons who chose a channel.
    public var honoured: Measure
    /// Agreement by chance alone, and beyond it.
    public var expectedByChance: Double?
    public var kappa: Double?
    /// By preferred, then used.
    public var matrix: [Cell]
    public var contentCaptured: Measure
    public var contentUsed: Measure
    /// Captured preferences older than 365 days, and persons with two active values.
    public var stale: Int
    public var conflicting: Int
    /// Contacts on a channel after the person had withdrawn consent for it (D17): must be 0.
    public var contactsAfterWithdrawal: Int
    /// Persons with a granted consent / persons asked for consent, for communication (D17).
    public var consentCoverage: Measure
    /// The same for every purpose, most persons asked first.
    public var consents: [ConsentRow]
    /// Persons behind the gaps: with a preference that none of their contacts cites; who chose a channel and were reached
    /// on another at least once; and who were contacted after they withdrew.
    public var peopleNotUsed: Int
    public var peopleNotHonoured: Int
    public var peopleContactedAfterWithdrawal: Int
    /// By persons contacted, most first.
    public var services: [ServiceRow]
    public var survey: SurveyForm
    public var receipt: Receipt

    public init(
        query: PreferencesQuery,
        contacted: Int,
        asked: Measure,
        captured: Measure,
        usable: Measure,
        used: Measure,
        honoured: Measure,
        expectedByChance: Double?,
        kappa: Double?,
        matrix: [Cell],
        contentCaptured: Measure,
        contentUsed: Measure,
        stale: Int,
        conflicting: Int,
        contactsAfterWithdrawal: Int,
        consentCoverage: Measure,
        consents: [ConsentRow] = [],
        peopleNotUsed: Int = 0,
        peopleNotHonoured: Int = 0,
        peopleContactedAfterWithdrawal: Int = 0,
        services: [ServiceRow],
        survey: SurveyForm,
        receipt: Receipt
    ) {
        self.query = query
        self.contacted = contacted
        self.asked = asked
        self.captured = captured
        self.usable = usable
        self.used = used
        self.honoured = honoured
        self.expectedByChance = expectedByChance
        self.kappa = kappa
        self.matrix = matrix
        self.contentCaptured = contentCaptured
        self.contentUsed = contentUsed
        self.stale = stale
        self.conflicting = conflicting
        self.contactsAfterWithdrawal = contactsAfterWithdrawal
        self.consentCoverage = consentCoverage
        self.consents = consents
        self.peopleNotUsed = peopleNotUsed
        self.peopleNotHonoured = peopleNotHonoured
        self.peopleContactedAfterWithdrawal = peopleContactedAfterWithdrawal
        self.services = services
        self.survey = survey
        self.receipt = receipt
    }
}

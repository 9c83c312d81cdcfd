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

    /// The contacts to persons who asked for one channel.
    public struct MatrixRow: Hashable, Sendable {
        public var preferred: String
        /// All of them, those included that a protected matrix does not show.
        public var contacts: Int
        /// Contacts on the channel asked for / contacts; absent for those who asked for none.
        public var honoured: Measure

        public init(preferred: String, contacts: Int, honoured: Measure) {
            self.preferred = preferred
            self.contacts = contacts
            self.honoured = honoured
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

    /// Outbound contacts for one purpose, against the consents that cover it: those for the purpose, where the person has none
    /// for it those for communication (D17).
    public struct PurposeRow: Hashable, Sendable {
        /// As events write it, the first in the order of text of several spellings; `communication` where they say none.
        public var purpose: String
        public var contacts: Int
        /// Contacts after a refusal or withdrawal, and the persons they went to.
        public var afterWithdrawal: Int
        public var peopleAfterWithdrawal: Int
        /// Contacts of which no consent of the person speaks, and the persons they went to.
        public var uncovered: Int
        public var peopleUncovered: Int

        public init(
            purpose: String,
            contacts: Int,
            afterWithdrawal: Int,
            peopleAfterWithdrawal: Int,
            uncovered: Int,
            peopleUncovered: Int
        ) {
            self.purpose = purpose
            self.contacts = contacts
            self.afterWithdrawal = afterWithdrawal
            self.peopleAfterWithdrawal = peopleAfterWithdrawal
            self.uncovered = uncovered
            self.peopleUncovered = peopleUncovered
        }
    }

    /// A channel that people prefer, that no event names and that no mapping declares: nobody can be reached on it.
    public struct UnknownChannel: Hashable, Sendable {
        public var channel: String
        /// Persons who asked for it by then, whether or not they were contacted.
        public var people: Int
        /// The channel that has most likely been meant.
        public var nearest: String?

        public init(channel: String, people: Int, nearest: String?) {
            self.channel = channel
            self.people = people
            self.nearest = nearest
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
    /// The rows of the matrix, by preferred channel.
    public var matrixRows: [MatrixRow]
    public var contentCaptured: Measure
    public var contentUsed: Measure
    /// Captured preferences older than 365 days, and persons with two active values.
    public var stale: Int
    public var conflicting: Int
    /// Contacts after the person had refused or withdrawn consent for their purpose and channel (D17): must be 0.
    public var contactsAfterWithdrawal: Int
    /// Persons with a granted consent / persons asked for consent, for communication; where nobody was asked for that, for any
    /// other purpose of being contacted (D17).
    public var consentCoverage: Measure
    /// The same for every purpose, most persons asked first.
    public var consents: [ConsentRow]
    /// What contacts were for, most contacts first; empty where no consent is on record.
    public var purposes: [PurposeRow]
    /// Contacts of which no consent of the person speaks, and the persons they went to; 0 where no consent is on record.
    public var uncovered: Int
    public var peopleUncovered: Int
    /// Channels that people prefer and nobody has, most people first.
    public var unknownChannels: [UnknownChannel]
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
        purposes: [PurposeRow] = [],
        uncovered: Int = 0,
        peopleUncovered: Int = 0,
        unknownChannels: [UnknownChannel] = [],
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
        let contacts = Dictionary(grouping: matrix, by: \.preferred).mapValues { $0.reduce(0) { $0 + $1.contacts } }
        matrixRows = Self.rows(of: matrix, contacts: contacts)
        self.contentCaptured = contentCaptured
        self.contentUsed = contentUsed
        self.stale = stale
        self.conflicting = conflicting
        self.contactsAfterWithdrawal = contactsAfterWithdrawal
        self.consentCoverage = consentCoverage
        self.consents = consents
        self.purposes = purposes
        self.uncovered = uncovered
        self.peopleUncovered = peopleUncovered
        self.unknownChannels = unknownChannels
        self.peopleNotUsed = peopleNotUsed
        self.peopleNotHonoured = peopleNotHonoured
        self.peopleContactedAfterWithdrawal = peopleContactedAfterWithdrawal
        self.services = services
        self.survey = survey
        self.receipt = receipt
    }
}

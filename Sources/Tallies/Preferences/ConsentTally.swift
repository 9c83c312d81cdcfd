public import JourneyModel

/// Consents of some of the people, and the contacts made in spite of them (D17).
public struct ConsentTally: Tally {
    /// Of one purpose.
    public struct Exposure: Tally {
        /// Persons on record by the end of the range, and those of them with a consent on any channel then.
        public var consent: PreferencesTally.Consent
        public var withdrawals: Int
        /// Milliseconds in range with a consent on any channel, of all persons.
        public var granted: Milliseconds

        public init(
            consent: PreferencesTally.Consent = PreferencesTally.Consent(),
            withdrawals: Int = 0,
            granted: Milliseconds = 0
        ) {
            self.consent = consent
            self.withdrawals = withdrawals
            self.granted = granted
        }

        public mutating func add(_ other: Exposure) {
            consent.add(other.consent)
            withdrawals += other.withdrawals
            granted += other.granted
        }
    }

    /// Contacts after a refusal or withdrawal, and the persons they went to.
    public struct Breach: Tally {
        public var contacts: Int
        public var people: Int

        public init(contacts: Int = 0, people: Int = 0) {
            self.contacts = contacts
            self.people = people
        }

        public mutating func add(_ other: Breach) {
            contacts += other.contacts
            people += other.people
        }
    }

    public var scope: ScopeTally
    public var signs: PreferenceSigns
    /// For being contacted, whatever the purpose: a person with a consent for one of them has one.
    public var anyConsent = PreferencesTally.Consent()
    /// By purpose of consents.
    public var exposures = TallyTable<String, Exposure>()
    /// By purpose of contacts.
    public var purposes = TallyTable<String, PurposeCounts>()
    /// By purpose of contacts, then channel.
    public var breaches = TallyTable<String, TallyTable<ValueName, Breach>>()
    /// From a refusal or withdrawal to the first contact after it, of each person who had one.
    public var effects = Spans()

    public init(scope: ScopeTally, signs: PreferenceSigns) {
        self.scope = scope
        self.signs = signs
    }

    public mutating func add(_ other: ConsentTally) {
        scope.add(other.scope)
        signs.add(other.signs)
        anyConsent.add(other.anyConsent)
        exposures.add(other.exposures)
        purposes.add(other.purposes)
        breaches.add(other.breaches)
        effects.add(other.effects)
    }
}

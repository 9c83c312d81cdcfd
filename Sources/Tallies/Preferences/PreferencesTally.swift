public import JourneyModel

/// Outbound contacts against what people had asked for and allowed by then (D16, D17).
///
/// Preferences and consents are of persons, and go with them; a channel is called as events spell it, else as records do.
public struct PreferencesTally: Tally {
    public struct Service: Tally {
        public var counts: ContactedCounts
        public var practice: ServicePractice
        /// Whether it has events in range.
        public var isServed: Bool

        public init(counts: ContactedCounts, practice: ServicePractice, isServed: Bool) {
            self.counts = counts
            self.practice = practice
            self.isServed = isServed
        }

        public mutating func add(_ other: Service) {
            counts.add(other.counts)
            practice.add(other.practice)
            isServed = isServed || other.isServed
        }
    }

    /// Persons asked for consent by the end of the range, and those of them who had granted it then.
    public struct Consent: Tally {
        public var asked: Int
        public var granted: Int

        public init(asked: Int = 0, granted: Int = 0) {
            self.asked = asked
            self.granted = granted
        }

        public mutating func add(_ other: Consent) {
            asked += other.asked
            granted += other.granted
        }
    }

    /// As of when states of persons are told; nil in an empty store.
    public var asOf: Timestamp?
    public var scope: ScopeTally
    public var signs: PreferenceSigns
    public var overall = ContactedCounts()
    public var services = TallyTable<ValueName, Service>()
    /// Contacts by preferred channel (`PreferenceRecord.noPreference` among them), then used one, of persons who had given a
    /// preference.
    public var matrix = TallyTable<String, TallyTable<String, Int>>()
    public var totals = PreferenceTotals()
    /// For communication.
    public var consent = Consent()
    /// For being contacted, whatever the purpose: a person with a consent for one of them has one.
    public var anyConsent = Consent()
    /// By purpose; those of all purposes where there are few, else of those with the most records in the store.
    public var consents = TallyTable<String, Consent>()
    /// By what contacts are for.
    public var purposes = TallyTable<String, PurposeCounts>()
    /// By channel that people prefer and nobody has.
    public var unknownChannels = TallyTable<String, UnknownPreference>()

    public init(scope: ScopeTally, asOf: Timestamp?, signs: PreferenceSigns) {
        self.scope = scope
        self.asOf = asOf
        self.signs = signs
    }

    public mutating func add(_ other: PreferencesTally) {
        asOf = asOf.greater(other.asOf)
        scope.add(other.scope)
        signs.add(other.signs)
        overall.add(other.overall)
        services.add(other.services)
        matrix.add(other.matrix)
        totals.add(other.totals)
        consent.add(other.consent)
        anyConsent.add(other.anyConsent)
        consents.add(other.consents)
        purposes.add(other.purposes)
        unknownChannels.add(other.unknownChannels)
    }
}

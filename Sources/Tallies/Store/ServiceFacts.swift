/// What events of the whole store say of its services, and so decides what each event means (D12): whether a service has an
/// end point, whether it ever completes.
public struct ServiceFacts: Tally {
    /// A channel on which transactions of a service start.
    public struct StartChannel: Codable, Hashable, Sendable {
        public var service: ValueName
        public var channel: ValueName

        public init(service: ValueName, channel: ValueName) {
            self.service = service
            self.channel = channel
        }
    }

    /// Services with an event at a start point, at an end point, where something is submitted, and at a contact point.
    public var starting: Set<ValueName>
    public var ending: Set<ValueName>
    public var submitting: Set<ValueName>
    public var contacting: Set<ValueName>
    /// … with an event that completes a transaction.
    public var completing: Set<ValueName>
    /// … where an event that is no end point carries an outcome that closes a case.
    public var recordingOutcomes: Set<ValueName>
    public var startChannels: Set<StartChannel>

    public init(
        starting: Set<ValueName> = [],
        ending: Set<ValueName> = [],
        submitting: Set<ValueName> = [],
        contacting: Set<ValueName> = [],
        completing: Set<ValueName> = [],
        recordingOutcomes: Set<ValueName> = [],
        startChannels: Set<StartChannel> = []
    ) {
        self.starting = starting
        self.ending = ending
        self.submitting = submitting
        self.contacting = contacting
        self.completing = completing
        self.recordingOutcomes = recordingOutcomes
        self.startChannels = startChannels
    }

    public mutating func add(_ other: ServiceFacts) {
        starting.formUnion(other.starting)
        ending.formUnion(other.ending)
        submitting.formUnion(other.submitting)
        contacting.formUnion(other.contacting)
        completing.formUnion(other.completing)
        recordingOutcomes.formUnion(other.recordingOutcomes)
        startChannels.formUnion(other.startChannels)
    }
}

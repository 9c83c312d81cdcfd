/// Events and subjects by channel over time.
public struct ChannelsQuery: Question {
    public typealias Answer = ChannelsResult

    public var scope: Scope
    public var every: PeriodLength
    /// Counts are events and subjects; in full also completed transactions and what they cost.
    public var extent: AnswerExtent

    public init(scope: Scope = Scope(), every: PeriodLength = .month, extent: AnswerExtent = .full) {
        self.extent = extent
        self.scope = scope
        self.every = every
    }
}

public struct ChannelsResult: CountedAnswer {
    public struct Cell: Hashable, Sendable {
        public var period: Period
        public var channel: String
        public var events: Int
        public var subjects: Int

        public init(period: Period, channel: String, events: Int, subjects: Int) {
            self.period = period
            self.channel = channel
            self.events = events
            self.subjects = subjects
        }
    }

    public struct Total: Hashable, Sendable {
        public var channel: String
        public var kind: Channel.Kind?
        public var events: Int
        public var subjects: Int
        /// events / all events in scope.
        public var share: Measure
        /// Completed transactions on this channel (D12); absent where no touchpoint is declared an end.
        public var completed: Int?
        /// Cost of a completed transaction on this channel (D14).
        public var costPerTransaction: Measure

        public init(
            channel: String,
            kind: Channel.Kind?,
            events: Int,
            subjects: Int,
            share: Measure,
            completed: Int?,
            costPerTransaction: Measure
        ) {
            self.channel = channel
            self.kind = kind
            self.events = events
            self.subjects = subjects
            self.share = share
            self.completed = completed
            self.costPerTransaction = costPerTransaction
        }
    }

    public var query: ChannelsQuery
    /// By period, then channel; a missing channel is `Dimension.notSet`.
    public var periods: [Cell]
    /// What happened within the periods that their readers should know, in order of time.
    public var annotations: [AnnotationRecord]
    /// By events, then name.
    public var totals: [Total]
    public var events: Int
    /// Distinct subjects over all channels.
    public var subjects: Int
    public var receipt: Receipt

    public init(
        query: ChannelsQuery,
        periods: [Cell],
        annotations: [AnnotationRecord] = [],
        totals: [Total],
        events: Int,
        subjects: Int,
        receipt: Receipt
    ) {
        self.query = query
        self.periods = periods
        self.annotations = annotations
        self.totals = totals
        self.events = events
        self.subjects = subjects
        self.receipt = receipt
    }
}

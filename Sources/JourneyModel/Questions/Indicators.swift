/// The four service KPIs (D12 to D15), whole and by service, with their trend.
public struct IndicatorsQuery: Question, Codable {
    public typealias Answer = IndicatorsResult

    public var scope: Scope
    /// The steps of the trend.
    public var every: PeriodLength

    public init(scope: Scope = Scope(), every: PeriodLength = .month) {
        self.scope = scope
        self.every = every
    }
}

/// The four figures of one service, or of all.
public struct Indicators: Codable, Hashable, Sendable {
    /// Completed / started transactions (D12): those completed in range whose start is known, whenever it was, over those
    /// started in range; refused where completions outnumber starts. A transaction is a case, else one person in one
    /// service until completed or 28 days at rest (D10).
    public var completion: Measure
    /// Completed on a digital channel / completed (D13, variant B).
    public var takeUp: Measure
    /// Cost / completed transactions (D14), in the cost table's currency, over the twelve months to the range's (or the
    /// period's) end.
    public var costPerTransaction: Measure
    /// (mean rating - 1) / 4 on a scale of 1 to 5 (D15, Performance Platform form); other scales from 1 likewise. A caveat
    /// says the share of satisfied.
    public var satisfaction: Measure

    public init(
        completion: Measure,
        takeUp: Measure,
        costPerTransaction: Measure,
        satisfaction: Measure
    ) {
        self.completion = completion
        self.takeUp = takeUp
        self.costPerTransaction = costPerTransaction
        self.satisfaction = satisfaction
    }
}

public struct IndicatorsResult: CountedAnswer, Codable {
    public struct ServiceRow: Codable, Hashable, Sendable {
        public var service: String
        public var indicators: Indicators
        /// Persons behind the figures, each once: who started in range and had not completed by its end; who completed on a
        /// channel not known to be digital; who gave a rating below 4 of 5. A case without a person counts for one, and so
        /// does every event and rating of nobody.
        public var unfinished: Int
        public var notOnline: Int
        public var dissatisfied: Int

        public init(
            service: String,
            indicators: Indicators,
            unfinished: Int = 0,
            notOnline: Int = 0,
            dissatisfied: Int = 0
        ) {
            self.service = service
            self.indicators = indicators
            self.unfinished = unfinished
            self.notOnline = notOnline
            self.dissatisfied = dissatisfied
        }
    }

    public struct TrendPoint: Codable, Hashable, Sendable {
        public var period: Period
        public var indicators: Indicators

        public init(period: Period, indicators: Indicators) {
            self.period = period
            self.indicators = indicators
        }
    }

    public var query: IndicatorsQuery
    public var overall: Indicators
    /// Currency of the costs, such as GBP; nil where there are none.
    public var currency: String?
    /// By name.
    public var services: [ServiceRow]
    /// By period, gaps filled with absent figures.
    public var trend: [TrendPoint]
    /// What happened within the trend that its readers should know, in order of time.
    public var annotations: [AnnotationRecord]
    public var receipt: Receipt

    public init(
        query: IndicatorsQuery,
        overall: Indicators,
        currency: String?,
        services: [ServiceRow],
        trend: [TrendPoint],
        annotations: [AnnotationRecord] = [],
        receipt: Receipt
    ) {
        self.query = query
        self.overall = overall
        self.currency = currency
        self.services = services
        self.trend = trend
        self.annotations = annotations
        self.receipt = receipt
    }
}

public import JourneyModel

/// What the four KPIs are made of: transactions, costs, ratings.
public struct IndicatorsTally: Tally {
    public struct Service: Tally {
        /// Whether it has events in range.
        public var isServed: Bool
        public var completion: CompletionTally
        /// Persons with a transaction that was not finished, and with one not finished online.
        public var unfinished: Int
        public var notOnline: Int
        /// Whether the service ever had a start, and anything that says what completes it.
        public var hasStart: Bool
        public var hasCompletion: Bool

        public init(
            isServed: Bool,
            completion: CompletionTally,
            unfinished: Int,
            notOnline: Int,
            hasStart: Bool,
            hasCompletion: Bool
        ) {
            self.isServed = isServed
            self.completion = completion
            self.unfinished = unfinished
            self.notOnline = notOnline
            self.hasStart = hasStart
            self.hasCompletion = hasCompletion
        }

        public mutating func add(_ other: Service) {
            isServed = isServed || other.isServed
            completion.add(other.completion)
            unfinished += other.unfinished
            notOnline += other.notOnline
            hasStart = hasStart || other.hasStart
            hasCompletion = hasCompletion || other.hasCompletion
        }
    }

    public struct PeriodCounts: Tally {
        public var completion: CompletionTally
        /// The first instant after the part of the period that lies in the range.
        public var end: Int64

        public init(completion: CompletionTally, end: Int64) {
            self.completion = completion
            self.end = end
        }

        public mutating func add(_ other: PeriodCounts) {
            completion.add(other.completion)
            end = max(end, other.end)
        }
    }

    public var scope: ScopeTally
    public var overall: CompletionTally
    public var services: TallyTable<ValueName, Service>
    public var periods: TallyTable<Period, PeriodCounts>
    /// What to say of the periods: all parts of a store have the same, because they are told how far it reaches.
    public var periodNotes: [Remark]
    /// The first instant after the range.
    public var end: Int64
    public var costs: CostTable
    public var completions: CostCompletions
    /// The latest import.
    public var imported: Timestamp?
    public var ratings: RatingsTally
    /// Of no person: all parts of a store have the same.
    public var annotations: Set<AnnotationRecord>

    public init(
        scope: ScopeTally,
        overall: CompletionTally,
        services: TallyTable<ValueName, Service>,
        periods: TallyTable<Period, PeriodCounts>,
        periodNotes: [Remark],
        end: Int64,
        costs: CostTable,
        completions: CostCompletions,
        imported: Timestamp?,
        ratings: RatingsTally,
        annotations: Set<AnnotationRecord>
    ) {
        self.scope = scope
        self.overall = overall
        self.services = services
        self.periods = periods
        self.periodNotes = periodNotes
        self.end = end
        self.costs = costs
        self.completions = completions
        self.imported = imported
        self.ratings = ratings
        self.annotations = annotations
    }

    public mutating func add(_ other: IndicatorsTally) {
        scope.add(other.scope)
        overall.add(other.overall)
        services.add(other.services)
        periods.add(other.periods)
        if periodNotes.isEmpty { periodNotes = other.periodNotes }
        end = max(end, other.end)
        costs.add(other.costs)
        completions.add(other.completions)
        imported = imported.greater(other.imported)
        ratings.add(other.ratings)
        annotations.formUnion(other.annotations)
    }
}

public import JourneyModel

/// Events and subjects by channel and period, and what was completed on each channel.
public struct ChannelsTally: Tally {
    public struct Cell: Tally {
        public var events: Int
        public var subjects: Int

        public init(events: Int = 0, subjects: Int = 0) {
            self.events = events
            self.subjects = subjects
        }

        public mutating func add(_ other: Cell) {
            events += other.events
            subjects += other.subjects
        }
    }

    /// Completed transactions (D12), and what goes into the cost of one (D14).
    public struct Transactions: Tally {
        /// Whether anything in the store says what completes a transaction.
        public var hasCompletion: Bool
        /// In range, by their channel (D13).
        public var completed: TallyTable<ValueName, Int>
        public var costs: CostTable
        public var completions: CostCompletions
        /// The first instant after the range.
        public var end: Int64

        public init(
            hasCompletion: Bool,
            completed: TallyTable<ValueName, Int>,
            costs: CostTable,
            completions: CostCompletions,
            end: Int64
        ) {
            self.hasCompletion = hasCompletion
            self.completed = completed
            self.costs = costs
            self.completions = completions
            self.end = end
        }

        public mutating func add(_ other: Transactions) {
            hasCompletion = hasCompletion || other.hasCompletion
            completed.add(other.completed)
            costs.add(other.costs)
            completions.add(other.completions)
            end = max(end, other.end)
        }
    }

    public var scope: ScopeTally
    /// The store's first event.
    public var begins: Timestamp?
    public var periods: TallyTable<Period, TallyTable<ValueName, Cell>>
    public var totals: TallyTable<ValueName, Cell>
    /// Of the channels that have events, or on which something was completed: what the store says they are, else what their names suggest.
    public var kinds: [String: Channel.Kind]
    /// Nil where only events and subjects were asked for.
    public var transactions: Transactions?
    /// Of no person: all parts of a store have the same.
    public var annotations: Set<AnnotationRecord>

    public init(
        scope: ScopeTally,
        begins: Timestamp?,
        periods: TallyTable<Period, TallyTable<ValueName, Cell>>,
        totals: TallyTable<ValueName, Cell>,
        kinds: [String: Channel.Kind],
        transactions: Transactions?,
        annotations: Set<AnnotationRecord>
    ) {
        self.scope = scope
        self.begins = begins
        self.periods = periods
        self.totals = totals
        self.kinds = kinds
        self.transactions = transactions
        self.annotations = annotations
    }

    public mutating func add(_ other: ChannelsTally) {
        scope.add(other.scope)
        begins = begins.lesser(other.begins)
        periods.add(other.periods)
        totals.add(other.totals)
        kinds.merge(other.kinds) { mine, _ in mine }
        if let others = other.transactions {
            if transactions == nil { transactions = others } else { transactions?.add(others) }
        }
        annotations.formUnion(other.annotations)
    }
}

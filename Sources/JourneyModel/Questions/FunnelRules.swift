/// What other tools would say of the same events: a funnel by their rules of period, window, entry and re-entry, and what each
/// rule by itself changes (D2, D3, D5).
public struct FunnelRulesQuery: ComposedQuestion {
    public typealias Answer = FunnelRulesResult

    public var funnel: FunnelQuery

    /// - Parameter funnel: as this program asks it; it is compared as a whole, without its groups.
    public init(funnel: FunnelQuery) {
        var funnel = funnel
        funnel.breakdown = nil
        funnel.extent = .times
        self.funnel = funnel
    }
}

/// A tool whose rules of a funnel are known from its documentation or its source.
public enum FunnelTool: String, CaseIterable, Codable, Hashable, Sendable {
    case postHog = "PostHog"
    case mixpanel = "Mixpanel"
    case mixpanelTotals = "Mixpanel, totals"
    case matomo = "Matomo"
    case clickHouse = "ClickHouse windowFunnel"
}

public struct FunnelRulesResult: CountedAnswer {
    /// How many enter and convert by some rules.
    public struct Counts: Hashable, Sendable {
        public var entered: Int
        public var converted: Int
        /// converted / entered (D3).
        public var rate: Measure
        /// Median time to convert in milliseconds (D4); nil where nobody converts.
        public var median: Double?

        public init(entered: Int, converted: Int, rate: Measure, median: Double?) {
            self.entered = entered
            self.converted = converted
            self.rate = rate
            self.median = median
        }
    }

    /// A rule that differs, and what the funnel would count if it alone did.
    public struct Rule: Hashable, Sendable {
        public var rule: Remark
        /// Nil for a rule that changes no count, or that is not computed.
        public var alone: Counts?

        public init(rule: Remark, alone: Counts?) {
            self.rule = rule
            self.alone = alone
        }
    }

    public struct Tool: Hashable, Sendable {
        public var tool: FunnelTool
        /// By all of its rules together.
        public var counts: Counts
        public var rules: [Rule]

        public init(tool: FunnelTool, counts: Counts, rules: [Rule]) {
            self.tool = tool
            self.counts = counts
            self.rules = rules
        }
    }

    public var query: FunnelRulesQuery
    /// By the rules of the funnel asked about.
    public var own: Counts
    public var tools: [Tool]
    public var receipt: Receipt

    public init(query: FunnelRulesQuery, own: Counts, tools: [Tool], receipt: Receipt) {
        self.query = query
        self.own = own
        self.tools = tools
        self.receipt = receipt
    }
}

/// Whole sequences of touchpoints, and how many subjects share each (D9).
public struct VariantsQuery: Question {
    public typealias Answer = VariantsResult

    public var scope: Scope
    public var top: Int
    /// Count consecutive repeats of a touchpoint as one.
    public var collapsesRepeats: Bool

    public init(scope: Scope = Scope(), top: Int = 20, collapsesRepeats: Bool = false) {
        self.scope = scope
        self.top = top
        self.collapsesRepeats = collapsesRepeats
    }
}

public struct VariantsResult: CountedAnswer {
    public struct Variant: Hashable, Sendable {
        public var path: [String]
        public var count: Int
        /// count / subjects.
        public var share: Measure
        /// Median of last event minus first, in milliseconds (D10: throughput).
        public var medianThroughput: Double?

        public init(path: [String], count: Int, share: Measure, medianThroughput: Double?) {
            self.path = path
            self.count = count
            self.share = share
            self.medianThroughput = medianThroughput
        }
    }

    public var query: VariantsQuery
    public var subjects: Int
    public var distinct: Int
    /// By count, then path.
    public var variants: [Variant]
    /// Last event minus first over all subjects, in milliseconds: median and 90th percentile (D10, R-7).
    public var medianThroughput: Double?
    public var p90Throughput: Double?
    public var receipt: Receipt

    public init(
        query: VariantsQuery,
        subjects: Int,
        distinct: Int,
        variants: [Variant],
        medianThroughput: Double?,
        p90Throughput: Double?,
        receipt: Receipt
    ) {
        self.query = query
        self.subjects = subjects
        self.distinct = distinct
        self.variants = variants
        self.medianThroughput = medianThroughput
        self.p90Throughput = p90Throughput
        self.receipt = receipt
    }
}

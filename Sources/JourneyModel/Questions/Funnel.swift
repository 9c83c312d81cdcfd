/// How many subjects get how far through a sequence of touchpoints (D1 to D6).
public struct FunnelQuery: Question, Codable {
    public typealias Answer = FunnelResult

    public enum Order: String, CaseIterable, Codable, Hashable, Sendable {
        /// Other events may lie between two steps.
        case ordered
        /// No other event of the same service may, except repeats of the step just reached.
        case strict
        /// The largest number of steps within one window, in any order.
        case any
    }

    public enum Entry: String, CaseIterable, Codable, Hashable, Sendable {
        /// Any step-1 event may start; the deepest chain counts.
        case best
        /// Only the first step-1 event in range starts.
        case first
        /// Every attempt counts for itself.
        case every
    }

    /// What events at the same instant are to each other (D1).
    public enum Ties: String, CaseIterable, Codable, Hashable, Sendable {
        /// May be matched in any order.
        case permissive
        /// Only strictly later events follow.
        case strict
        /// In the order of the file.
        case file
    }

    public enum ExclusionPolicy: String, CaseIterable, Codable, Hashable, Sendable {
        /// An entry with an exclusion before it converts or times out is void; a subject with no clean entry leaves.
        case disqualify
        /// The chain ends there and counts as dropped at the step it had reached.
        case drop
        /// Progress is lost; only a chain begun later can go beyond the entry (this project's own rule).
        case restart
    }

    public struct Exclusion: Codable, Hashable, Sendable {
        public var touchpoint: StepPredicate
        /// It counts once this step (1-based) is reached …
        public var afterStep: Int
        /// … and until this one is; nil means until conversion.
        public var beforeStep: Int?

        public init(touchpoint: StepPredicate, afterStep: Int = 1, beforeStep: Int? = nil) {
            self.touchpoint = touchpoint
            self.afterStep = afterStep
            self.beforeStep = beforeStep
        }
    }

    /// Which value of the breakdown's dimension a subject is counted under (D6).
    public enum Attribution: Codable, Hashable, Sendable {
        /// First value that is set in the chain.
        case firstTouch
        /// Last value that is set in the chain.
        case lastTouch
        /// Every step must carry the value; a subject may appear in several groups.
        case allSteps
        /// The value at this step (1-based).
        case step(Int)
        /// The value at the subject's earliest step-1 event in range, whether or not the chain begins there.
        case earliestEntry
    }

    /// How much an answer says.
    public enum Extent: Codable, Hashable, Sendable {
        /// Who got how far, who is still on the way, and rates.
        case counts
        /// Also how long converting takes (D4).
        case times
        /// Also the time from step to step, and where those who dropped went next (D9).
        case full
    }

    public var scope: Scope
    public var steps: [FunnelStep]
    /// From entry to the last step, the edge inside; nil means no window.
    public var window: Milliseconds?
    public var order: Order
    public var entry: Entry
    public var ties: Ties
    public var exclusions: [Exclusion]
    public var policy: ExclusionPolicy
    /// Dimension or trait to break down by.
    public var breakdown: String?
    public var attribution: Attribution
    /// Under strict order, count events of every service as intervening, not only of the chain's own (D2).
    public var interveningEventsOfAllServices: Bool
    /// Whether later steps must lie in the range as well, as other tools want it: D3 asks it of the entry only.
    public var stepsInPeriod: Bool
    public var extent: Extent

    public init(
        scope: Scope = Scope(),
        steps: [FunnelStep],
        window: Milliseconds? = nil,
        order: Order = .ordered,
        entry: Entry = .best,
        ties: Ties = .permissive,
        exclusions: [Exclusion] = [],
        policy: ExclusionPolicy = .disqualify,
        breakdown: String? = nil,
        attribution: Attribution = .firstTouch,
        interveningEventsOfAllServices: Bool = false,
        stepsInPeriod: Bool = false,
        extent: Extent = .full
    ) {
        self.stepsInPeriod = stepsInPeriod
        self.extent = extent
        self.scope = scope
        self.steps = steps
        self.window = window
        self.order = order
        self.entry = entry
        self.ties = ties
        self.exclusions = exclusions
        self.policy = policy
        self.breakdown = breakdown
        self.attribution = attribution
        self.interveningEventsOfAllServices = interveningEventsOfAllServices
    }
}

/// The answer to a `FunnelQuery`. entered = converted + pending + dropped, always (D3).
public struct FunnelResult: CountedAnswer {
    public struct Step: Hashable, Sendable {
        /// As the query wrote it.
        public var name: String
        public var isOptional: Bool
        /// Subjects with a chain at least this deep; of an optional step, those who did it on their way.
        public var reached: Int
        /// Stopped here and time is up (or, without a window, went no further).
        public var dropped: Int
        /// Stopped here, still within the window at the horizon.
        public var pending: Int
        /// Share of the previous required step; of an optional step, share of those who reached the next required one.
        public var ofPrevious: Measure
        public var ofEntered: Measure
        /// Median time from the previous required step over chains that have both, in milliseconds.
        public var medianFromPrevious: Double?
        /// Where those who dropped here and did not complete otherwise went next (D9); largest first, at most ten.
        public var next: [NextTouchpoint]
        /// Of these, subjects without any later event (within the window, where there is one).
        public var nothingNext: Int
        /// Of those who dropped here, subjects who took the last step or got to an end point (D12) all the same, after they
        /// entered and within the window: not by every step, or in another order.
        public var completedOtherwise: Int

        public init(
            name: String,
            isOptional: Bool,
            reached: Int,
            dropped: Int,
            pending: Int,
            ofPrevious: Measure,
            ofEntered: Measure,
            medianFromPrevious: Double? = nil,
            next: [NextTouchpoint] = [],
            nothingNext: Int = 0,
            completedOtherwise: Int = 0
        ) {
            self.name = name
            self.isOptional = isOptional
            self.reached = reached
            self.dropped = dropped
            self.pending = pending
            self.ofPrevious = ofPrevious
            self.ofEntered = ofEntered
            self.medianFromPrevious = medianFromPrevious
            self.next = next
            self.nothingNext = nothingNext
            self.completedOtherwise = completedOtherwise
        }
    }

    /// The first event after the last step reached.
    public struct NextTouchpoint: Hashable, Sendable {
        public var touchpoint: String
        public var channel: String?
        public var subjects: Int
        /// Milliseconds after the last step reached.
        public var medianDelay: Double?

        public init(touchpoint: String, channel: String?, subjects: Int, medianDelay: Double?) {
            self.touchpoint = touchpoint
            self.channel = channel
            self.subjects = subjects
            self.medianDelay = medianDelay
        }
    }

    /// Time from entry to conversion (D4).
    public struct TimeToConvert: Hashable, Sendable {
        public var n: Int
        /// Milliseconds by quantile (rule R-7) for 0.10, 0.25, 0.50, 0.75, 0.90, 0.95; empty where n is 0.
        public var quantiles: [Double: Double]
        /// Histogram of equal width, last edge inside; counts by bin from `minimum` to `maximum`.
        public var histogram: Histogram?
        /// The same times counted by the spans that people think in; empty where n is 0.
        public var spans: [SpanCount]
        /// Over all entrants, with those not converted censored at min(H - entry, window).
        public var curve: KaplanMeier

        public init(
            n: Int,
            quantiles: [Double: Double],
            histogram: Histogram?,
            spans: [SpanCount],
            curve: KaplanMeier
        ) {
            self.n = n
            self.quantiles = quantiles
            self.histogram = histogram
            self.spans = spans
            self.curve = curve
        }
    }

    public struct Group: Hashable, Sendable {
        /// The value of the breakdown's dimension, `Dimension.notSet` where missing.
        public var value: String
        public var entered: Int
        public var converted: Int
        public var pending: Int
        public var dropped: Int
        public var steps: [Step]
        /// converted / entered.
        public var rate: Measure
        /// Against all other entrants (D7: segment against the rest); nil where there are none, or where subjects
        /// appear in several groups.
        public var againstRest: RateDifference?
        public var medianTimeToConvert: Double?

        public init(
            value: String,
            entered: Int,
            converted: Int,
            pending: Int,
            dropped: Int,
            steps: [Step],
            rate: Measure,
            againstRest: RateDifference?,
            medianTimeToConvert: Double?
        ) {
            self.value = value
            self.entered = entered
            self.converted = converted
            self.pending = pending
            self.dropped = dropped
            self.steps = steps
            self.rate = rate
            self.againstRest = againstRest
            self.medianTimeToConvert = medianTimeToConvert
        }
    }

    public var query: FunnelQuery
    public var entered: Int
    public var converted: Int
    public var pending: Int
    public var dropped: Int
    public var steps: [Step]
    /// converted / entered.
    public var rateOfAll: Measure
    /// converted / entered among those whose window has passed; equals `rateOfAll` where nobody is pending.
    public var rateOfMature: Measure
    public var timeToConvert: TimeToConvert
    /// By entrants, most first; empty without a breakdown.
    public var groups: [Group]
    public var receipt: Receipt
    /// Where the steps come from; nil where whoever asks has named them.
    public var first: FirstFunnel?

    public init(
        query: FunnelQuery,
        entered: Int,
        converted: Int,
        pending: Int,
        dropped: Int,
        steps: [Step],
        rateOfAll: Measure,
        rateOfMature: Measure,
        timeToConvert: TimeToConvert,
        groups: [Group],
        receipt: Receipt
    ) {
        self.query = query
        self.entered = entered
        self.converted = converted
        self.pending = pending
        self.dropped = dropped
        self.steps = steps
        self.rateOfAll = rateOfAll
        self.rateOfMature = rateOfMature
        self.timeToConvert = timeToConvert
        self.groups = groups
        self.receipt = receipt
    }
}

/// Counts of values in bins of equal width, the last edge inside (D4).
public struct Histogram: Hashable, Sendable {
    public var minimum: Double
    public var maximum: Double
    public var counts: [Int]

    /// Bins by the rule clamp(ceil(N^(1/3)), 1, 60), in whole numbers: a power of 1/3 is not exact for cubes. Nil where there
    /// are no values.
    public init?(_ values: [Double]) {
        guard let minimum = values.min(), let maximum = values.max() else { return nil }
        let bins = (1..<60).first { $0 * $0 * $0 >= values.count } ?? 60
        var counts = Array(repeating: 0, count: bins)
        let width = (maximum - minimum) / Double(bins)
        for value in values {
            let bin = width > 0 ? Int((value - minimum) / width) : 0
            counts[min(bin, bins - 1)] += 1
        }
        self.minimum = minimum
        self.maximum = maximum
        self.counts = counts
    }
}

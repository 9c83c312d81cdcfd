public import JourneyModel

/// Counts and times of a funnel over some of the people.
public struct FunnelCounts: Tally {
    /// Where somebody is.
    public struct Place: Codable, Comparable, Hashable, Sendable {
        public var touchpoint: ValueName
        public var channel: ValueName

        public init(touchpoint: ValueName, channel: ValueName) {
            self.touchpoint = touchpoint
            self.channel = channel
        }

        public static func < (left: Place, right: Place) -> Bool {
            (left.touchpoint, left.channel) < (right.touchpoint, right.channel)
        }
    }

    /// What is known of those who got to a required step, and of those who got no further.
    public struct Stop: Tally {
        public var dropped = 0
        public var pending = 0
        /// Times since the required step before.
        public var gaps = Spans()
        /// Of those who dropped, how many finished all the same; where the others went next, and after what time; and how many
        /// went nowhere.
        public var completedOtherwise = 0
        public var next = TallyTable<Place, Spans>()
        public var nothingNext = 0

        public mutating func add(_ other: Stop) {
            dropped += other.dropped
            pending += other.pending
            gaps.add(other.gaps)
            next.add(other.next)
            nothingNext += other.nothingNext
            completedOtherwise += other.completedOtherwise
        }
    }

    public var converted = 0
    /// Those whose window has passed, and of these those who converted.
    public var mature = 0
    public var matureConverted = 0
    /// By depth - 1.
    public var stops: [Stop]
    /// By optional step: times since the required step before.
    public var optionalDelays: [Spans]
    public var timesToConvert = Spans()
    /// How long those were seen who did not convert, as far as that is not the window.
    public var censored = Spans()
    /// How many were seen for as long as the window, and did not convert.
    public var outlasting = 0

    public init(depth: Int, optionals: Int) {
        stops = Array(repeating: Stop(), count: depth)
        optionalDelays = Array(repeating: Spans(), count: optionals)
    }

    public var dropped: Int { stops.reduce(0) { $0 + $1.dropped } }
    public var pending: Int { stops.reduce(0) { $0 + $1.pending } }
    public var entered: Int { converted + dropped + pending }

    /// Subjects with a chain of at least `depth`.
    func reached(_ depth: Int) -> Int {
        stops.dropFirst(depth - 1).reduce(converted) { $0 + $1.dropped + $1.pending }
    }

    /// Leaves what `extent` asks for.
    public mutating func keep(_ extent: FunnelQuery.Extent) {
        if extent == .full { return }
        for index in stops.indices {
            stops[index].gaps = Spans()
            stops[index].next = TallyTable()
            stops[index].nothingNext = 0
            stops[index].completedOtherwise = 0
        }
        if extent == .times { return }
        timesToConvert = Spans()
        censored = Spans()
        outlasting = 0
    }

    public mutating func add(_ other: FunnelCounts) {
        converted += other.converted
        mature += other.mature
        matureConverted += other.matureConverted
        outlasting += other.outlasting
        for (index, stop) in other.stops.enumerated() where index < stops.count { stops[index].add(stop) }
        for (index, delays) in other.optionalDelays.enumerated() where index < optionalDelays.count {
            optionalDelays[index].add(delays)
        }
        timesToConvert.add(other.timesToConvert)
        censored.add(other.censored)
    }
}

/// The Kaplan-Meier curve of a time to an event with censoring (D4): at each time with events,
/// S(t) = product of (1 - events/at risk), with Greenwood's variance.
public struct KaplanMeier: Hashable, Sendable {
    public struct Point: Hashable, Sendable {
        /// Milliseconds since entry.
        public var time: Milliseconds
        /// Share still without the event just after `time`.
        public var survival: Double
        /// Greenwood's variance of `survival`.
        public var variance: Double
        public var atRisk: Int
        public var events: Int

        public init(time: Milliseconds, survival: Double, variance: Double, atRisk: Int, events: Int) {
            self.time = time
            self.survival = survival
            self.variance = variance
            self.atRisk = atRisk
            self.events = events
        }
    }

    /// One point a distinct event time, ascending.
    public var points: [Point]

    public init(points: [Point]) {
        self.points = points
    }

    /// From the times at which the event happened and those at which observation ended without it. Somebody censored at
    /// the instant of an event was still at risk then (the usual convention).
    ///
    /// - Parameter outlasting: how many more were watched for as long as the longest time to an event, or longer.
    public init(events: [Milliseconds], censored: [Milliseconds], outlasting: Int = 0) {
        let eventTimes = sortedAscending(events)
        let censoredTimes = sortedAscending(censored)
        var points: [Point] = []
        points.reserveCapacity(eventTimes.count)
        var survival = 1.0
        var greenwood = 0.0
        var index = 0
        var left = 0
        while index < eventTimes.count {
            let time = eventTimes[index]
            let firstAtTime = index
            while index < eventTimes.count, eventTimes[index] == time { index += 1 }
            while left < censoredTimes.count, censoredTimes[left] < time { left += 1 }
            let count = index - firstAtTime
            let atRisk = (eventTimes.count - firstAtTime) + (censoredTimes.count - left) + outlasting
            survival *= 1 - Double(count) / Double(atRisk)
            if atRisk > count { greenwood += Double(count) / (Double(atRisk) * Double(atRisk - count)) }
            points.append(
                Point(
                    time: time,
                    survival: survival,
                    variance: survival * survival * greenwood,
                    atRisk: atRisk,
                    events: count
                )
            )
        }
        self.points = points
    }

    /// Share without the event just after `time`: 1 before the first event.
    public func survival(at time: Milliseconds) -> Double {
        let after = points.partitioningIndex(where: { $0.time > time })
        return after > 0 ? points[after - 1].survival : 1
    }

    /// The first time at which at most half are without the event; nil means "median not reached".
    public var median: Milliseconds? {
        points.first { $0.survival <= 0.5 }?.time
    }
}

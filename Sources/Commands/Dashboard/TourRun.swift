import Dashboard

/// A tour and the clock for its pauses: a frame has none.
struct TourRun {
    var tour: Tour
    private var deadline: (step: Int, at: ContinuousClock.Instant)?

    init(tour: Tour) {
        self.tour = tour
    }

    /// How long to wait for something to happen. A pause is counted from when it is first heard of; one that the presenter
    /// interrupts begins anew.
    mutating func timeout(atMost most: Duration) -> Duration {
        guard let pause = tour.pause else {
            deadline = nil
            return most
        }
        let now = ContinuousClock.now
        if deadline?.step != pause.step { deadline = (pause.step, now + .milliseconds(pause.length)) }
        return min(most, max(.zero, (deadline?.at ?? now) - now))
    }

    /// Whether the pause that was waited for is over.
    var isTimeUp: Bool {
        guard let deadline, tour.pause?.step == deadline.step else { return false }
        return ContinuousClock.now >= deadline.at
    }
}

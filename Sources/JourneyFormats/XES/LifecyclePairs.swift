import JourneyModel

/// Starts of activities in one trace that wait for their completion.
struct LifecyclePairs {
    private struct Waiting {
        var starts: [Timestamp]
        /// How many of them are paired: taking them from the front would move all others each time.
        var paired = 0
    }

    private var waiting: [String: Waiting] = [:]

    mutating func start(_ key: String, at time: Timestamp) {
        waiting[key, default: Waiting(starts: [])].starts.append(time)
    }

    /// The earliest start not yet paired under `key`.
    mutating func complete(_ key: String) -> Timestamp? {
        guard let queue = waiting[key] else { return nil }
        let first = queue.starts[queue.paired]
        if queue.paired + 1 == queue.starts.count { waiting[key] = nil } else { waiting[key]?.paired += 1 }
        return first
    }

    mutating func forget() {
        waiting.removeAll(keepingCapacity: true)
    }
}

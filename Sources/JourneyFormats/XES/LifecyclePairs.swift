import JourneyModel

/// Starts of activities in one trace that wait for their completion.
struct LifecyclePairs {
    private var waiting: [String: [Timestamp]] = [:]

    mutating func start(_ key: String, at time: Timestamp) {
        waiting[key, default: []].append(time)
    }

    /// The earliest start not yet paired under `key`.
    mutating func complete(_ key: String) -> Timestamp? {
        guard var starts = waiting[key], !starts.isEmpty else { return nil }
        let first = starts.removeFirst()
        waiting[key] = starts.isEmpty ? nil : starts
        return first
    }

    mutating func forget() {
        waiting.removeAll(keepingCapacity: true)
    }
}

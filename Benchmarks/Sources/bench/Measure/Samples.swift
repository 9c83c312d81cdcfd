/// Repeated measurements of one thing.
struct Samples: Sendable {
    private(set) var values: [Double] = []

    init() {}

    mutating func add(_ value: Double) {
        values.append(value)
    }

    /// Not a number where there are none.
    var median: Double {
        guard !values.isEmpty else { return .nan }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }

    var least: Double { values.min() ?? .nan }
    var most: Double { values.max() ?? .nan }
}

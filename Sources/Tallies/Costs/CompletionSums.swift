import JourneyModel

/// Completions in order of time, to be summed over one span after another: a trend asks for many.
struct CompletionSums {
    private struct Service {
        let instants: [Int64]
        let stretches: [TallyTable<ValueName, Int>]
        /// Completions before each of the instants, and all of them.
        let before: [Int]
    }

    private let services: [String: Service]

    init(_ completions: CostCompletions) {
        var services: [String: Service] = [:]
        for (name, stretches) in completions.counts.pairs {
            let ordered = stretches.inOrder
            var before = [0]
            for stretch in ordered { before.append((before.last ?? 0) + stretch.value.sum) }
            services[name] = Service(
                instants: ordered.map(\.key),
                stretches: ordered.map(\.value),
                before: before
            )
        }
        self.services = services
    }

    /// Completions of a service in `span`, which must be one of those that were counted apart.
    func count(_ service: String, in span: Range<Int64>) -> Int {
        guard let service = services[service] else { return 0 }
        let places = CompletionSums.places(of: span, in: service.instants)
        return service.before[places.upperBound] - service.before[places.lowerBound]
    }

    /// … on one channel.
    func count(_ service: String, on channel: String, in span: Range<Int64>) -> Int {
        guard let service = services[service] else { return 0 }
        let places = CompletionSums.places(of: span, in: service.instants)
        return service.stretches[places].reduce(0) { $0 + ($1[ValueName(channel)] ?? 0) }
    }

    private static func places(of span: Range<Int64>, in instants: [Int64]) -> Range<Int> {
        let from = instants.partitioningIndex { $0 >= span.lowerBound }
        return from..<max(from, instants.partitioningIndex { $0 >= span.upperBound })
    }
}

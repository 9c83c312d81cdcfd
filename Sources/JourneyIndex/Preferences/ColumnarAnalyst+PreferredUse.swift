public import JourneyModel

extension ColumnarAnalyst {
    /// Whether people use the channel that they prefer. Who prefers none in particular, or is not known to, is in no row.
    ///
    /// - Throws: `AnalysisError.unknownDimension` where the store has no trait `person.preferred_channel`;
    ///   `CancellationError`.
    public func preferredUse(_ scope: Scope) async throws -> PreferredUseResult {
        let dimension = try source.dimension(PreferenceHistory.preferredChannel)
        let selection = try select(scope, unit: .person)
        let trait = Trait(dimension, of: source)
        let channels = source.dimensionIfAny(Dimension.channel)?.values ?? []
        // By the trait's code + 1: the channel of that name, -2 where there is none.
        let wanted =
            [-2]
            + dimension.values.map { value in
                Int32(channels.firstIndex { $0.lowercased() == value.lowercased() } ?? -2)
            }
        let channel = selection.projection.events.channel
        let parts = try await selection.projection.scan(into: { UseCounts(values: dimension.values.count) }) {
            counts,
            subjects in
            let (projection, mask) = (selection.projection, selection.mask)
            for subject in subjects {
                var last = projection.range(of: subject).upperBound - 1
                let first = projection.range(of: subject).lowerBound
                while last >= first, !mask.keeps(last) { last -= 1 }
                guard last >= first else { continue }
                let slot = Int(trait[projection.subjectCode[subject]]) + 1
                counts.people[slot] += 1
                if channel[last] == wanted[slot] { counts.lastOnIt[slot] += 1 }
            }
        }
        let rows = dimension.values.indices.map { code in
            PreferredUseResult.Row(
                preferred: dimension.values[code],
                people: parts.reduce(0) { $0 + $1.people[code + 1] },
                lastOnIt: parts.reduce(0) { $0 + $1.lastOnIt[code + 1] }
            )
        }
        return PreferredUseResult(
            rows: rows.filter { $0.people > 0 }.sorted { $0.preferred < $1.preferred },
            receipt: selection.receipt(
                [.d16],
                events: selection.mask.count,
                subjects: parts.reduce(0) { $0 + $1.people.reduce(0, +) }
            )
        )
    }
}

/// By the trait's code + 1.
private struct UseCounts: Sendable {
    var people: [Int]
    var lastOnIt: [Int]

    init(values: Int) {
        people = Array(repeating: 0, count: values + 1)
        lastOnIt = people
    }
}

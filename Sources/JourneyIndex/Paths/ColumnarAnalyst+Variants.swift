import JourneyModel

extension VariantsQuery: IndexedQuestion {
    func answer(from index: ColumnarAnalyst) async throws -> VariantsResult { try await index.variants(self) }
}

extension ColumnarAnalyst {
    /// Whole sequences of touchpoints and how many subjects share each (D9), events in scope in the order of D1; with
    /// throughput, last event minus first (D10), whether repeats are collapsed or not.
    ///
    /// - Throws: `AnalysisError`; `CancellationError`.
    func variants(_ query: VariantsQuery) async throws -> VariantsResult {
        let selection = try select(query.scope)
        let touchpoints = try source.dimension(Dimension.touchpoint)
        let parts = try await selection.projection.scan(into: { VariantScan(selection, query.collapsesRepeats) }) {
            scan,
            subjects in
            scan.scan(subjects)
        }
        var table = VariantTable()
        var throughputs: [(variant: Int, span: Int64)] = []
        for part in parts {
            let names = part.table.variants.map { table.add(part.table.path($0), count: $0.count) }
            throughputs += part.throughputs.map { (names[$0.variant], $0.span) }
        }
        let chosen = top(table, touchpoints, query.top)
        var spans: [Int: [Int64]] = [:]
        for index in chosen { spans[index] = [] }
        for entry in throughputs { spans[entry.variant]?.append(entry.span) }
        let subjects = throughputs.count
        let all = throughputs.map(\.span).sorted().map(Double.init)
        return VariantsResult(
            query: query,
            subjects: subjects,
            distinct: table.variants.count,
            variants: chosen.map { index in
                let variant = table.variants[index]
                return VariantsResult.Variant(
                    path: table.path(variant).map { touchpoints.name(of: $0) },
                    count: variant.count,
                    share: .rate(variant.count, of: subjects, .d9),
                    medianThroughput: medianSpan(spans[index] ?? [])
                )
            },
            medianThroughput: quantile(ofSorted: all, 0.5),
            p90Throughput: quantile(ofSorted: all, 0.9),
            receipt: selection.receipt(
                [.d1, .d9, .d10],
                events: selection.mask.count,
                subjects: subjects,
                facts: [.init("consecutive repeats", .text(query.collapsesRepeats ? "counted as one" : "kept"))]
            )
        )
    }

    /// Indices of the most frequent variants: by count, then by the names on their path.
    private func top(_ table: VariantTable, _ touchpoints: IndexedDimension, _ top: Int) -> [Int] {
        let rank = touchpoints.ranks()
        let sorted = table.variants.indices.sorted { left, right in
            let (a, b) = (table.variants[left], table.variants[right])
            if a.count != b.count { return a.count > b.count }
            return table.path(a).lexicographicallyPrecedes(table.path(b)) { rank[Int($0) + 1] < rank[Int($1) + 1] }
        }
        return Array(sorted.prefix(max(0, top)))
    }
}

/// Collects the sequences of a range of subjects.
private struct VariantScan: Sendable {
    let selection: ScopeSelection
    let collapsesRepeats: Bool
    let touchpoint: CodeColumn
    private(set) var table = VariantTable()
    /// One a subject.
    private(set) var throughputs: [(variant: Int, span: Int64)] = []
    private var path: [Int32] = []

    init(_ selection: ScopeSelection, _ collapsesRepeats: Bool) {
        self.selection = selection
        self.collapsesRepeats = collapsesRepeats
        touchpoint = selection.projection.events.touchpoint
    }

    mutating func scan(_ range: Range<Int>) {
        let codes = touchpoint
        let time = selection.projection.events.time.values
        for subject in range {
            path.removeAll(keepingCapacity: true)
            var first: Int64 = 0
            var last: Int64 = 0
            for position in selection.projection.range(of: subject) where selection.mask.keeps(position) {
                if path.isEmpty { first = time[position] }
                last = time[position]
                if !collapsesRepeats || path.last != codes[position] { path.append(codes[position]) }
            }
            guard !path.isEmpty else { continue }
            throughputs.append((table.add(path[...]), span(from: first, to: last)))
        }
    }
}

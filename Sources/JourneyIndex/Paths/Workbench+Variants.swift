import JourneyModel
import Tallies

extension VariantsQuery: IndexTalliedQuestion {
    func tally(in index: Workbench) async throws -> VariantsTally { try await index.variants(self) }
}

extension Workbench {
    /// Whole sequences of touchpoints and how many subjects share each (D9), events in scope in the order of D1; with
    /// throughput, last event minus first (D10), whether repeats are collapsed or not.
    ///
    /// - Throws: `AnalysisError`; `CancellationError`.
    fileprivate func variants(_ query: VariantsQuery) async throws -> VariantsTally {
        let selection = try select(query.scope)
        let touchpoints = try source.dimension(Dimension.touchpoint)
        var parts = try await selection.projection.scan(into: { VariantScan(selection, query.collapsesRepeats) }) {
            scan,
            subjects in
            scan.scan(subjects)
        }
        var table = VariantTable()
        var throughputs: [Throughput] = []
        throughputs.reserveCapacity(parts.reduce(0) { $0 + $1.throughputs.count })
        while let part = parts.popLast() {
            let numbers = part.table.variants.map { table.add(part.table.path($0), count: $0.count) }
            for one in part.throughputs {
                throughputs.append(Throughput(variant: Int32(numbers[Int(one.variant)]), span: one.span))
            }
        }
        let scope = selection.tally(events: selection.mask.count, subjects: throughputs.count)
        return tally(table, throughputs, scope, touchpoints)
    }

    /// What was found by names, and in their order.
    private func tally(
        _ table: VariantTable,
        _ throughputs: [Throughput],
        _ scope: ScopeTally,
        _ touchpoints: IndexedDimension
    ) -> VariantsTally {
        var occurs = touchpoints.table(false)
        for code in table.codes { occurs[Int(code) + 1] = true }
        let (names, numbers) = touchpoints.vocabulary(occurs)
        let steps = table.codes.map { numbers[Int($0) + 1] }
        let order = table.order(by: steps, below: names.count)
        let spans = table.spans(throughputs)
        var tally = VariantsTally(
            scope: scope,
            names: names,
            size: (table.variants.count, steps.count, throughputs.count)
        )
        for place in order {
            let variant = table.variants[place]
            tally.append(
                steps[variant.start..<variant.start + variant.length],
                spans.all[spans.starts[place]..<spans.starts[place] + variant.count]
            )
        }
        return tally
    }
}

/// How long one subject took for its sequence.
private struct Throughput: BitwiseCopyable, Sendable {
    var variant: Int32
    var span: Int64
}

extension VariantTable {
    /// Places of the variants in the order of what stands in `steps` for their codes: numbers below `limit`. How they begin is
    /// compared as one number, which tells most of them apart.
    fileprivate func order(by steps: [Int32], below limit: Int) -> [Int] {
        let width = limit < Int(UInt8.max) ? 8 : limit < Int(UInt16.max) ? 16 : 32
        let whole = UInt64.bitWidth / width
        return steps.withUnsafeBufferPointer { steps in
            let beginnings = variants.map { variant in
                (0..<whole).reduce(UInt64(0)) { beginning, place in
                    let step = place < variant.length ? UInt64(steps[variant.start + place] + 1) : 0
                    return beginning << UInt64(width) | step
                }
            }
            return variants.indices.sorted { left, right in
                if beginnings[left] != beginnings[right] { return beginnings[left] < beginnings[right] }
                let (a, b) = (variants[left], variants[right])
                var place = whole
                while place < a.length, place < b.length {
                    let (one, other) = (steps[a.start &+ place], steps[b.start &+ place])
                    if one != other { return one < other }
                    place &+= 1
                }
                return a.length < b.length
            }
        }
    }

    /// The spans of each variant one after another, and by variant where its own begin.
    fileprivate func spans(_ throughputs: [Throughput]) -> (all: [Int64], starts: [Int]) {
        var starts: [Int] = []
        starts.reserveCapacity(variants.count)
        var next = 0
        for variant in variants {
            starts.append(next)
            next += variant.count
        }
        var places = starts
        let all = [Int64](unsafeUninitializedCapacity: next) { all, count in
            for one in throughputs {
                all[places[Int(one.variant)]] = one.span
                places[Int(one.variant)] += 1
            }
            count = next
        }
        return (all, starts)
    }
}

/// Collects the sequences of a range of subjects.
private struct VariantScan: Sendable {
    let selection: ScopeSelection
    let collapsesRepeats: Bool
    let touchpoint: CodeColumn
    private(set) var table = VariantTable()
    /// One a subject.
    private(set) var throughputs: [Throughput] = []
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
            throughputs.append(Throughput(variant: Int32(table.add(path[...])), span: span(from: first, to: last)))
        }
    }
}

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
        // One after another is let go of as it has been joined: there may be nearly as many sequences as subjects.
        var whole = parts.popLast() ?? VariantScan(selection, query.collapsesRepeats)
        while let part = parts.popLast() { whole.join(part) }
        let scope = selection.tally(events: selection.mask.count, subjects: whole.throughputs.count)
        return whole.tally(scope, touchpoints)
    }
}

/// How long one subject took for its sequence.
private struct Throughput: BitwiseCopyable, Sendable {
    var variant: Int32
    var span: Int64
}

extension VariantTable {
    /// Places of the variants in the order of their codes: from 0 on, below `limit`. How they begin is compared as one
    /// number, which tells most of them apart.
    fileprivate func order(below limit: Int) -> [Int32] {
        let width = limit < Int(UInt8.max) ? 8 : limit < Int(UInt16.max) ? 16 : 32
        let whole = UInt64.bitWidth / width
        return codes.withUnsafeBufferPointer { codes in
            let beginnings = variants.map { variant in
                let range = variant.range
                return (0..<whole).reduce(UInt64(0)) { beginning, place in
                    let code = place < range.count ? UInt64(codes[range.lowerBound + place] + 1) : 0
                    return beginning << UInt64(width) | code
                }
            }
            return (0..<Int32(variants.count)).sorted { left, right in
                let (own, others) = (beginnings[Int(left)], beginnings[Int(right)])
                if own != others { return own < others }
                let (a, b) = (variants[Int(left)].range, variants[Int(right)].range)
                var place = whole
                while place < a.count, place < b.count {
                    let (one, other) = (codes[a.lowerBound &+ place], codes[b.lowerBound &+ place])
                    if one != other { return one < other }
                    place &+= 1
                }
                return a.count < b.count
            }
        }
    }

    /// The spans of each variant one after another, and by variant where its own begin.
    fileprivate func spans(_ throughputs: [Throughput]) -> (all: [Int64], starts: [Int32]) {
        var starts: [Int32] = []
        starts.reserveCapacity(variants.count)
        var next = 0
        for variant in variants {
            starts.append(Int32(next))
            next += variant.count
        }
        var places = starts
        let all = [Int64](unsafeUninitializedCapacity: next) { all, count in
            for one in throughputs {
                all[Int(places[Int(one.variant)])] = one.span
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
            throughputs.append(Throughput(variant: table.add(path[...]), span: span(from: first, to: last)))
        }
    }

    mutating func join(_ other: VariantScan) {
        let numbers = other.table.variants.map { table.add(other.table.path($0), count: $0.count) }
        throughputs.reserveCapacity(throughputs.count + other.throughputs.count)
        for one in other.throughputs {
            throughputs.append(Throughput(variant: numbers[Int(one.variant)], span: one.span))
        }
    }

    /// What was found by names, and in their order. It is used up, list by list, as the tally grows.
    mutating func tally(_ scope: ScopeTally, _ touchpoints: IndexedDimension) -> VariantsTally {
        var occurs = touchpoints.table(false)
        for code in table.codes { occurs[Int(code) + 1] = true }
        let (names, numbers) = touchpoints.vocabulary(occurs)
        table.close(numbers)
        let spans = table.spans(throughputs)
        throughputs = []
        let order = table.order(below: names.count)
        var tally = VariantsTally(
            scope: scope,
            names: names,
            size: (table.variants.count, table.codes.count, spans.all.count)
        )
        for place in order {
            let variant = table.variants[Int(place)]
            let start = Int(spans.starts[Int(place)])
            tally.append(table.path(variant), spans.all[start..<start + variant.count])
        }
        return tally
    }
}

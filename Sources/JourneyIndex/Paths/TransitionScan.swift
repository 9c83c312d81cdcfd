import JourneyModel

/// How often one touchpoint follows another, and nothing else: one look at each event.
final class TransitionScan {
    private let selection: ScopeSelection
    private let touchpoint: CodeColumn
    private let table: PairTable
    /// Four counts of each pair, taken in turn: what was just counted need not be waited for.
    private let counts: UnsafeMutablePointer<UInt32>
    private var subjects = 0

    /// - Parameter table: of touchpoints, square.
    init(_ selection: ScopeSelection, _ table: PairTable) {
        self.selection = selection
        self.table = table
        touchpoint = selection.projection.events.touchpoint
        counts = .allocate(capacity: 4 * table.size)
        counts.initialize(repeating: 0, count: 4 * table.size)
    }

    deinit {
        counts.deallocate()
    }

    func scan(_ range: Range<Int>) {
        let (projection, mask, touchpoint, width) = (selection.projection, selection.mask, touchpoint, table.width)
        if mask.keepsAll, touchpoint.width == 1 {
            let codes = touchpoint.bytes.assumingMemoryBound(to: UInt8.self)
            for subject in range { scanAll(projection.range(of: subject), codes, width) }
            return
        }
        for subject in range {
            var before = -1
            for position in projection.range(of: subject) where mask.keeps(position) {
                let here = Int(touchpoint[position]) &+ 1
                if before >= 0 { counts[before &* width &+ here] &+= 1 }
                before = here
            }
            if before >= 0 { subjects &+= 1 }
        }
    }

    @inline(__always)
    private func scanAll(_ events: Range<Int>, _ codes: UnsafePointer<UInt8>, _ width: Int) {
        guard !events.isEmpty else { return }
        subjects &+= 1
        let size = table.size
        var row = Int(codes[events.lowerBound]) &* width
        var position = events.lowerBound &+ 1
        while position < events.upperBound {
            let here = Int(codes[position])
            counts[(position & 3) &* size &+ row &+ here] &+= 1
            row = here &* width
            position &+= 1
        }
    }

    /// What was counted, subjects without one of their own.
    var result: (pairs: [PairCounts.Pair], subjects: Int) {
        let pairs = (0..<table.size).compactMap { place -> PairCounts.Pair? in
            let count = (0..<4).reduce(0) { $0 + Int(counts[$1 * table.size + place]) }
            guard count > 0 else { return nil }
            return PairCounts.Pair(from: table.from(place), to: table.to(place), count: count, subjects: 0)
        }
        return (pairs, subjects)
    }
}

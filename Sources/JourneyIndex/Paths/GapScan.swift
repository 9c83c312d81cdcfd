/// Gathers the times between the two events of every occurrence of some pairs of touchpoints.
final class GapScan {
    private let selection: ScopeSelection
    private let touchpoint: CodeColumn
    private let table: PairTable
    /// By pair: which of the lists its times go to, -1 for none.
    private var slots: [Int32]
    private var hashed: [Int: Int32] = [:]
    private let lists: [WorkingList<Int64>]

    init(_ selection: ScopeSelection, _ pairs: [(from: Int32, to: Int32)], touchpoints: Int) {
        self.selection = selection
        touchpoint = selection.projection.events.touchpoint
        table = PairTable(codes: touchpoints)
        slots = Array(repeating: -1, count: table.size)
        lists = pairs.map { _ in WorkingList() }
        for (slot, pair) in pairs.enumerated() {
            let place = table.place(pair.from, pair.to)
            if table.isSquare { slots[place] = Int32(slot) } else { hashed[place] = Int32(slot) }
        }
    }

    func scan(_ range: Range<Int>) {
        let (projection, mask, touchpoint) = (selection.projection, selection.mask, touchpoint)
        let time = projection.events.time.values
        slots.withUnsafeBufferPointer { slots in
            for subject in range {
                var last = -1
                var before: Int32 = -1
                for position in projection.range(of: subject) where mask.keeps(position) {
                    let here = touchpoint[position]
                    if last >= 0 {
                        let place = table.place(before, here)
                        let slot = Int(table.isSquare ? slots[place] : hashed[place] ?? -1)
                        if slot >= 0 { lists[slot].append(span(from: time[last], to: time[position])) }
                    }
                    (last, before) = (position, here)
                }
            }
        }
    }

    var gaps: [[Int64]] { lists.map(\.array) }
}

/// Rows of one person's cases, gathered in the order of D1 and then gone through case by case. One worker fills it.
final class CaseRows {
    typealias Rows = LazyMapSequence<ArraySlice<UInt64>, Int>

    /// The case above the row.
    private var keys: [UInt64] = []

    @inline(__always)
    func add(_ row: Int, of caseID: Int32) { keys.append(UInt64(caseID) << 32 | UInt64(row)) }

    /// Calls `body` with each case and its rows, which keep their order; then there are none any more.
    func drain(_ body: (_ caseID: Int32, _ rows: Rows) throws -> Void) rethrows {
        if keys.isEmpty { return }
        keys.sort()
        var first = 0
        for next in 1...keys.count where next == keys.count || keys[next] >> 32 != keys[first] >> 32 {
            try body(Int32(keys[first] >> 32), keys[first..<next].lazy.map { Int($0 & 0xFFFF_FFFF) })
            first = next
        }
        keys.removeAll(keepingCapacity: true)
    }
}

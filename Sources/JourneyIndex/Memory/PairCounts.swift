/// How often one code follows another, and for how many subjects. One worker fills it, without a check.
final class PairCounts {
    struct Pair: Sendable {
        /// Codes, -1 for a missing value.
        var from: Int32
        var to: Int32
        var count: Int
        var subjects: Int
    }

    private struct Cell: BitwiseCopyable {
        var count: Int32 = 0
        var subjects: Int32 = 0
        /// The subject that was counted last, + 1.
        var last: Int32 = 0
    }

    private let table: PairTable
    private let square: UnsafeMutablePointer<Cell>
    private var hashed: [Int: Cell] = [:]

    init(codes: Int) {
        table = PairTable(codes: codes)
        square = .allocate(capacity: max(1, table.size))
        square.initialize(repeating: Cell(), count: max(1, table.size))
    }

    deinit {
        square.deallocate()
    }

    @inline(__always)
    func add(from: Int32, to: Int32, subject: Int) {
        let place = table.place(from, to)
        let mark = Int32(truncatingIfNeeded: subject &+ 1)
        if table.isSquare {
            PairCounts.add(&square[place], mark)
        } else {
            PairCounts.add(&hashed[place, default: Cell()], mark)
        }
    }

    @inline(__always)
    private static func add(_ cell: inout Cell, _ mark: Int32) {
        cell.count &+= 1
        if cell.last != mark {
            cell.last = mark
            cell.subjects &+= 1
        }
    }

    /// Pairs that occur, in no order.
    var pairs: [Pair] {
        let cells = table.isSquare ? (0..<table.size).map { ($0, square[$0]) } : hashed.map { ($0.key, $0.value) }
        return cells.filter { $0.1.count > 0 }.map { place, cell in
            Pair(
                from: table.from(place),
                to: table.to(place),
                count: Int(cell.count),
                subjects: Int(cell.subjects)
            )
        }
    }

    /// The pairs of several counts of different subjects, together.
    static func joined(_ parts: [[Pair]]) -> [Pair] {
        var all: [UInt64: Pair] = [:]
        for pair in parts.joined() {
            let key = UInt64(UInt32(bitPattern: pair.from)) << 32 | UInt64(UInt32(bitPattern: pair.to))
            all[key, default: Pair(from: pair.from, to: pair.to, count: 0, subjects: 0)].count += pair.count
            all[key]?.subjects += pair.subjects
        }
        return Array(all.values)
    }
}

/// How often one code follows another, and for how many subjects: a square table where there are few codes, a hash
/// table where there are many.
struct PairCounts: Sendable {
    struct Pair: Sendable {
        /// Codes, -1 for a missing value.
        var from: Int32
        var to: Int32
        var count: Int
        var subjects: Int
    }

    private struct Cell {
        var count: Int32 = 0
        var subjects: Int32 = 0
        /// The subject that was counted last, + 1.
        var last: Int32 = 0
    }

    /// Codes and the missing value.
    private let width: Int
    private var square: [Cell]
    private var hashed: [Int: Cell] = [:]
    /// The largest table of cells: 12 MB.
    private static let squareLimit = 1 << 20

    init(codes: Int) {
        width = codes + 1
        let cells = width.multipliedReportingOverflow(by: width)
        let fits = !cells.overflow && cells.partialValue <= PairCounts.squareLimit
        square = fits ? Array(repeating: Cell(), count: cells.partialValue) : []
    }

    @inline(__always)
    mutating func add(from: Int32, to: Int32, subject: Int) {
        let index = (Int(from) + 1) * width + Int(to) + 1
        let mark = Int32(truncatingIfNeeded: subject + 1)
        if square.isEmpty {
            PairCounts.add(&hashed[index, default: Cell()], mark)
        } else {
            PairCounts.add(&square[index], mark)
        }
    }

    @inline(__always)
    private static func add(_ cell: inout Cell, _ mark: Int32) {
        cell.count += 1
        if cell.last != mark {
            cell.last = mark
            cell.subjects += 1
        }
    }

    /// Adds the counts of other subjects.
    mutating func join(_ other: PairCounts) {
        for index in other.square.indices {
            square[index].count += other.square[index].count
            square[index].subjects += other.square[index].subjects
        }
        for (index, cell) in other.hashed {
            hashed[index, default: Cell()].count += cell.count
            hashed[index, default: Cell()].subjects += cell.subjects
        }
    }

    /// Pairs that occur, in no order.
    var pairs: [Pair] {
        let cells = square.isEmpty ? hashed.map { ($0.key, $0.value) } : Array(square.enumerated()).map { ($0.0, $0.1) }
        return cells.filter { $0.1.count > 0 }.map { index, cell in
            Pair(
                from: Int32(index / width - 1),
                to: Int32(index % width - 1),
                count: Int(cell.count),
                subjects: Int(cell.subjects)
            )
        }
    }
}

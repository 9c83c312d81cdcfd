/// A place for every pair of codes: in a square where there are few codes, by hash where there are many.
struct PairTable: Sendable {
    /// Codes and the missing value.
    let width: Int
    /// Whether a pair's place is its own number in the square.
    let isSquare: Bool
    /// Places of a square; 0 where there is none.
    var size: Int { isSquare ? width * width : 0 }

    /// The largest square of places.
    private static let limit = 1 << 20

    init(codes: Int) {
        width = codes + 1
        let places = width.multipliedReportingOverflow(by: width)
        isSquare = !places.overflow && places.partialValue <= PairTable.limit
    }

    @inline(__always)
    func place(_ from: Int32, _ to: Int32) -> Int { (Int(from) &+ 1) &* width &+ Int(to) &+ 1 }

    func from(_ place: Int) -> Int32 { Int32(place / width - 1) }
    func to(_ place: Int) -> Int32 { Int32(place % width - 1) }
}

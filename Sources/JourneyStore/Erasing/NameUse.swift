/// Which names of a kind rows that go have, and which of them rows that stay have too.
struct NameUse {
    private var touched: Set<Int32> = []
    private let kept = NumberSet()

    /// - Parameter number: 0 for none.
    @inline(__always)
    mutating func erase(_ number: Int32) {
        if number > 0 { touched.insert(number) }
    }

    @inline(__always)
    func keep(_ number: Int32) {
        if number > 0 { kept[Int(number)] = true }
    }

    /// Those that no row has any more, ascending.
    var lost: [Int64] { touched.filter { !kept[Int($0)] }.sorted().map(Int64.init) }
}

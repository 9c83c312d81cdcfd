/// Elements in no order, in as many pieces as those who counted left behind: joining copies none of them.
struct Pieces<Element: BitwiseCopyable & Sendable>: Sendable {
    private var own: [Element] = []
    private var others: [Column<Element>] = []

    init() {}

    init(_ piece: Column<Element>) {
        if piece.count > 0 { others = [piece] }
    }

    var count: Int { others.reduce(own.count) { $0 + $1.count } }

    mutating func append(_ element: Element) { own.append(element) }

    mutating func join(_ other: Pieces) {
        others += other.others
        if !other.own.isEmpty { others.append(Column(other.own)) }
    }

    @inline(__always)
    func forEach(_ body: (Element) -> Void) {
        own.forEach(body)
        for piece in others {
            withExtendedLifetime(piece) {
                for element in piece.values { body(element) }
            }
        }
    }

    /// All of them, one after another.
    var array: [Element] {
        var array = own
        array.reserveCapacity(count)
        for piece in others { withExtendedLifetime(piece) { array += piece.values } }
        return array
    }
}

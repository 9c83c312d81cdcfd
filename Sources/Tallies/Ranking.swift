/// The places of the `most` largest of `count` things, largest first; of equally large ones the earlier place first.
///
/// - Parameter size: by place.
func largest(_ most: Int, of count: Int, _ size: (Int) -> Int) -> [Int] {
    guard most > 0 else { return [] }
    // Few are kept in order as they are found; where all but are wanted, all are put in order.
    guard most <= 1000 else {
        let sizes = (0..<count).map(size)
        return Array((0..<count).sorted { (sizes[$1], $0) < (sizes[$0], $1) }.prefix(most))
    }
    var chosen: [Int] = []
    var sizes: [Int] = []
    for place in 0..<count {
        let one = size(place)
        if chosen.count == most {
            guard one > sizes[most - 1] else { continue }
            chosen.removeLast()
            sizes.removeLast()
        }
        var rank = chosen.count
        while rank > 0, sizes[rank - 1] < one { rank -= 1 }
        chosen.insert(place, at: rank)
        sizes.insert(one, at: rank)
    }
    return chosen
}

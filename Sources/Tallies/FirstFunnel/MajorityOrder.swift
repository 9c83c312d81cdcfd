/// The things in an order in which each comes before the next one for at least as many as the other way round.
///
/// There always is such an order, also where majorities go in a circle: each thing is put before the first one that it beats.
/// Those that beat most others are put in first; of equals, those that come first in `things`.
///
/// - Parameter before: for how many one comes before another.
func majorityOrder(_ things: [Int], _ before: (Int, Int) -> Int) -> [Int] {
    let place = Dictionary(zip(things, 0...), uniquingKeysWith: { first, _ in first })
    func beats(_ one: Int, _ other: Int) -> Bool {
        let (wins, losses) = (before(one, other), before(other, one))
        return wins != losses ? wins > losses : (place[one] ?? 0) < (place[other] ?? 0)
    }
    let wins = Dictionary(
        zip(things, things.map { one in things.count { $0 != one && beats(one, $0) } }),
        uniquingKeysWith: { first, _ in first }
    )
    func precedes(_ one: Int, _ other: Int) -> Bool {
        let (own, others) = (wins[one] ?? 0, wins[other] ?? 0)
        return own != others ? own > others : (place[one] ?? 0) < (place[other] ?? 0)
    }
    var order: [Int] = []
    for thing in things.sorted(by: precedes) {
        order.insert(thing, at: order.firstIndex { beats(thing, $0) } ?? order.count)
    }
    return order
}

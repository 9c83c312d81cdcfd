import JourneyModel
import Testing

@testable import Tallies

@Suite("An order by majorities")
struct MajorityOrderTests {
    @Test("each comes before the next for at least as many as the other way round, circles or not", arguments: 0..<200)
    func majorities(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let count = 1 + Int.random(in: 0..<9, using: &random)
        let table = (0..<count).map { _ in (0..<count).map { _ in Int.random(in: 0..<4, using: &random) } }
        let order = majorityOrder(Array(0..<count)) { table[$0][$1] }
        #expect(order.sorted() == Array(0..<count))
        for (one, next) in zip(order, order.dropFirst()) { #expect(table[one][next] >= table[next][one]) }
    }

    @Test("what always comes before another does so here, and equals keep their places")
    func plain() {
        #expect(majorityOrder([3, 1, 2]) { $0 < $1 ? 5 : 0 } == [1, 2, 3])
        #expect(majorityOrder([2, 0, 1]) { _, _ in 0 } == [2, 0, 1])
        #expect(majorityOrder([]) { _, _ in 0 }.isEmpty)
    }
}

import JourneyModel

/// The chance in a file: one run of numbers a person, so that a file comes out the same on every machine.
struct Chance: Sendable {
    private var generator: SplitMix64

    init(seed: UInt64, person: Int) {
        var first = SplitMix64(seed: seed &+ UInt64(person) &* 0x9E6C_63D0_876A_3F6B)
        generator = SplitMix64(seed: first.next())
    }

    /// A number from 0 to one below `bound`, which is positive.
    mutating func below(_ bound: Int) -> Int { generator.below(bound) }

    /// True `perMille` times in a thousand.
    mutating func happens(_ perMille: Int) -> Bool {
        below(1000) < perMille
    }

    /// The index of one of the weights behind `sums`, the sums of weights up to each index.
    mutating func pick(_ sums: [Int]) -> Int {
        let mark = below(sums[sums.count - 1])
        return sums.firstIndex { mark < $0 } ?? 0
    }
}

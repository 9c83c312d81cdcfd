/// Chance in whole numbers (SplitMix64), so that a file comes out the same on every machine.
struct Chance: Sendable {
    private var state: UInt64

    init(seed: UInt64, person: Int) {
        state = seed &+ UInt64(person) &* 0x9E6C_63D0_876A_3F6B
        state = next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 to one below `bound`, which is positive.
    mutating func below(_ bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

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

import JourneyModel

/// The chance in a town: one run of numbers a person, so that a town comes out the same on every machine.
struct TownRandom {
    private var generator: SplitMix64

    /// - Parameter stream: of several runs of one person, none of which moves the others.
    init(seed: UInt64, person: Int, stream: UInt64 = 0) {
        var first = SplitMix64(seed: seed &+ stream &+ UInt64(person) &* 0xD1B5_4A32_D192_ED03)
        generator = SplitMix64(seed: first.next())
    }

    /// A number from 0 to one below `bound`; 0 where `bound` is not positive.
    mutating func below(_ bound: Int64) -> Int64 {
        let bits = generator.next()
        return bound > 0 ? Int64(bits.multipliedFullWidth(by: UInt64(bound)).high) : 0
    }

    /// True `perMille` times in a thousand.
    mutating func chance(_ perMille: Int) -> Bool {
        below(1000) < Int64(perMille)
    }

    /// The index of one of `weights`, each as likely as its weight.
    mutating func pick(_ weights: [Int]) -> Int {
        var rest = below(Int64(weights.reduce(0, +)))
        for (index, weight) in weights.enumerated() {
            rest -= Int64(weight)
            if rest < 0 { return index }
        }
        return 0
    }

    mutating func draw(_ spread: Spread) -> Milliseconds {
        let knots = spread.knots
        let quarter = Int(below(4))
        return knots[quarter] + below(knots[quarter + 1] - knots[quarter])
    }
}

/// A length of time that varies: its quartiles, evenly spread between them.
struct Spread {
    /// Least, first quartile, median, third quartile, most.
    let knots: [Milliseconds]

    private init(_ unit: Milliseconds, _ values: [Milliseconds]) {
        knots = values.map { $0 * unit }
    }

    static func seconds(_ values: Milliseconds...) -> Spread { Spread(.second, padded(values)) }
    static func minutes(_ values: Milliseconds...) -> Spread { Spread(.minute, padded(values)) }
    static func hours(_ values: Milliseconds...) -> Spread { Spread(.hour, padded(values)) }

    /// Five knots, the last repeated where fewer were given.
    private static func padded(_ values: [Milliseconds]) -> [Milliseconds] {
        let last = values.last ?? 0
        return (0..<5).map { $0 < values.count ? values[$0] : last }
    }
}

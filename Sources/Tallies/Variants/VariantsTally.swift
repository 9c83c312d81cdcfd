public import JourneyModel

/// Whole sequences of touchpoints, and how many of some of the people went through each in what time.
///
/// There may be nearly as many sequences as people: they lie one after another in a few lists.
public struct VariantsTally: Hashable, Sendable {
    public var scope: ScopeTally
    /// Those that occur in a sequence.
    public private(set) var names: Vocabulary
    /// The sequences, each once, in the order of their names: numbers of names, one sequence after another.
    private var steps: [Int32]
    /// By sequence: how many steps it has, and how many went through it.
    private var lengths: [Int32]
    public private(set) var counts: [Int]
    /// Last event minus first of each of these, one sequence after another, ascending in each.
    public private(set) var spans: [Milliseconds]

    public init(scope: ScopeTally) {
        self.scope = scope
        (names, steps, lengths, counts, spans) = (Vocabulary(), [], [], [], [])
    }

    /// - Parameters:
    ///   - names: those that occur in a sequence.
    ///   - size: how many steps there will be in all, and how many spans.
    public init(scope: ScopeTally, names: Vocabulary, size: (variants: Int, steps: Int, spans: Int)) {
        self.init(scope: scope)
        self.names = names
        lengths.reserveCapacity(size.variants)
        counts.reserveCapacity(size.variants)
        steps.reserveCapacity(size.steps)
        spans.reserveCapacity(size.spans)
    }

    /// Adds a sequence that comes after all that are here.
    public mutating func append(_ path: ArraySlice<Int32>, _ throughputs: ArraySlice<Milliseconds>) {
        steps += path
        lengths.append(Int32(path.count))
        counts.append(throughputs.count)
        // Most sequences are of one person.
        if throughputs.count > 1 { spans += sortedAscending(Array(throughputs)) } else { spans += throughputs }
    }

    public var subjects: Int { spans.count }

    /// Of each sequence where it begins in `steps` and in `spans`.
    private var starts: (steps: [Int], spans: [Int]) {
        var starts = (steps: [0], spans: [0])
        starts.steps.reserveCapacity(counts.count + 1)
        starts.spans.reserveCapacity(counts.count + 1)
        for place in counts.indices {
            starts.steps.append(starts.steps[place] + Int(lengths[place]))
            starts.spans.append(starts.spans[place] + counts[place])
        }
        return starts
    }

    /// The `most` frequent sequences, by count, then by the names on them.
    func top(_ most: Int) -> [(path: [ValueName], count: Int, spans: [Milliseconds])] {
        let chosen = largest(most, of: counts.count) { counts[$0] }
        let starts = starts
        return chosen.map { place in
            (
                steps[starts.steps[place]..<starts.steps[place + 1]].map { names.names[Int($0)] },
                counts[place],
                Array(spans[starts.spans[place]..<starts.spans[place + 1]])
            )
        }
    }
}

extension VariantsTally: Tally {
    public mutating func add(_ other: VariantsTally) {
        let (names, own, others) = Vocabulary.union(names, other.names)
        var both = VariantsTally(
            scope: scope,
            names: names,
            size: (counts.count + other.counts.count, steps.count + other.steps.count, subjects + other.subjects)
        )
        both.scope.add(other.scope)
        var (left, right) = (Reader(self, own), Reader(other, others))
        while !left.isAtEnd || !right.isAtEnd {
            let isLeft = !left.isAtEnd && (right.isAtEnd || !right.path.lexicographicallyPrecedes(left.path))
            let isRight = !right.isAtEnd && (left.isAtEnd || !left.path.lexicographicallyPrecedes(right.path))
            if isLeft, isRight {
                both.append(left.path[...], left.spans + right.spans)
            } else {
                both.append(isLeft ? left.path[...] : right.path[...], isLeft ? left.spans : right.spans)
            }
            if isLeft { left.advance() }
            if isRight { right.advance() }
        }
        self = both
    }

    /// One sequence after another, by other numbers.
    private struct Reader {
        private let tally: VariantsTally
        private let numbers: [Int32]
        private let starts: (steps: [Int], spans: [Int])
        private var place = 0
        private(set) var path: [Int32] = []

        init(_ tally: VariantsTally, _ numbers: [Int32]) {
            self.tally = tally
            self.numbers = numbers
            starts = tally.starts
            read()
        }

        var isAtEnd: Bool { place == tally.counts.count }
        var spans: ArraySlice<Milliseconds> { tally.spans[starts.spans[place]..<starts.spans[place + 1]] }

        mutating func advance() {
            place += 1
            read()
        }

        private mutating func read() {
            guard !isAtEnd else { return }
            path.removeAll(keepingCapacity: true)
            for step in tally.steps[starts.steps[place]..<starts.steps[place + 1]] { path.append(numbers[Int(step)]) }
        }
    }
}

extension VariantsTally: Codable {
    private enum Key: String, CodingKey {
        case scope, names, steps, lengths, counts, spans
    }

    public init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: Key.self)
        scope = try box.decode(ScopeTally.self, forKey: .scope)
        names = try box.decode(Vocabulary.self, forKey: .names)
        steps = try box.decode([Int32].self, forKey: .steps)
        lengths = try box.decode([Int32].self, forKey: .lengths)
        counts = try box.decode([Int].self, forKey: .counts)
        spans = try box.decode([Milliseconds].self, forKey: .spans)
        let numbers = Int32(0)..<Int32(clamping: names.count)
        let isWhole =
            lengths.count == counts.count
            && VariantsTally.sum(lengths.map(Int.init)) == steps.count && VariantsTally.sum(counts) == spans.count
        guard isWhole, steps.allSatisfy(numbers.contains) else {
            throw DecodingError.dataCorruptedError(
                forKey: .lengths,
                in: box,
                debugDescription: "lists that do not belong together"
            )
        }
    }

    /// Nil where one is below 0, or they are too many.
    private static func sum(_ counts: [Int]) -> Int? {
        var sum = 0
        for count in counts {
            let (more, isTooLarge) = sum.addingReportingOverflow(count)
            if count < 0 || isTooLarge { return nil }
            sum = more
        }
        return sum
    }

    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(scope, forKey: .scope)
        try box.encode(names, forKey: .names)
        try box.encode(steps, forKey: .steps)
        try box.encode(lengths, forKey: .lengths)
        try box.encode(counts, forKey: .counts)
        try box.encode(spans, forKey: .spans)
    }
}

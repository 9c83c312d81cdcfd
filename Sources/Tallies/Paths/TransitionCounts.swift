/// How often one value follows another, and for how many subjects.
public struct TransitionCounts: Hashable, Sendable {
    public struct Transition: Codable, Hashable, Sendable {
        /// Numbers of names.
        public var from: Int32
        public var to: Int32
        public var count: Int
        public var subjects: Int

        public init(from: Int32, to: Int32, count: Int, subjects: Int) {
            self.from = from
            self.to = to
            self.count = count
            self.subjects = subjects
        }

        fileprivate static func precedes(_ left: Transition, _ right: Transition) -> Bool {
            (left.from, left.to) < (right.from, right.to)
        }
    }

    /// Those that occur in a transition.
    public private(set) var names: Vocabulary
    /// By from, then to; each once.
    public private(set) var transitions: [Transition]

    public init() {
        (names, transitions) = (Vocabulary(), [])
    }

    /// - Parameters:
    ///   - names: those that occur in `transitions`.
    ///   - transitions: of their numbers, each once, in any order.
    public init(_ names: Vocabulary, _ transitions: [Transition]) {
        self.names = names
        self.transitions = transitions.sorted(by: Transition.precedes)
    }

    public var count: Int { transitions.count }
    public var occurrences: Int { transitions.reduce(0) { $0 + $1.count } }

    public func from(_ transition: Transition) -> ValueName { names.names[Int(transition.from)] }
    public func to(_ transition: Transition) -> ValueName { names.names[Int(transition.to)] }
    public func pair(_ transition: Transition) -> NamePair { NamePair(from: from(transition), to: to(transition)) }

    /// The `most` frequent ones, by count, then from, then to.
    func top(_ most: Int) -> [Transition] {
        largest(most, of: transitions.count) { transitions[$0].count }.map { transitions[$0] }
    }

    /// By number of a name: all transitions out of it.
    var leaving: [Int] {
        var leaving = Array(repeating: 0, count: names.count)
        for transition in transitions { leaving[Int(transition.from)] += transition.count }
        return leaving
    }
}

extension TransitionCounts: Tally {
    public mutating func add(_ other: TransitionCounts) {
        let (names, own, others) = Vocabulary.union(names, other.names)
        func renamed(_ transitions: [Transition], _ numbers: [Int32]) -> ArraySlice<Transition> {
            transitions.map { transition in
                var renamed = transition
                renamed.from = numbers[Int(transition.from)]
                renamed.to = numbers[Int(transition.to)]
                return renamed
            }[...]
        }
        var (left, right) = (renamed(transitions, own), renamed(other.transitions, others))
        var both: [Transition] = []
        both.reserveCapacity(max(left.count, right.count))
        while let first = left.first, let second = right.first {
            let (isFirst, isSecond) = (!Transition.precedes(second, first), !Transition.precedes(first, second))
            both.append(isFirst ? first : second)
            if isFirst { left.removeFirst() }
            if isSecond { right.removeFirst() }
            if isFirst, isSecond {
                both[both.count - 1].count += second.count
                both[both.count - 1].subjects += second.subjects
            }
        }
        (self.names, transitions) = (names, both + left + right)
    }
}

extension TransitionCounts: Codable {
    private enum Key: String, CodingKey {
        case names, transitions
    }

    public init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: Key.self)
        let names = try box.decode(Vocabulary.self, forKey: .names)
        let transitions = try box.decode([Transition].self, forKey: .transitions)
        let numbers = Int32(0)..<Int32(clamping: names.count)
        guard transitions.allSatisfy({ numbers.contains($0.from) && numbers.contains($0.to) }),
            zip(transitions, transitions.dropFirst()).allSatisfy(Transition.precedes)
        else {
            throw DecodingError.dataCorruptedError(
                forKey: .transitions,
                in: box,
                debugDescription: "transitions out of order, or of no names"
            )
        }
        self.init(names, transitions)
    }

    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(names, forKey: .names)
        try box.encode(transitions, forKey: .transitions)
    }
}

/// Names in the order in which answers have them, which the numbers of a tally stand for: a tally of very many things has
/// numbers of its own, and no table of names.
public struct Vocabulary: Hashable, Sendable {
    /// Each once; by their text, and of one text the missing one first.
    public let names: [ValueName]

    public init() {
        names = []
    }

    public init(_ names: Set<ValueName>) {
        self.names = names.sorted(by: Vocabulary.precedes)
    }

    private init(sorted names: [ValueName]) {
        self.names = names
    }

    private static func precedes(_ left: ValueName, _ right: ValueName) -> Bool {
        left.text == right.text ? left < right : left.text < right.text
    }

    public var count: Int { names.count }

    /// The names of both, and by number which they have there. What was in order before is so after.
    static func union(_ left: Vocabulary, _ right: Vocabulary) -> (names: Vocabulary, left: [Int32], right: [Int32]) {
        var names: [ValueName] = []
        var (leftNumbers, rightNumbers): ([Int32], [Int32]) = ([], [])
        while leftNumbers.count < left.count || rightNumbers.count < right.count {
            let number = Int32(names.count)
            let own = leftNumbers.count < left.count ? left.names[leftNumbers.count] : nil
            let other = rightNumbers.count < right.count ? right.names[rightNumbers.count] : nil
            let isOwn = own.map { own in other.map { !precedes($0, own) } ?? true } ?? false
            let isOther = other.map { other in own.map { !precedes($0, other) } ?? true } ?? false
            if isOwn { leftNumbers.append(number) }
            if isOther { rightNumbers.append(number) }
            if let name = isOwn ? own : other { names.append(name) }
        }
        return (Vocabulary(sorted: names), leftNumbers, rightNumbers)
    }
}

extension Vocabulary: Codable {
    public init(from decoder: any Decoder) throws {
        let names = try [ValueName](from: decoder)
        guard zip(names, names.dropFirst()).allSatisfy(Vocabulary.precedes) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "names that are not in order")
            )
        }
        self.init(sorted: names)
    }

    public func encode(to encoder: any Encoder) throws { try names.encode(to: encoder) }
}

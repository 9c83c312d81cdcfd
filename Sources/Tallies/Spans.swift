public import JourneyModel

/// Spans of time, one of each that was counted, in no order: medians, quantiles and curves are those of all of them.
public struct Spans: Sendable {
    /// What each of those who counted brought: adding copies none of it.
    private var pieces: [[Milliseconds]]

    public init(_ spans: [Milliseconds] = []) {
        pieces = spans.isEmpty ? [] : [spans]
    }

    public mutating func append(_ span: Milliseconds) {
        if pieces.isEmpty { pieces.append([]) }
        pieces[pieces.count - 1].append(span)
    }

    public var count: Int { pieces.reduce(0) { $0 + $1.count } }
    public var isEmpty: Bool { pieces.isEmpty }

    /// Rule R-7; nil where there are none.
    public var median: Double? { medianOfSpans(inPieces: pieces) }

    /// All of them, ascending.
    public var sorted: [Milliseconds] {
        if pieces.count == 1 { return sortedAscending(pieces[0]) }
        var all: [Milliseconds] = []
        all.reserveCapacity(count)
        for piece in pieces { all += piece }
        return sortedAscending(all)
    }

    /// Each span that occurs, ascending, and how often.
    private var counted: (spans: [Milliseconds], counts: [Int]) {
        var (spans, counts): ([Milliseconds], [Int]) = ([], [])
        for span in sorted {
            if span == spans.last {
                counts[counts.count - 1] += 1
            } else {
                spans.append(span)
                counts.append(1)
            }
        }
        return (spans, counts)
    }
}

extension Spans: Tally {
    public mutating func add(_ other: Spans) { pieces += other.pieces }

    public static func == (left: Spans, right: Spans) -> Bool { left.sorted == right.sorted }

    public func hash(into hasher: inout Hasher) { hasher.combine(sorted) }
}

/// Written in order, equal ones once.
extension Spans: Codable {
    private enum Key: String, CodingKey {
        case spans, counts
    }

    public init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: Key.self)
        let spans = try box.decode([Milliseconds].self, forKey: .spans)
        let counts = try box.decode([Int].self, forKey: .counts)
        guard spans.count == counts.count, counts.allSatisfy({ $0 > 0 }) else {
            throw DecodingError.dataCorruptedError(forKey: .counts, in: box, debugDescription: "not one count a span")
        }
        self.init(zip(spans, counts).flatMap { repeatElement($0, count: $1) })
    }

    public func encode(to encoder: any Encoder) throws {
        let (spans, counts) = counted
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(spans, forKey: .spans)
        try box.encode(counts, forKey: .counts)
    }
}

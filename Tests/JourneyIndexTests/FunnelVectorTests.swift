import Foundation
import JourneyModel
import TestSupport
import Testing

@testable import JourneyIndex

/// One subject's events and the depth that each rule must give.
struct FunnelVector: Sendable, CustomTestStringConvertible {
    var name: String
    var steps: [String]
    var window: Int64
    var events: [(time: Int64, touchpoint: String)]
    /// By rule's name.
    var expected: [String: Int]

    var testDescription: String { name }

    /// The query of a rule, by the names that the shared vectors give them.
    func query(_ rule: String) -> FunnelQuery? {
        var query = FunnelQuery(steps: steps.map { FunnelStep(touchpoint: $0) }, window: window)
        switch rule {
        case "ordered_best": break
        case "ordered_first_entry": query.entry = .first
        case "ordered_best_ties_strict": query.ties = .strict
        case "ordered_best_ties_file": query.ties = .file
        case "strict": query.order = .strict
        case "any": query.order = .any
        default: return nil
        }
        return query
    }

    /// The depth that the engine gives.
    func depth(_ query: FunnelQuery) async throws -> Int {
        var builder = SnapshotBuilder()
        for event in events { builder.add(person: "p", time: event.time, event.touchpoint) }
        // Somebody else, long ago and outside of every step's reach, so that all touchpoints are known.
        for step in Set(steps) { builder.add(time: -1_000_000, step) }
        let result = try await ColumnarAnalyst(builder.snapshot()).answer(query)
        return result.steps.count { $0.reached > 0 }
    }
}

@Suite("Funnel vectors")
struct FunnelVectorTests {
    static let rules = [
        "ordered_best", "ordered_first_entry", "ordered_best_ties_strict", "ordered_best_ties_file", "strict", "any",
    ]

    /// Depths by rule, in the order of `rules`, worked out by hand from D1 and D2; the window is 10.
    static let own: [FunnelVector] = [
        vector("straight through", "ABC", "A0 B4 C8", [3, 3, 3, 3, 3, 3]),
        vector("last step on the window's edge", "ABC", "A0 B4 C10", [3, 3, 3, 3, 3, 3]),
        vector("last step after the window", "ABC", "A0 B4 C11", [2, 2, 2, 2, 2, 2]),
        vector("only the second entry converts", "ABC", "A0 A7 B12 C16", [3, 1, 3, 3, 3, 3]),
        vector("steps the wrong way round", "ABC", "C0 B1 A2", [1, 1, 1, 1, 1, 3]),
        vector("another event in between", "ABC", "A0 B1 X2 C3", [3, 3, 3, 3, 2, 3]),
        vector("a step too early is another event", "ABC", "A0 C1 B2 C3", [3, 3, 3, 3, 1, 3]),
        vector("repeats of the step just reached", "ABC", "A0 A1 B2 B3 C4", [3, 3, 3, 3, 3, 3]),
        vector("a repeat of an earlier step", "ABC", "A0 B1 A2 C3", [3, 3, 3, 3, 2, 3]),
        vector("one instant, right order", "ABC", "A0 B0 C0", [3, 3, 1, 3, 3, 3]),
        vector("one instant, wrong order", "ABC", "C0 B0 A0", [3, 3, 1, 1, 3, 3]),
        vector("tie between first and second", "ABC", "B5 A5 C6", [3, 3, 1, 1, 3, 3]),
        vector("another event at a step's instant", "ABC", "A1 B2 X2 C5", [3, 3, 3, 3, 3, 3]),
        vector("a step twice needs two events", "AAB", "A0 B1", [1, 1, 1, 1, 1, 2]),
        vector("a step twice, once at the same instant", "AAB", "A0 A0 B1", [3, 3, 1, 3, 3, 3]),
        vector("there and back", "ABA", "A0 B1 A2", [3, 3, 3, 3, 3, 3]),
        vector("there and back with one event", "ABA", "A0 B0", [2, 2, 1, 2, 2, 2]),
        vector("nothing begins it", "ABC", "B0 C1", [0, 0, 0, 0, 0, 2]),
        vector("best of two half ways", "ABCD", "A0 B1 A9 B12 C18", [3, 2, 3, 3, 3, 3]),
    ]

    static let shared: [FunnelVector] = (try? load()) ?? []

    @Test("own vectors", arguments: own)
    func ownVectors(vector: FunnelVector) async throws {
        for rule in FunnelVectorTests.rules { try await check(vector, rule) }
    }

    @Test("shared vectors", .enabled(if: SharedData.isPresent))
    func sharedVectors() async throws {
        #expect(FunnelVectorTests.shared.count == 208)
        for vector in FunnelVectorTests.shared {
            for rule in FunnelVectorTests.rules { try await check(vector, rule) }
        }
    }

    private func check(_ vector: FunnelVector, _ rule: String) async throws {
        let query = try #require(vector.query(rule))
        let depth = try await vector.depth(query)
        #expect(depth == vector.expected[rule], "\(vector.name), \(rule)")
        let records = vector.events.map {
            EventRecord(
                time: Timestamp(milliseconds: $0.time),
                dimensions: [NamedValue(Dimension.touchpoint, $0.touchpoint)]
            )
        }
        let reference = ReferenceFunnel(query, records).outcomes().first?.depth ?? 0
        #expect(reference == vector.expected[rule], "reference: \(vector.name), \(rule)")
    }

    private static func vector(_ name: String, _ steps: String, _ events: String, _ depths: [Int]) -> FunnelVector {
        FunnelVector(
            name: name,
            steps: steps.map { String($0) },
            window: 10,
            events: events.split(separator: " ").map { (Int64($0.dropFirst()) ?? 0, String($0.prefix(1))) },
            expected: Dictionary(uniqueKeysWithValues: zip(rules, depths))
        )
    }

    private static func load() throws -> [FunnelVector] {
        let data = try Data(contentsOf: SharedData.url("vectors/funnel.json"))
        let file = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let vectors = file?["vectors"] as? [[String: Any]] ?? []
        return vectors.compactMap { vector in
            guard let name = vector["name"] as? String, let steps = vector["steps"] as? [String],
                let window = vector["window"] as? Int, let events = vector["events"] as? [[Any]],
                let expected = vector["expected"] as? [String: Int]
            else { return nil }
            return FunnelVector(
                name: name,
                steps: steps,
                window: Int64(window),
                events: events.compactMap { event in
                    guard let time = event.first as? Int, let touchpoint = event.last as? String else { return nil }
                    return (Int64(time), touchpoint)
                },
                expected: expected
            )
        }
    }
}

import Foundation
import JourneyModel
import Testing

@testable import Tallies

@Suite("Tallies that are lists")
struct ListTalliesTests {
    private static let scope = ScopeTally(
        unit: .person,
        horizon: nil,
        events: 0,
        subjects: 0,
        eventsWithoutSubject: 0,
        notes: []
    )

    private func names(_ names: [String]) -> Vocabulary { Vocabulary(Set(names.map { ValueName($0) })) }

    @Test("the largest come first, of equal ones the earlier", arguments: 0..<20)
    func ranking(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let sizes = (0..<random.below(3000)).map { _ in random.below(50) }
        let all = sizes.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
        for most in [-1, 0, 1, 7, 1000, 1001, .max] {
            #expect(largest(most, of: sizes.count) { sizes[$0] } == Array(all.prefix(max(0, most))))
        }
    }

    @Test("a union has the names of both in order, and says which is which")
    func union() {
        let (left, right) = (names(["b", "d", "e"]), Vocabulary([.missing, ValueName("a"), ValueName("d")]))
        let both = Vocabulary.union(left, right)
        #expect(both.names == Vocabulary(Set(left.names).union(right.names)))
        #expect(both.left.map { both.names.names[Int($0)] } == left.names)
        #expect(both.right.map { both.names.names[Int($0)] } == right.names)
    }

    @Test("transitions add up by name, whatever numbers they have")
    func transitions() throws {
        var one = TransitionCounts(names(["b", "c"]), [.init(from: 0, to: 1, count: 2, subjects: 1)])
        let other = TransitionCounts(
            names(["a", "b", "c"]),
            [.init(from: 1, to: 2, count: 3, subjects: 2), .init(from: 0, to: 0, count: 9, subjects: 1)]
        )
        var turned = other
        turned.add(one)
        one.add(other)
        #expect(one == turned)
        #expect(one.occurrences == 14)
        #expect(one.top(1).map(one.pair) == [NamePair(from: ValueName("a"), to: ValueName("a"))])
        #expect(one.top(2).map(\.count) == [9, 5])
        #expect(try JSONDecoder().decode(TransitionCounts.self, from: JSONEncoder().encode(one)) == one)
    }

    @Test("sequences add up by name")
    func variants() throws {
        func tally(_ names: [String], _ paths: [([Int32], [Int64])]) -> VariantsTally {
            var tally = VariantsTally(scope: Self.scope, names: self.names(names), size: (0, 0, 0))
            for (path, spans) in paths { tally.append(path[...], spans[...]) }
            return tally
        }
        var one = tally(["b", "c"], [([0], [5]), ([0, 1], [7, 3])])
        let other = tally(["a", "b"], [([0], [1]), ([1], [2, 9]), ([1, 0], [4])])
        var turned = other
        turned.add(one)
        one.add(other)
        #expect(one == turned)
        #expect(one.subjects == 7)
        #expect(one.top(2).map { $0.path.map(\.text) } == [["b"], ["b", "c"]])
        #expect(one.top(2).map(\.spans) == [[2, 5, 9], [3, 7]])
        #expect(try JSONDecoder().decode(VariantsTally.self, from: JSONEncoder().encode(one)) == one)
    }

    @Test(
        "lists that do not belong together are refused",
        arguments: [
            #"{"names": ["b", "a"], "transitions": []}"#,
            #"{"names": ["a"], "transitions": [{"from": 0, "to": 1, "count": 1, "subjects": 1}]}"#,
            #"{"names": ["a"], "transitions": [{"from": -1, "to": 0, "count": 1, "subjects": 1}]}"#,
        ]
    )
    func refusedTransitions(text: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(TransitionCounts.self, from: Data(text.utf8))
        }
    }

    @Test(
        "sequences that do not belong together are refused",
        arguments: [
            #""steps": [0, 0], "lengths": [1], "counts": [1], "spans": [1]"#,
            #""steps": [0], "lengths": [1], "counts": [2], "spans": [1]"#,
            #""steps": [1], "lengths": [1], "counts": [1], "spans": [1]"#,
            #""steps": [0], "lengths": [2, -1], "counts": [0, 1], "spans": [1]"#,
            #""steps": [0], "lengths": [1], "counts": [1, 0], "spans": [1]"#,
        ]
    )
    func refusedVariants(text: String) throws {
        let scope = String(decoding: try JSONEncoder().encode(Self.scope), as: UTF8.self)
        let whole = Data(#"{"scope": \#(scope), "names": ["a"], \#(text)}"#.utf8)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(VariantsTally.self, from: whole) }
    }
}

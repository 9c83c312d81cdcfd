import Foundation
import JourneyModel
import Testing

@testable import Tallies

@Suite("What tallies are made of")
struct TallyTests {
    private func written<Value: Codable>(_ value: Value) throws -> Value {
        try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
    }

    @Test("spans are the same in any order and in any parts", arguments: 0..<20)
    func spans(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let spans = (0..<random.below(2000)).map { _ in Int64(random.below(random.below(2) == 0 ? 5 : 1_000_000)) - 2 }
        let whole = Spans(spans)
        let cut = random.below(spans.count + 1)
        var left = Spans(Array(spans[..<cut]))
        var right = Spans(Array(spans[cut...].reversed()))
        right.add(left)
        left.add(try written(Spans(Array(spans[cut...]))))
        for parts in [left, right, try written(right)] {
            #expect(parts == whole)
            #expect(parts.hashValue == whole.hashValue)
            #expect(parts.count == spans.count)
            #expect(parts.median == medianOfSpans(spans))
            #expect(parts.sorted == spans.sorted())
        }
    }

    @Test("names are one where their bytes are, and what is missing is no name")
    func names() throws {
        let (composed, decomposed) = (ValueName("\u{E9}"), ValueName("e\u{301}"))
        #expect(composed != decomposed)
        #expect(composed < decomposed || decomposed < composed)
        #expect(ValueName.missing != ValueName(Dimension.notSet))
        #expect(ValueName.missing < ValueName(""))
        #expect(try written([composed, .missing, ValueName("")]) == [composed, .missing, ValueName("")])
    }

    @Test("tables add name by name, and equal ones are written as the same bytes")
    func tables() throws {
        var table = TallyTable<ValueName, Int>([ValueName("web"): 1, .missing: 2])
        table.add(TallyTable([ValueName("web"): 3, ValueName("app"): 4]))
        let other = TallyTable([ValueName("app"): 4, .missing: 2, ValueName("web"): 4])
        #expect(table == other)
        #expect(table.sum == 10)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(try encoder.encode(table) == encoder.encode(other))
        #expect(try written(table) == other)
    }
}

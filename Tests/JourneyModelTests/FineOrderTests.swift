import JourneyModel
import Testing

@Suite("Order within a millisecond")
struct FineOrderTests {
    @Test("nanoseconds first, then the source's own order; no other sequence says any")
    func order() {
        let sequences = [
            FineOrder.sequence(nanoseconds: 1, own: .max), FineOrder.sequence(nanoseconds: 2, own: .min),
            FineOrder.sequence(nanoseconds: 2, own: -1), FineOrder.sequence(nanoseconds: 2, own: 0),
            FineOrder.sequence(nanoseconds: 2, own: 1), FineOrder.sequence(nanoseconds: 999_999, own: .max),
        ]
        #expect(sequences == sequences.sorted() && Set(sequences).count == sequences.count)
        #expect(sequences.map(FineOrder.nanoseconds) == [1, 2, 2, 2, 2, 999_999])
        #expect([.min, -1, 0, 1, 1 << 61].map(FineOrder.nanoseconds) == [0, 0, 0, 0, 0])
    }
}

@Suite("What a missing value is called")
struct NotSetTests {
    @Test("a value that is itself written so is in quotes, and no two values are called the same")
    func shown() {
        #expect(Dimension.shown("web") == "web")
        #expect(Dimension.shown("(not set)") == "\"(not set)\"")
        #expect(Dimension.shown("\"(not set)\"") == "\"\"(not set)\"\"")
        for other in ["", "\"", "\"\"", "\"(not set)", "(not set) ", "(NOT SET)", "\"web\"", ")"] {
            #expect(Dimension.shown(other) == other)
        }
    }
}

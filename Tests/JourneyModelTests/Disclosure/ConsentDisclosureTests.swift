import Testing

@testable import JourneyModel

@Suite("Consent by purpose in public (D25)")
struct ConsentDisclosureTests {
    private func shown(_ rows: [(purpose: String, granted: Int, asked: Int)]) -> [PreferencesResult.ConsentRow] {
        let consents = rows.map { row in
            PreferencesResult.ConsentRow(purpose: row.purpose, granted: .rate(row.granted, of: row.asked, .d17))
        }
        return GapsTests.preferences(consents: consents).protected(by: DisclosurePolicy()).consents
    }

    @Test("shares are of rounded counts in whole percent")
    func rounded() throws {
        let row = try #require(shown([("letters", 123, 203)]).first)
        #expect(row.granted.denominator == 205)
        #expect(row.granted.value == 0.61)
    }

    @Test("a purpose that few were asked for is not named, and the smallest other goes with it")
    func fewAsked() {
        let rows = shown([("letters", 100, 200), ("calls", 60, 90), ("the case of Ada", 3, 7)])
        #expect(rows.map(\.purpose) == ["letters"])
        #expect(shown([("a", 100, 200), ("b", 1, 4), ("c", 2, 5)]).map(\.purpose) == ["a"])
    }

    @Test("a few who agreed are hidden, and no other row gives them away")
    func fewGranted() {
        let rows = shown([("letters", 100, 200), ("calls", 4, 90), ("visits", 50, 80)])
        #expect(rows.map(\.purpose) == ["letters", "calls", "visits"])
        #expect(rows.map { $0.granted.value == nil } == [false, true, true])
    }
}

import TestSupport
import Testing
import Wording

@testable import JourneyModel

@Suite("Disclosure control, rule by rule (D25)")
struct DisclosurePolicyTests {
    private let policy = DisclosurePolicy()

    @Test("The definition's examples of rounding")
    func rounding() {
        #expect([0, 10, 12, 13, 17, 18, 103].map(policy.rounding.rounded) == [0, 10, 10, 15, 15, 20, 105])
        let midpoint = DisclosurePolicy.Rounding.midpointSix
        #expect([0, 1, 6, 7, 12, 13].map(midpoint.rounded) == [0, 3, 3, 9, 9, 15])
    }

    @Test(
        "1 to k - 1 is hidden and says so, 0 is 0",
        arguments: [2, 7, 10, 11, 25, 1000],
        DisclosurePolicy.Rounding.allCases
    )
    func smallCounts(_ threshold: Int, _ rounding: DisclosurePolicy.Rounding) {
        let policy = DisclosurePolicy(threshold: threshold, rounding: rounding)
        #expect(policy.count(0) == 0)
        for count in 1...(threshold + 60) {
            let shown = policy.count(count)
            #expect(shown.isHidden == (count < policy.lowest))
            if count < threshold { #expect(NumberText.count(shown) == "<\(policy.lowest)") }
            if !shown.isHidden {
                #expect(shown >= threshold)
                #expect(abs(shown - count) <= 3)
            }
        }
        // Two hidden parts that are k together never make a total of fewer.
        #expect(2 * policy.standIn >= threshold)
    }

    @Test("What is computed from a hidden count is hidden, and nothing overflows")
    func hiddenSpreads() {
        let hidden = policy.count(4)
        for sum in [hidden + 100, 100 - hidden, hidden + hidden, hidden + .withheld, Int.withheld + .withheld + 7] {
            #expect(sum.isHidden)
        }
        #expect(NumberText.count(hidden + 100) == "hidden")
        #expect(NumberText.count(.withheld) == "hidden")
        #expect(hidden.share(of: 100) == nil)
        #expect(20.share(of: hidden) == nil)
        #expect(Measure.rate(hidden, of: 100, .d3).value == nil)
        #expect([hidden, 20, 30].shownSum == 50)
        #expect([hidden, 0].shownSum == hidden)
        #expect(NumberText.count([hidden, hidden].shownSum) == "<20")
    }

    @Test("One hidden part alone takes the smallest other with it; the total is of what is shown")
    func parts() {
        let (shown, total) = policy.parts([50, 4, 12, 31])
        #expect(shown == [50, .hidden(below: 10), .withheld, 30])
        #expect(total == 50 + 5 + 10 + 30)
        #expect(policy.parts([50, 31, 0]).shown == [50, 30, 0])
        #expect(policy.parts([3, 4, 40]).shown == [.hidden(below: 10), .hidden(below: 10), 40])
        #expect(policy.parts([4]).total.isHidden)
        #expect(policy.parts([]).total == 0)
    }

    @Test("No total tells one hidden part from another", arguments: 1...200 as ClosedRange<UInt64>)
    func totalsTellNothing(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let exact = (0..<Int.random(in: 2...6, using: &random)).map { _ in Int.random(in: 0...40, using: &random) }
        let (shown, total) = policy.parts(exact)
        guard exact.reduce(0, +) >= 10 else { return #expect(total.isHidden || total == 0) }
        let other = exact.map { (1...9).contains($0) ? Int.random(in: 1...9, using: &random) : $0 }
        guard other.reduce(0, +) >= 10 else { return }
        #expect(policy.parts(other).shown == shown)
        #expect(policy.parts(other).total == total)
        let left = total - shown.filter { !$0.isHidden }.reduce(0, +)
        #expect(shown.contains(where: \.isHidden) ? left >= 10 : left == 0)
    }

    @Test("The rest of a group is a cell too")
    func rests() {
        // 97 of 100 and 92 of 100 look alike: fewer than ten are missing.
        #expect(policy.count(97, of: 100) == 95)
        #expect(policy.count(92, of: 100) == 95)
        #expect(policy.count(100, of: 100) == 100)
        #expect(policy.count(90, of: 100) == 90)
        #expect(policy.count(9, of: 100).isHidden)
        #expect(policy.count(11, of: 12) == .withheld)
    }

    @Test("Rates come from rounded counts in whole percent, with their interval")
    func rates() throws {
        let rate = policy.measure(.rate(33, of: 71, .d3))
        #expect(rate.numerator == 35 && rate.denominator == 70 && rate.value == 0.5)
        let wilson = wilsonInterval(35, of: 70)
        #expect(try #require(rate.low) == (wilson.low * 100).rounded(.down) / 100)
        #expect(try #require(rate.high) == (wilson.high * 100).rounded(.up) / 100)
        for hidden in [Measure.rate(9, of: 100, .d3), .rate(5, of: 9, .d3)].map({ policy.measure($0) }) {
            #expect(hidden.value == nil && hidden.numerator == nil && hidden.low == nil)
            #expect(hidden.isHidden && hidden.caveats.map(\.text) == ["hidden: fewer than 10"])
        }
        #expect(policy.measure(.rate(20, of: 20, .d3)).caveats == [.allAlike])
        #expect(policy.measure(.rate(60, of: 60, .d3)).caveats.isEmpty)
    }

    @Test("Nobody of a group is hidden, or shown, as the policy says")
    func zero() {
        let none = Measure.rate(0, of: 40, .d21)
        #expect(policy.measure(none, isOfGroup: true).isHidden)
        #expect(policy.measure(none).value == 0)
        #expect(DisclosurePolicy(zero: .shown).measure(none, isOfGroup: true).value == 0)
    }

    @Test("Means need k; costs are by the rounded number")
    func means() {
        let cost = Measure(value: 2, numerator: 94, denominator: 47, definition: .d14)
        #expect(policy.measure(cost).value == 2.09)
        #expect(policy.measure(cost).denominator == 45)
        let rating = Measure(
            value: 0.7625,
            numerator: 30.5,
            denominator: 40,
            definition: .d15,
            caveats: [.ratingsOutsideScale(4)]
        )
        #expect(policy.measure(rating).value == 0.76)
        #expect(policy.measure(rating).numerator == nil)
        #expect(policy.measure(rating).caveats.map(\.text) == ["<10 ratings outside their scale are left out"])
        #expect(policy.measure(Measure(value: 0.5, numerator: 4, denominator: 8, definition: .d15)).isHidden)
        #expect(policy.mean(3.5, of: 9) == nil)
        // Of how many this is nobody says: it is not shown.
        #expect(policy.measure(Measure(value: 3, definition: .d17)).isHidden)
    }

    @Test("What is absent stays absent for its own reason")
    func absent() {
        let absent = policy.measure(.absent(.d12, because: .nobodyStarted))
        #expect(!absent.isHidden && absent.caveats == [.nobodyStarted])
    }
}

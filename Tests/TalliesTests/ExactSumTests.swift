import Foundation
import JourneyModel
import Testing

@testable import Tallies

@Suite("Exact sums")
struct ExactSumTests {
    private func sum(_ numbers: [Double]) -> ExactSum {
        numbers.reduce(into: ExactSum()) { $0.add($1) }
    }

    /// Numbers of all sizes and both signs, many of which all but cancel out.
    private func numbers(_ count: Int, seed: UInt64) -> [Double] {
        var random = SplitMix64(seed: seed)
        var numbers: [Double] = []
        while numbers.count < count {
            let number = Double(bitPattern: random.next())
            guard number.isFinite, number.magnitude < 1e300 else { continue }
            numbers += [number, number.nextUp, -number, Double(random.below(2000) - 1000) / 10]
        }
        return numbers
    }

    @Test("what floating-point addition loses is there")
    func nothingIsLost() {
        #expect(sum([1e300, 1, -1e300]).value == 1)
        #expect(sum([1e16, 1, 1e-16, -1e16]).value == 1)
        #expect(sum(Array(repeating: 0.1, count: 10)).value == 1)
        #expect(sum([.leastNonzeroMagnitude, .leastNonzeroMagnitude]).value == 2 * Double.leastNonzeroMagnitude)
        #expect(sum([.greatestFiniteMagnitude, .greatestFiniteMagnitude]).value == .infinity)
        let most = Double.greatestFiniteMagnitude
        #expect(sum([most, most, -most]).value == most)
        #expect(sum([]).value == 0)
    }

    @Test("one number is itself", arguments: 0..<20)
    func oneNumber(seed: UInt64) {
        for number in numbers(100, seed: seed) {
            #expect(ExactSum(number).value == number)
            #expect(ExactSum(-number).value == -number)
        }
        for number in [0, 1, -1, Double.leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude, .pi] {
            #expect(ExactSum(number).value == number)
        }
    }

    @Test("rounded once, of two as near to the even one")
    func rounding() {
        let step = Double(1).ulp
        #expect(sum([1, step / 2]).value == 1)
        #expect(sum([1, step, step / 2]).value == 1 + 2 * step)
        #expect(sum([1, step / 2, .leastNonzeroMagnitude]).value == 1 + step)
        #expect(sum([1, step / 2, -.leastNonzeroMagnitude]).value == 1)
        #expect(sum([-1, -step / 2, -.leastNonzeroMagnitude]).value == -1 - step)
        #expect(sum([2 - step, step / 2]).value == 2)
    }

    @Test("whole numbers add up as whole numbers do", arguments: 0..<20)
    func wholeNumbers(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let numbers = (0..<500).map { _ in random.below(1 << 50) - 1 << 49 }
        #expect(sum(numbers.map(Double.init)).value == Double(numbers.reduce(0, +)))
    }

    @Test("the same in any order, in any parts, and after writing", arguments: 0..<30)
    func orderAndParts(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let numbers = numbers(60, seed: seed)
        let whole = sum(numbers)
        #expect(sum(numbers.shuffled(using: &random)) == whole)
        let cut = random.below(numbers.count)
        var (left, right) = (sum(Array(numbers[..<cut])), sum(Array(numbers[cut...])))
        let written = try JSONDecoder().decode(ExactSum.self, from: JSONEncoder().encode(right))
        #expect(written == right)
        right.add(left)
        left.add(written)
        #expect(left == whole)
        #expect(right == whole)
        #expect(left.value == whole.value)
    }

    @Test("what no sum can take up decides alone")
    func strangeNumbers() throws {
        #expect(sum([.infinity, -1e308]).value == .infinity)
        #expect(sum([-.infinity, 1]).value == -.infinity)
        #expect(sum([.infinity, -.infinity]).value.isNaN)
        #expect(sum([.nan, 1]).value.isNaN)
        let written = try JSONDecoder().decode(ExactSum.self, from: JSONEncoder().encode(sum([.infinity, 2])))
        #expect(written == sum([2, .infinity]))
    }

    @Test(
        "what is no sum is refused",
        arguments: [
            #"{"lowest": 35, "words": []}"#, #"{"lowest": -1, "words": [1]}"#, #"{"lowest": 33, "words": [1, 2]}"#,
        ]
    )
    func noSum(text: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(ExactSum.self, from: Data(text.utf8)) }
    }
}

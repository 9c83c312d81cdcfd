import Foundation
import JourneyModel
import Testing

@testable import Reports

@Test(arguments: [
    (1.0, "1"), (0.1, "0.1"), (-0.0, "0"), (1e300, "1e+300"), (0.396551724137931, "0.396551724137931"),
    (.leastNonzeroMagnitude, "5e-324"), (9_007_199_254_740_992, "9007199254740992.0"), (-2.5, "-2.5"), (.nan, "null"),
    (.infinity, "null"),
])
func numbersAreShortAndReadBack(number: Double, text: String) {
    #expect(JSONValue.numberText(number) == text)
    if number.isFinite { #expect(Double(text) == number) }
}

@Test func randomNumbersReadBackExactly() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<2000 {
        let number = Double(bitPattern: random.next())
        guard number.isFinite else { continue }
        #expect(Double(JSONValue.numberText(number)) == number)
    }
}

@Test func stringsAreEscapedAndReadBack() throws {
    let hostile = "a\"b\\c\n\r\t\u{0}\u{1B}]52;c;aGk=\u{7}\u{9B}31m\u{202E}\u{2028}é😀\r\n"
    let text = JSONValue.array([.string(hostile)]).text
    #expect(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String] == [hostile])
    let dangerous = text.dropLast().unicodeScalars.filter { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
    #expect(dangerous.isEmpty)
    #expect(!text.unicodeScalars.contains("\u{202E}"))
}

@Test func keysKeepTheirOrderAndShortThingsStayOnALine() {
    let value: JSONValue = ["b": 1.json, "a": [1.json, .null], "c": [:]]
    #expect(value.text == "{\"b\": 1, \"a\": [1, null], \"c\": {}}\n")
}

@Test func longThingsAreLaidOutALevelAtATime() {
    let long = String(repeating: "x", count: 160)
    let value: JSONValue = ["list": [.string(long), 2.json], "empty": []]
    #expect(value.text == "{\n  \"list\": [\n    \"\(long)\",\n    2\n  ],\n  \"empty\": []\n}\n")
}

@Test(arguments: Samples.all.map(\.name))
func everyAnswersTextReadsBack(name: String) throws {
    let json = try #require(Samples.all.first { $0.name == name }?.answer.json)
    #expect(try JSONSerialization.jsonObject(with: Data(json.text.utf8)) is NSDictionary)
}

extension Int {
    fileprivate var json: JSONValue { .integer(self) }
}

@Test func whatAnObjectHasIsNotAddedAgain() {
    let object: JSONValue = ["demo": .bool(false), "n": .integer(1)]
    #expect(object.adding(["demo": .bool(true), "m": .null]) == ["demo": .bool(false), "n": .integer(1), "m": .null])
    // A store says itself that its data is made up.
    let demo = Samples.store.rendered(as: .json, from: ReportOrigin(isDemo: true))
    #expect(demo.ranges(of: "\"demo\":").count == 1)
}

import Spelling
import Testing

@Suite("How far a typed word is from what there is")
struct SpellingTests {
    @Test(arguments: [
        ("kitten", "sitting", 3), ("", "abc", 3), ("web", "web", 0), ("tiem", "time", 1), ("abc", "", 3),
        ("ca", "abc", 3),
    ])
    func distance(left: String, right: String, expected: Int) {
        #expect(Spelling.distance(Array(left), Array(right)) == expected)
        #expect(Spelling.distance(Array(right.utf8), Array(left.utf8)) == expected)
    }

    @Test func theNearestComeFirstAndFarOnesNotAtAll() {
        #expect(Spelling.nearest(to: "tiem", among: ["time", "end", "person"]) == ["time"])
        #expect(Spelling.nearest(to: "zzzz", among: ["time", "end"]).isEmpty)
        #expect(Spelling.nearest(to: "Persn", among: ["parson", "person", "persona"], count: 3) == ["person"])
        #expect(Spelling.question("chanel", among: ["channel", "time"]) == "Did you mean channel? ")
        #expect(Spelling.question("zzzz", among: ["channel"]).isEmpty)
    }
}

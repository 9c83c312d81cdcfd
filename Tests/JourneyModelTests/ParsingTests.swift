import JourneyModel
import Testing

@Suite("Steps and filters as people type them")
struct ParsingTests {
    @Test("Alternatives, optional steps, filters and escapes")
    func steps() throws {
        #expect(try FunnelStep(parsing: "submit").alternatives == [StepPredicate(touchpoint: "submit")])
        #expect(try FunnelStep(parsing: "web form|paper form").alternatives.count == 2)
        #expect(try FunnelStep(parsing: "upload?").isOptional)
        let filtered = try FunnelStep(parsing: "A[service=passport][channel!=post,sms]|B?")
        #expect(filtered.alternatives[0].filters.count == 2)
        #expect(filtered.alternatives[0].filters[1].isNegated)
        #expect(filtered.alternatives[0].filters[1].values == ["post", "sms"])
        #expect(filtered.alternatives[1] == StepPredicate(touchpoint: "B"))
        let escaped = try FunnelStep(parsing: #"really\?\|yes\[1\]"#)
        #expect(escaped.alternatives == [StepPredicate(touchpoint: "really?|yes[1]")])
        #expect(!escaped.isOptional)
    }

    @Test("What cannot be read says so", arguments: ["", "|A", "A|", "A[service]", "A[service=x", "A?B", "A]x?y"])
    func badSteps(text: String) {
        #expect(throws: ParsingError.self) { try FunnelStep(parsing: text) }
    }

    @Test("A step's text is read back as the same step", arguments: ["A", "A|B?", #"a\|b[x=1]|c\?"#, #"d[y!=p\,q]?"#])
    func roundTrip(text: String) throws {
        let step = try FunnelStep(parsing: text)
        #expect(try FunnelStep(parsing: step.text) == step)
    }
}

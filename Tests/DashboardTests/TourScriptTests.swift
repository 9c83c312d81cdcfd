import Canvas
import JourneyModel
import Testing

@testable import Dashboard

struct TourScriptTests {
    @Test("Every command, remarks, blank lines and captions over several lines")
    func reads() {
        let (script, problems) = TourScript.reading(
            """
            \u{FEFF}# A tour.
            screen 2

            caption Half of them
            caption never finish.
                point   41.3%\t
            key page-down
            type Hello, town
            screen preferences
            pause 1.5s
            key #
            pause 500ms
            wait
            reset
            """
        )
        #expect(problems.isEmpty)
        #expect(
            script.steps == [
                .init(command: .screen(.funnel), line: 2),
                .init(command: .caption("Half of them never finish."), line: 4),
                .init(command: .point("41.3%"), line: 6), .init(command: .key(.pageDown), line: 7),
                .init(command: .type("Hello, town"), line: 8), .init(command: .screen(.preferences), line: 9),
                .init(command: .pause(1500), line: 10), .init(command: .key(.character("#")), line: 11),
                .init(command: .pause(500), line: 12), .init(command: .wait, line: 13),
                .init(command: .reset, line: 14),
            ]
        )
        #expect(script.stops == 1)
    }

    @Test(
        "What is wrong has a line, says what, and has a way out",
        arguments: [
            ("caption a\nfoo bar", 2, "'foo' is no command"), ("caption", 1, "'caption' needs a text"),
            ("caption a\nkey nonsense", 2, "'nonsense' is no key"), ("caption a\nkey", 2, "'' is no key"),
            ("caption a\nscreen 9", 2, "'9' is no screen"), ("caption a\npause 3", 2, "'3' is no pause"),
            ("caption a\npause 3h", 2, "'3h' is no pause"), ("caption a\npause 0s", 2, "'0s' is no pause"),
            ("caption a\npause 1e9s", 2, "'1e9s' is no pause"), ("caption a\npause .s", 2, "'.s' is no pause"),
            ("caption a\nwait 3s", 2, "'wait' takes nothing"), ("# nothing", 1, "there is no caption in it"),
            ("caption a\nkey f\ncaption b", 1, "this caption is gone as soon as it is there"),
            ("Caption a", 1, "'Caption' is no command"),
        ]
    )
    func complains(_ text: String, _ line: Int, _ message: String) throws {
        let problem = try #require(TourScript.reading(text).problems.first)
        #expect(problem.line == line)
        #expect(problem.message == message)
        #expect(!problem.hint.isEmpty)
    }

    @Test("A caption longer than a small screen takes, and the length that it takes")
    func longCaptions() {
        let longest = "caption " + String(repeating: "a", count: TourScript.longestCaption)
        #expect(TourScript.reading(longest).problems.isEmpty)
        #expect(TourScript.reading(longest + "b").problems.map(\.line) == [1])
    }

    @Test("All problems come, in the order of the lines, whatever ends a line")
    func allProblems() {
        let problems = TourScript.reading("nope\r\ncaption a\r\nkey ??\r\ncaption b\r\nwait\r\nscreen 77").problems
        #expect(problems.map(\.line) == [1, 2, 3, 6])
    }

    @Test("Random bytes are read without harm", arguments: 1...200 as ClosedRange<UInt64>)
    func random(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let words = [
            "caption ", "key ", "pause ", "wait", "\n", "\r\n", " ", "3s", "#", "screen 2", "\u{1B}[2J", "é", "\0",
            "-1s",
        ]
        let text = (0..<60).map { _ in words.randomElement(using: &random) ?? "" }.joined()
        let (script, problems) = TourScript.reading(text)
        #expect(script.stops > 0 || !problems.isEmpty)
    }
}

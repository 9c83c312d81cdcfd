import Canvas
import Terminal
import Testing

/// What a terminal is trusted with; only the last two tests ask this machine's database.
@Suite(.serialized) struct TerminalCapabilitiesTests {
    typealias Facts = TerminalCapabilities.Facts

    private func capabilities(
        _ environment: [String: String],
        _ options: TerminalOptions = TerminalOptions(),
        colours: Int = 256,
        direct: Set<String> = []
    ) throws -> TerminalCapabilities {
        try TerminalCapabilities(environment: environment, options: options) { name in
            Facts(colours: direct.contains(name) ? 1 << 24 : colours, hasDirectColour: direct.contains(name))
        }
    }

    @Test(arguments: [
        (0, ColourDepth.none), (2, .none), (8, .eight), (16, .sixteen), (88, .sixteen), (256, .indexed),
    ])
    func depthIsWhatTheDatabaseSays(colours: Int, depth: ColourDepth) throws {
        #expect(try capabilities(["TERM": "x"], colours: colours).depth == depth)
    }

    @Test(arguments: [
        (TerminalOptions.ColourChoice.auto, "1", ColourDepth.none), (.auto, "0", .none), (.auto, "", .indexed),
        (.always, "1", .indexed), (.never, "", .none),
    ])
    func noColourIsObeyed(choice: TerminalOptions.ColourChoice, noColour: String, depth: ColourDepth) throws {
        let found = try capabilities(["TERM": "x", "NO_COLOR": noColour], TerminalOptions(colour: choice))
        #expect(found.depth == depth)
    }

    @Test func directColourNeedsBothTheTerminalsWordAndAnEntry() throws {
        let environment = ["TERM": "xterm-256color", "COLORTERM": "truecolor"]
        let with = try capabilities(environment, direct: ["xterm-direct"])
        #expect(with.term == "xterm-direct")
        #expect(with.depth == .direct)
        let without = try capabilities(environment)
        #expect(without.term == "xterm-256color")
        #expect(without.depth == .indexed)
        let silent = try capabilities(["TERM": "xterm-256color"], direct: ["xterm-direct"])
        #expect(silent.depth == .indexed)
        let colourless = try capabilities(environment, TerminalOptions(colour: .never), direct: ["xterm-direct"])
        #expect(colourless.term == "xterm-256color")
        #expect(colourless.depth == .none)
    }

    @Test(arguments: [
        (["LANG": "en_GB.UTF-8"], "xterm", GlyphSet.unicode), (["LANG": "C"], "xterm", .ascii), ([:], "xterm", .ascii),
        (["LANG": "C", "LC_ALL": "C.utf8"], "xterm", .unicode),
        (["LANG": "en_GB.UTF-8", "LC_ALL": "C"], "xterm", .ascii),
        (["LANG": "C", "LC_CTYPE": "de_DE.UTF-8", "LC_ALL": ""], "xterm", .unicode),
        (["LANG": "en_GB.UTF-8"], "linux", .ascii), (["LANG": "en_GB.UTF-8"], "vt100", .ascii),
        (["LANG": "en_GB.UTF-8"], "vte-256color", .unicode),
    ])
    func glyphsFollowTheLocaleAndTheTerminal(locale: [String: String], term: String, glyphs: GlyphSet) throws {
        let environment = locale.merging(["TERM": term]) { $1 }
        #expect(try capabilities(environment).glyphs == glyphs)
        #expect(try capabilities(environment, TerminalOptions(glyphs: .unicode)).glyphs == .unicode)
        #expect(try capabilities(environment, TerminalOptions(glyphs: .ascii)).glyphs == .ascii)
    }

    @Test(arguments: [
        ("15;0", Theme.Base.dark), ("0;15", .light), ("0;default;15", .light), ("7;8", .dark), ("15;default", nil),
        ("", nil),
    ])
    func theGroundIsToldBySome(value: String, ground: Theme.Base?) throws {
        #expect(try capabilities(["TERM": "rxvt", "COLORFGBG": value]).ground == ground)
    }

    @Test func whatCannotBeDrawnOnIsRefusedWithAWayOut() {
        let cases: [(environment: [String: String], facts: Facts, error: TerminalError)] = [
            ([:], Facts(colours: 8), .noName),
            (["TERM": ""], Facts(colours: 8), .noName),
            (["TERM": "nope"], Facts(entry: .unknown, colours: 0), .unknown(name: "nope")),
            (["TERM": "dumb"], Facts(isAddressable: false, colours: 0), .dumb(name: "dumb")),
            (["TERM": "xterm"], Facts(entry: .noDatabase, colours: 0), .noDatabase),
        ]
        for (environment, facts, error) in cases {
            #expect(throws: error) {
                try TerminalCapabilities(environment: environment, options: TerminalOptions()) { _ in facts }
            }
            #expect(!error.description.isEmpty && !error.hint.isEmpty)
        }
    }

    @Test func theDatabaseKnowsTheUsualTerminals() {
        let facts = TerminalCapabilities.facts(of: "xterm-256color")
        #expect(facts == Facts(colours: 256))
        #expect(TerminalCapabilities.facts(of: "vt100") == Facts(colours: 0))
    }

    @Test func theDatabaseTellsDumbFromUnknown() {
        #expect(!TerminalCapabilities.facts(of: "dumb").isAddressable)
        #expect(TerminalCapabilities.facts(of: "no-such-terminal").entry == .unknown)
    }
}

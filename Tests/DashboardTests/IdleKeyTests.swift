import Canvas
import JourneyModel
import Testing

@testable import Dashboard

/// No key is dead without a word, but those that KEYS.md lists.
struct IdleKeyTests {
    @Test(
        "A key that does nothing says so in a line",
        arguments: [
            (["f5"], "f5 does nothing; ? lists the keys that work here"),
            (["insert"], "ins does nothing; ? lists the keys that work here"),
            (["n"], "n next match: there is nothing here for it"),
            (["w"], "w window: only on Funnel"),
            (["1"], "Overview is on the screen"),
            (["backspace"], "backspace back: this is the top; q leaves"),
            (["f", "f5"], "f5 does nothing in this list"),
            (["f", "z", "z", "z", "enter"], "↵: no row fits what was typed"),
            (["/", "tab"], "tab does nothing in this field"),
            (["/", "down"], "↓ does nothing in this field"),
            (["S", "ctrl-g"], "ctrl-g does nothing in this field"),
        ]
    )
    func said(_ keys: [String], _ words: String) {
        var state = DashboardState.sample()
        for key in keys { state.press(key) }
        #expect(state.message == words)
        #expect(state.screenText.contains(words))
    }

    @Test("Without a word: at an end of rows and fields, and esc at the top")
    func silent() {
        for keys in [["escape"], ["home", "up"], ["end", "down"], ["f", "up"], ["/", "backspace"], ["S", "left"]] {
            var state = DashboardState.sample()
            for key in keys { state.press(key) }
            #expect(state.message == nil, "\(keys)")
        }
    }

    @Test("What is pasted where there is no field is said to be lost")
    func paste() {
        var state = DashboardState.sample()
        _ = state.update(.input(.paste("quick")))
        #expect(state.message == "nothing was pasted: there is no field here, or no room in it")
        state.press("/")
        _ = state.update(.input(.paste("housing")))
        #expect(state.message == nil)
    }

    @Test("A text that is scrolled stops at its end, and goes back at once")
    func texts() {
        let size = Size(width: 80, height: 24)
        var state = DashboardState.sample(size: size)
        state.press("r")
        state.press("end")
        let end = state.lines(80, 24)
        for _ in 0..<20 { state.press("j") }
        #expect(state.lines(80, 24) == end)
        state.press("k")
        #expect(state.lines(80, 24) != end)
        state.press("down")
        #expect(state.lines(80, 24) == end)
    }

    @Test("Painting anew works over lists, fields and texts, and leaves all as it is", arguments: ["ctrl-l", "ctrl-r"])
    func redraw(_ key: String) {
        for opening in [
            [], ["f"], ["/"], ["r"], ["i"], ["?"], ["S"], ["x", "enter"], ["2", "s"], ["2", "s", "tab"], ["n"],
        ] {
            var state = DashboardState.sample()
            for key in opening { state.press(key) }
            let before = state
            #expect(state.press(key) == [.redraw], "\(opening)")
            #expect(state == before, "\(opening)")
        }
    }

    @Test("In a tour too")
    func tour() {
        var state = DashboardState.sample()
        let script = TourScript.reading("caption One stop.\nwait\n").script
        var tour = Tour(script, from: state)
        state.settle(tour.start(on: &state))
        _ = tour.update(.input(.key(.character("x"))), on: &state)
        #expect(state.message?.hasPrefix("x does nothing in a tour") == true)
        _ = tour.update(.input(.key(.right)), on: &state)
        #expect(state.message == nil)
        _ = tour.update(.input(.key(.right)), on: &state)
        #expect(state.message?.hasPrefix("this is the end of the tour") == true)
        #expect(tour.update(.input(.key(.ctrl("l"))), on: &state) == [.redraw])
        #expect(state.message?.hasPrefix("this is the end of the tour") == true)
    }

    private static let keys: [Key] =
        "abcdefghijklmnopqrstuvwxyzTVSOGNJKZ0123456789?/:|<>! ".map { Key.character($0) } + [
            .enter, .enter, .enter, .escape, .escape, .backspace, .tab, .backTab, .up, .down, .left, .right, .home,
            .end,
            .pageUp, .pageDown, .delete, .insert, .function(1), .function(7),
        ] + "abdefgklnpqruwx".map { Key.ctrl($0) }

    /// As KEYS.md has them.
    private static let mayBeSilent: Set<Key> = Set(
        [.escape, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown]
            + "jkgG".map { Key.character($0) } + "abdefknpuw".map { Key.ctrl($0) }
    )

    @Test("Whatever is pressed does something or says why not", arguments: 1...6 as ClosedRange<UInt64>)
    func anyKey(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let screens: [ScreenID] = [.overview, .funnel, .paths, .channels, .preferences, .maturity, .data]
        var state = DashboardState.sample(screens[Int(seed) % screens.count])
        for _ in 0..<3000 {
            guard let key = Self.keys.randomElement(using: &random) else { continue }
            let before = state
            let effects = state.update(.input(.key(key)))
            var now = state
            now.message = before.message
            let isSilent = effects.isEmpty && now == before && state.message == nil
            if isSilent {
                #expect(
                    Self.mayBeSilent.contains(key),
                    "\(key) on \(before.screenID), \(String(describing: before.overlay))"
                )
            }
            let others = state.settle(effects)
            // A workshop would be over.
            if others.contains(.quit) { state = DashboardState.sample(screens.randomElement(using: &random) ?? .data) }
        }
    }
}

import Canvas
import Testing

@testable import Dashboard

/// `--keys`: the key pressed last, with what it did.
struct KeyEchoTests {
    private func state(_ screen: ScreenID = .overview) -> DashboardState {
        var state = DashboardState.sample(screen)
        state.echoesKeys = true
        return state
    }

    @Test(
        "Each key with its name, on screens and in what lies over them",
        arguments: [
            (["2"], "2", "Funnel"), (["j"], "j", "down"), (["end"], "end", "last"), (["f"], "f", "filter"),
            (["N"], "N", "does nothing here"), (["home", "k"], "k", "up: no effect"), (["Z"], "Z", "redo: not now"),
            (["f5"], "f5", "does nothing here"), (["f", "c"], "c", "type"), (["f", "down"], "\u{2193}", "down"),
            (["f", "enter"], "\u{21B5}", "choose"), (["f", "escape"], "esc", "cancel"),
            (["f", "f5"], "f5", "does nothing here"),
            (["f", "c", "backspace"], "backspace", "edit"), (["r", "j"], "j", "scroll: no effect"),
            (["r", "x"], "x", "close"),
            (["/", "a"], "a", "type"), (["/", "enter"], "\u{21B5}", "find"), (["?", "p"], "p", "type"),
            (["x", "enter", "enter"], "\u{21B5}", "write"), (["S", "escape"], "esc", "cancel"),
        ]
    )
    func names(_ keys: [String], _ key: String, _ action: String) throws {
        var state = state()
        for name in keys { state.press(name) }
        let footer = try #require(state.lines(120, 36).last)
        #expect(footer.hasSuffix(" \(key)  \(action)"), "\(footer)")
    }

    @Test("The builder's keys are named as its last line names them")
    func builder() {
        var state = state(.funnel)
        state.press("s")
        state.press("tab")
        #expect(state.echo?.action == "the funnel, to keep it")
        state.press("d")
        #expect(state.echo == KeyEcho(key: .character("d"), action: "remove"))
    }

    @Test("It stays until the next key and covers nothing but the end of the footer", arguments: Shot.all)
    func place(_ shot: Shot) {
        let size = Size(width: 80, height: 24)
        let plain = shot.state(size)
        var echoing = plain
        echoing.echoesKeys = true
        echoing.echo = KeyEcho(key: .character("b"), action: "break down")
        _ = echoing.update(.tick(dataAge: 20_000))
        let (without, with) = (plain.lines(80, 24), echoing.lines(80, 24))
        #expect(with.dropLast() == without.dropLast())
        #expect(with.last?.hasSuffix(" b  break down") == true)
    }

    @Test("The footer keeps its place for it: hints do not move when a key comes")
    func calm() throws {
        var state = state()
        let before = try #require(state.lines(120, 36).last)
        state.press("Z")
        let after = try #require(state.lines(120, 36).last)
        #expect(after.hasPrefix(before))
        #expect(before.count < 120 - KeyEcho.room(120) + 1)
    }

    @Test("Without --keys nothing is kept")
    func off() {
        var state = DashboardState.sample()
        state.press("j")
        #expect(state.echo == nil)
    }
}

import Canvas
import JourneyModel
import Testing

@testable import Dashboard

struct PlacesTests {
    /// Every place of both screens, at any size and in both glyph sets: the grid has the size asked for, ASCII is ASCII,
    /// and the same state draws the same grid.
    @Test(arguments: [ScreenID.preferences, .maturity])
    func anyPlaceAtAnySize(_ screen: ScreenID) {
        var random = SplitMix64(seed: 5)
        let keys = [
            "enter", "escape", "down", "up", "tab", "left", "right", "v", "c", "g", "m", "h", "s", "end", "home",
        ]
        var state = DashboardState.sample(screen)
        for step in 0..<400 {
            state.press(keys[Int.random(in: 0..<keys.count, using: &random)])
            if state.stack.count > 4 { state.stack = [state.stack[0]] }
            let size = Size(
                width: Int.random(in: 1..<210, using: &random),
                height: Int.random(in: 1..<70, using: &random)
            )
            let glyphs: GlyphSet = step % 2 == 0 ? .unicode : .ascii
            let canvas = state.view(size: size, glyphs: glyphs)
            #expect(canvas.grid.width == size.width && canvas.grid.height == size.height)
            #expect(canvas.grid.text == state.lines(size.width, size.height, glyphs))
            if glyphs == .ascii {
                let isASCII = canvas.grid.text.allSatisfy { $0.allSatisfy(\.isASCII) }
                #expect(isASCII)
            }
        }
    }
}

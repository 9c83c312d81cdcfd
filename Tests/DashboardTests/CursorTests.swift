import Canvas
import Testing

@testable import Dashboard

/// Screen readers and braille displays follow the terminal's cursor: it stands on the selected row.
struct CursorTests {
    @Test(arguments: [ScreenID.overview, .funnel, .paths, .channels, .preferences, .maturity, .data])
    func itStandsOnTheSelectedRow(_ screen: ScreenID) throws {
        var state = DashboardState.sample(screen)
        var rows: Set<Int> = []
        for key in ["home", "down", "down", "up", "tab", "down", "enter", "down", "escape"] {
            state.press(key)
            guard state.cursor(panel: state.place.panel) != nil else { continue }
            let canvas = state.view(size: Size(width: 120, height: 36), glyphs: .unicode)
            let cursor = try #require(canvas.cursor, "no cursor after \(key)")
            #expect(canvas.grid[cursor.x, cursor.y].text == GlyphSet.unicode.marker, "after \(key)")
            rows.insert(cursor.y)
        }
        #expect(rows.count > 1)
    }

    @Test func itStandsWhereTextIsTyped() throws {
        var state = DashboardState.sample(.overview)
        state.press("/")
        state.type("ho")
        let canvas = state.view(size: Size(width: 120, height: 36), glyphs: .unicode)
        let cursor = try #require(canvas.cursor)
        #expect(cursor.isVisible)
        #expect(cursor.y == 35)
        #expect(canvas.grid[cursor.x - 1, cursor.y].text == "o")
    }

    @Test(arguments: ["r", "i"])
    func itStandsAtTheBeginningOfATextLaidOver(_ key: String) throws {
        var state = DashboardState.sample(.overview)
        state.press(key)
        let canvas = state.view(size: Size(width: 120, height: 36), glyphs: .unicode)
        let cursor = try #require(canvas.cursor)
        #expect(canvas.grid[cursor.x, cursor.y].text != " ")
        #expect(canvas.grid[cursor.x, cursor.y - 1].text == " ")
    }
}

import Canvas
import Testing

@Suite("A grid as bytes")
struct GridBytesTests {
    @Test("comes back as it was")
    func roundTrip() {
        var canvas = Canvas(width: 20, height: 3)
        canvas.text("café 東京 👍🏽 x", .accent.bold)
        let grid = canvas.grid
        #expect(Grid(bytes: grid.bytes) == grid)
    }

    @Test("bytes that are no grid are nil, and no control character comes out of a file")
    func hostile() throws {
        let grid = Grid(width: 2, height: 1)
        #expect(Grid(bytes: []) == nil)
        #expect(Grid(bytes: Array(grid.bytes.dropLast())) == nil)
        #expect(Grid(bytes: grid.bytes + [0]) == nil)
        let escape = try #require(Grid(bytes: [1, 0, 1, 0, 0, 0, 1, 0x1B]))
        #expect(escape[0, 0].text != "\u{1B}")
    }
}

import Canvas
import Testing

@Suite("A screen as a picture")
struct GridPictureTests {
    @Test("Text from data is escaped, blocks are drawn, colours are the theme's")
    func svg() throws {
        var canvas = Canvas(width: 12, height: 2)
        canvas.text("<b> & █", x: 0, y: 0)
        canvas.bar(Bar(0.5), x: 0, y: 1, width: 4)
        let svg = GridPicture(canvas.grid, theme: try ThemeLibrary(folders: []).theme(named: "dark")).svg
        #expect(svg.contains("&lt;b&gt;"))
        #expect(svg.contains("&amp;"))
        #expect(!svg.contains("<b>"))
        #expect(svg.hasPrefix("<svg"))
        #expect(svg.hasSuffix("</svg>\n"))
        // Two full blocks of the bar are one rectangle.
        #expect(svg.split(separator: "width=\"16.8\" height=\"14.88\"").count == 2)
    }
}

import JourneyModel
import Testing

@testable import Canvas

@Suite struct ColourTests {
    @Test(arguments: [
        ("#000000", 16), ("#ffffff", 231), ("#ff0000", 196), ("#5f87af", 67), ("#080808", 232), ("#767676", 243),
    ])
    func exactColoursOfThePaletteAreFound(hex: String, index: Int) throws {
        let rgb = try #require(RGB(hex: hex))
        #expect(IndexedColours.nearest(rgb) == index)
    }

    /// No colour that users redefine is chosen, and none is further than the obvious search says.
    @Test func nearestIsNearest() {
        var random = SplitMix64(seed: 5)
        for _ in 0..<300 {
            let rgb = RGB(
                .random(in: 0...255, using: &random),
                .random(in: 0...255, using: &random),
                .random(in: 0...255, using: &random)
            )
            let found = IndexedColours.nearest(rgb)
            #expect((16...255).contains(found))
            let best = IndexedColours.all.map { $0.rgb.distance(to: rgb) }.min()
            #expect(IndexedColours.all.first { $0.index == found }?.rgb.distance(to: rgb) == best)
        }
    }

    @Test(arguments: ["#12345", "123456", "#1234567", "#12345g", "#+12345", "", "#"])
    func whatIsNoColourIsRefused(hex: String) {
        #expect(RGB(hex: hex) == nil)
    }

    @Test func contrastIsThatOfWCAG() {
        #expect(Contrast.ratio(RGB(0, 0, 0), RGB(255, 255, 255)) == 21)
        #expect(Contrast.ratio(RGB(10, 20, 30), RGB(10, 20, 30)) == 1)
        // The greys that WCAG's own examples give as just passing and just failing on white.
        #expect(Contrast.ratio(RGB(0x76, 0x76, 0x76), RGB(255, 255, 255)) >= 4.5)
        #expect(Contrast.ratio(RGB(0x77, 0x77, 0x77), RGB(255, 255, 255)) < 4.5)
    }

    @Test func lesserTerminalsGetLess() throws {
        let theme = try ThemeLibrary(folders: []).theme(named: "dark")
        #expect(
            theme.rendition(.accent, depth: .none)
                == Rendition(foreground: .standard, background: .standard, attributes: [])
        )
        #expect(theme.rendition(.figure, depth: .none).attributes == .bold)
        guard case .index(let basic) = theme.rendition(.accent, depth: .eight).foreground else {
            Issue.record("the accent has no colour on eight colours")
            return
        }
        #expect((1...6).contains(basic))
        #expect(theme.rendition(.muted, depth: .sixteen).foreground == .index(8))
        #expect(theme.rendition(.muted, depth: .eight).foreground == .standard)
        guard case .rgb = theme.rendition(.accent, depth: .direct).foreground else {
            Issue.record("the accent is not exact in direct colour")
            return
        }
    }

    @Test(arguments: ColourDepth.allCases)
    func theSelectionAlwaysShows(depth: ColourDepth) throws {
        for name in ["dark", "light"] {
            let theme = try ThemeLibrary(folders: []).theme(named: name)
            let selected = theme.rendition(.selection.reversed, depth: depth)
            #expect(selected.attributes.contains(.reverse) != (selected.background != .standard))
        }
    }

    @Test func aPickerKeepsItsGround() throws {
        let theme = try ThemeLibrary(folders: []).theme(named: "dark")
        #expect(theme.paint(.muted.adding(.raised)).background == theme[.modal].background)
        #expect(theme.paint(.muted).background == .standard)
    }
}

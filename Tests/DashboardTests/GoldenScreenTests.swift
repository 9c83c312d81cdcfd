import Canvas
import Testing

@testable import Dashboard

struct GoldenScreenTests {
    @Test(arguments: [
        (80, 24, GlyphSet.Repertoire.unicode, OverviewGolden.unicode80x24), (80, 24, .ascii, OverviewGolden.ascii80x24),
        (120, 36, .unicode, OverviewGolden.unicode120x36), (120, 36, .ascii, OverviewGolden.ascii120x36),
        (20, 5, .unicode, OverviewGolden.unicode20x5), (20, 5, .ascii, OverviewGolden.ascii20x5),
    ])
    func overview(_ width: Int, _ height: Int, _ repertoire: GlyphSet.Repertoire, _ golden: String) {
        let state = DashboardState.sample(.overview, size: Size(width: width, height: height))
        #expect(state.lines(width, height, repertoire == .ascii ? .ascii : .unicode).joined(separator: "\n") == golden)
    }

    @Test(arguments: [
        (80, 24, GlyphSet.Repertoire.unicode, FunnelGolden.unicode80x24), (80, 24, .ascii, FunnelGolden.ascii80x24),
        (120, 36, .unicode, FunnelGolden.unicode120x36), (120, 36, .ascii, FunnelGolden.ascii120x36),
        (20, 5, .unicode, FunnelGolden.unicode20x5), (20, 5, .ascii, FunnelGolden.ascii20x5),
    ])
    func funnel(_ width: Int, _ height: Int, _ repertoire: GlyphSet.Repertoire, _ golden: String) {
        let state = DashboardState.sample(.funnel, size: Size(width: width, height: height))
        #expect(state.lines(width, height, repertoire == .ascii ? .ascii : .unicode).joined(separator: "\n") == golden)
    }

    @Test(arguments: [ScreenID.overview, .funnel])
    func asciiHasNoOtherCharacter(_ screen: ScreenID) {
        let state = DashboardState.sample(screen)
        for line in state.lines(120, 36, .ascii) {
            let isASCII = line.allSatisfy { $0.isASCII }
            #expect(isASCII, "\(line)")
        }
    }
}

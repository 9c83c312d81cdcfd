import Foundation
import Testing

@testable import Canvas
@testable import Dashboard

// How every screen looks, in files under Tests/Golden/Dashboard that a person can read. After a change that is meant, run
// with CXM_UPDATE_GOLDEN=1 and look at the difference.

private let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Golden/Dashboard")

private func expectGolden(_ lines: [String], _ name: String) throws {
    let text = lines.joined(separator: "\n") + "\n"
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["CXM_UPDATE_GOLDEN"] == "1" {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
    #expect(text == String(decoding: try Data(contentsOf: file), as: UTF8.self), "\(name)")
}

private let sizes = [(80, 24), (120, 36), (200, 60), (20, 5)].map { Size(width: $0.0, height: $0.1) }

@Test(arguments: Shot.all, sizes)
func screensLookAsTheyShould(_ shot: Shot, _ size: Size) throws {
    let state = shot.state(size)
    for (glyphs, ending) in [(GlyphSet.unicode, ""), (.ascii, "-ascii")] {
        let lines = state.view(size: size, glyphs: glyphs).grid.text
        if glyphs.repertoire == .ascii {
            let isASCII = lines.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
            #expect(isASCII)
        }
        try expectGolden(lines, "\(shot.name)-\(size.width)x\(size.height)\(ending).txt")
    }
}

/// Which role each cell has, from which a theme makes its colours, and what is left of it where there are none.
@Test(arguments: Shot.all)
func screensAreStyledAsTheyShould(_ shot: Shot) throws {
    let size = Size(width: 120, height: 36)
    let grid = shot.state(size).view(size: size, glyphs: .unicode).grid
    try expectGolden(grid.styleText, "\(shot.name)-120x36-roles.txt")
    let theme = try ThemeLibrary(folders: []).theme(named: "dark")
    let mono = (0..<grid.height).map { y in
        String((0..<grid.width).map { theme.rendition(grid[$0, y].style, depth: .none).attributes.letter })
    }
    try expectGolden(mono, "\(shot.name)-120x36-mono.txt")
}

/// A stop of a tour: the dashboard, what is pointed at, and the caption below.
@Test(arguments: [Size(width: 80, height: 24), Size(width: 120, height: 36)])
func aTourLooksAsItShould(_ size: Size) throws {
    let caption = """
        caption Half of those who start never finish, and it is at the first form that most are lost: the caption stands
        caption below the figures, in lines of its own.
        point start form
        wait
        """
    var dashboard = DashboardState.sample(.funnel, size: size)
    var tour = Tour(TourScript.reading(caption).script, from: dashboard)
    #expect(tour.start(on: &dashboard).isEmpty)
    let grid = tour.view(of: dashboard, size: size, glyphs: .unicode).grid
    try expectGolden(grid.text, "tour-\(size.width)x\(size.height).txt")
    try expectGolden(grid.attributeText, "tour-\(size.width)x\(size.height)-attributes.txt")
}

/// Any size, from nothing to a wall: no crash, the size asked for, and the same state gives the same cells.
@Test(arguments: Shot.all)
func anySizeDraws(_ shot: Shot) {
    let state = shot.state(Size(width: 120, height: 36))
    for width in [0, 1, 7, 20, 59, 60, 99, 133, 300] {
        for height in [0, 1, 5, 11, 12, 24, 80] {
            let size = Size(width: width, height: height)
            let grid = state.view(size: size, glyphs: .unicode).grid
            #expect(grid.width == (width * height == 0 ? 80 : width))
            #expect(grid == state.view(size: size, glyphs: .unicode).grid)
        }
    }
}

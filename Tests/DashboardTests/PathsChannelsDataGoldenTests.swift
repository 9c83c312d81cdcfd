import Canvas
import Foundation
import Testing

@testable import Dashboard

// How Paths, Channels, Data and a list of people look, in files under Tests/Golden/Dashboard that a person can read. After a change that
// is meant, run with CXM_UPDATE_GOLDEN=1 and look at the difference.

private let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Golden/Dashboard")

private struct Shot: CustomTestStringConvertible, Sendable {
    var name: String
    var screen: ScreenID
    var keys: [String] = []

    var testDescription: String { name }

    static let all = [
        Shot(name: "paths", screen: .paths),
        Shot(name: "paths-tree", screen: .paths, keys: ["tab", "enter"]),
        Shot(name: "channels", screen: .channels),
        Shot(name: "data", screen: .data),
        Shot(name: "data-reject", screen: .data, keys: ["tab", "enter"]),
        Shot(name: "people", screen: .overview, keys: ["down", "l"]),
    ]

    var state: DashboardState {
        var state = DashboardState.sample(screen)
        for key in keys { state.press(key) }
        return state
    }
}

private let sizes = [Size(width: 80, height: 24), Size(width: 120, height: 36), Size(width: 20, height: 5)]

@Test(arguments: Shot.all, sizes)
private func screensLookAsTheyShould(_ shot: Shot, _ size: Size) throws {
    let state = shot.state
    for (glyphs, ending) in [(GlyphSet.unicode, ""), (.ascii, "-ascii")] {
        let text = state.view(size: size, glyphs: glyphs).grid.text.joined(separator: "\n") + "\n"
        if glyphs.repertoire == .ascii { #expect(text.utf8.allSatisfy { $0 < 0x80 }) }
        let file = folder.appendingPathComponent("\(shot.name)-\(size.width)x\(size.height)\(ending).txt")
        if ProcessInfo.processInfo.environment["CXM_UPDATE_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        #expect(text == String(decoding: try Data(contentsOf: file), as: UTF8.self), "\(file.lastPathComponent)")
    }
}

/// Any size, from nothing to a wall: no crash, the size asked for, and the same state gives the same cells.
@Test(arguments: Shot.all)
private func anySizeDraws(_ shot: Shot) {
    let state = shot.state
    for width in [0, 1, 7, 20, 59, 60, 61, 80, 99, 100, 133, 200, 400] {
        for height in [0, 1, 3, 5, 11, 12, 13, 17, 24, 60, 120] {
            let size = Size(width: width, height: height)
            let grid = state.view(size: size, glyphs: .unicode).grid
            #expect(grid.width == (width * height == 0 ? 80 : width))
            #expect(grid == state.view(size: size, glyphs: .unicode).grid)
        }
    }
}

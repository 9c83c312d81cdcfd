import Canvas
import Foundation
import JourneyModel
import Testing

@testable import Dashboard

/// Prints screens to look at: CXM_PRINT names a file with lines `SCREEN WIDTHxHEIGHT GLYPHS [KEY …]`.
@Test(.enabled(if: ProcessInfo.processInfo.environment["CXM_PRINT"] != nil))
func printScreens() throws {
    let path = try #require(ProcessInfo.processInfo.environment["CXM_PRINT"])
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
        let words = line.split(separator: " ").map(String.init)
        let size = words[1].split(separator: "x").compactMap { Int($0) }
        let screen = try #require(Screens.list.all.map(\.id).first { $0.name == words[0] })
        var state = DashboardState.sample(screen, size: Size(width: size[0], height: size[1]))
        for key in words.dropFirst(3) { state.press(key) }
        print("=== \(line)")
        #expect(state.lines(size[0], size[1]).count == size[1])
        for row in state.lines(size[0], size[1], words[2] == "ascii" ? .ascii : .unicode) { print(row) }
    }
}

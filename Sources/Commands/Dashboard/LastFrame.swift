import Canvas
import Dashboard
import Foundation
import JourneyModel
import OwnFiles
import Wording

/// What the dashboard showed of a store when it was left, to be shown again at once when it is opened on the same state of
/// the same store: the numbers are the same, and the questions behind them need not be answered before they can be read.
///
/// It lies in the user's cache folder and can be deleted at any time. Where it does not fit to the letter (another state of
/// the data, size, scope, version), it is not shown.
struct LastFrame {
    private let folder: String
    private let name: String
    private let key: String

    /// - Parameter glyphs: as the terminal shows them.
    init(folder: String, stamp: StoreStamp, state: DashboardState, wording: WordingStyle, size: Size, glyphs: GlyphSet)
    {
        self.folder = folder
        name = LastFrame.name(stamp)
        key = [
            Version.text, "\(stamp.generation)", String(stamp.state, radix: 16), "\(size.width)x\(size.height)",
            "\(glyphs == .ascii)", state.store.path, "\(state.scope)", "\(state.goals)", "\(wording)",
        ].joined(separator: "|")
    }

    private static func name(_ stamp: StoreStamp) -> String { "last-" + String(stamp.store, radix: 16) }

    /// Takes away what is kept of a store, in whatever state.
    ///
    /// - Parameter owner: the user whose cache folder it is; nil: who runs the program.
    /// - Returns: whether there was any.
    @discardableResult
    static func remove(folder: String, stamp: StoreStamp, of owner: UInt32? = nil) -> Bool {
        guard let folder = try? OpenFolder(named: folder), (try? folder.status().owner) == owner ?? FileUser.current
        else { return false }
        return folder.remove(file: name(stamp))
    }

    /// The screen that was left last and what it showed; nil where nothing fits.
    func load() -> (screen: ScreenID, grid: Grid)? {
        guard let file = try? OpenFolder(named: folder).file(name), (try? file.status().owner) == FileUser.current,
            let bytes = try? file.contents()
        else { return nil }
        let parts = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, String(decoding: parts[0], as: UTF8.self) == key.replacing("\n", with: " "),
            let screen = ScreenID.named(String(decoding: parts[1], as: UTF8.self)),
            let grid = Grid(bytes: Array(parts[2]))
        else { return nil }
        return (screen, grid)
    }

    /// Keeps `grid`; where that cannot be done, nothing is lost but a moment at the next start.
    func save(_ screen: ScreenID, _ grid: Grid) {
        let bytes = Array("\(key.replacing("\n", with: " "))\n\(screen.name)\n".utf8) + grid.bytes
        guard let folder = try? OpenFolder(making: folder), (try? folder.status().owner) == FileUser.current else {
            return
        }
        try? folder.put(bytes, as: name, .ownerOnly)
    }
}

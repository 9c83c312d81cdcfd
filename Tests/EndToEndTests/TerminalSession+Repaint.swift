import Foundation
import Testing

extension TerminalSession {
    /// What piece by piece came onto the screen must be what a whole frame brings there.
    func expectSameWhenRepainted() throws {
        // An answer that comes between the two would be a difference, and cannot be tried again: now all is painted anew.
        let before = try settled(for: 2)
        try press("C-l")
        let after = try settled()
        #expect(Self.looks(before) == Self.looks(after))
    }

    /// Waits until what is shown is what `other` shows, in every character and its colours.
    func expectSame(as other: TerminalSession) throws {
        #expect(Self.looks(try settled()) == Self.looks(try other.settled()))
    }

    /// The screen with its colours, once it has been the same for so many seconds.
    @discardableResult
    func settled(for rest: Double = 0.5) throws -> String {
        var last = try styledScreen()
        var since = Date()
        while Date().timeIntervalSince(since) < rest {
            Thread.sleep(forTimeInterval: 0.05)
            let now = try styledScreen()
            if now != last { (last, since) = (now, Date()) }
        }
        return last
    }

    /// Each row's characters with what is set for them. On a space only a background, reverse video and a line under it
    /// can be seen.
    private static func looks(_ screen: String) -> [[String]] {
        screen.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var setting = Setting()
            var cells: [String] = []
            var rest = line[...]
            while let character = rest.first {
                if let sequence = rest.prefixMatch(of: /\u{1B}\[([0-9;]*)m/) {
                    setting.select(sequence.1)
                    rest.removeFirst(sequence.0.count)
                } else {
                    cells.append(character == " " ? setting.onSpaces : "\(character)\(setting)")
                    rest.removeFirst()
                }
            }
            while cells.last == "" { cells.removeLast() }
            return cells
        }
    }

    private struct Setting: CustomStringConvertible {
        private var attributes: Set<Int> = []
        private var foreground = ""
        private var background = ""

        var description: String { "\(attributes.sorted())\(foreground)/\(background)" }

        var onSpaces: String {
            let seen = attributes.intersection([4, 7])
            return seen.isEmpty && background.isEmpty ? "" : "\(seen.sorted())\(background)"
        }

        mutating func select(_ parameters: Substring) {
            let codes = parameters.split(separator: ";").compactMap { Int($0) }
            switch codes.first ?? 0 {
            case 30...38, 90...97: foreground = "\(parameters)"
            case 40...48, 100...107: background = "\(parameters)"
            case 39: foreground = ""
            case 49: background = ""
            case 0: self = Setting(attributes: Set(codes.dropFirst()))
            default: attributes.formUnion(codes)
            }
        }

        init(attributes: Set<Int> = []) {
            self.attributes = attributes
        }
    }
}

import Foundation
import Testing

extension EndToEnd {
    @Suite("Esc, and sequences that begin with it")
    struct EscapeTests {
        private let folder: Folder
        private let store: String

        init() throws {
            (folder, store) = try Town.made.get()
        }

        @Test(
            "A key or a turn of the wheel that comes in pieces on a slow line is itself, and no Esc",
            arguments: [["\u{1B}", "[B"], ["\u{1B}", "[", "B"], ["\u{1B}O", "B"], ["\u{1B}[<65;3;", "3M"]]
        )
        func pieces(_ pieces: [String]) throws {
            let terminal = try TerminalSession([store, "--mouse"], in: folder)
            try terminal.wait(for: "GAPS, BY PEOPLE")
            // The filter's list: Esc would close it.
            try terminal.press("f")
            let list = try terminal.wait(for: "Filter by")
            let first = try #require(list.firstIndex { $0.contains("\u{203A} ") && $0.contains("touchpoint") })
            // A loaded machine may take so long between the pieces that the Esc counts: then once more from the start.
            var hasMoved = false
            for _ in 0..<20 where !hasMoved {
                try terminal.send(pieces: pieces)
                try terminal.settled()
                let screen = try terminal.screen()
                hasMoved = screen.contains { $0.contains("Filter by") } && !screen[first].contains("\u{203A} ")
                if !hasMoved {
                    try terminal.press("Escape")
                    try terminal.wait("no list") { !$0.contains { $0.contains("Filter by") } }
                    try terminal.press("f")
                    try terminal.wait(for: "Filter by")
                }
            }
            #expect(hasMoved)
        }

        @Test("A sequence that nothing is known of does nothing")
        func unknown() throws {
            let terminal = try TerminalSession([store], in: folder)
            try terminal.wait(for: "GAPS, BY PEOPLE")
            try terminal.settled()
            let before = try terminal.screen()
            let unknown = [
                "\u{1B}[1;9X", "\u{1B}]11;rgb:0000/0000/0000\u{7}", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}[M !!",
            ]
            for sequence in unknown {
                try terminal.send(sequence)
                try terminal.settled()
                #expect(try terminal.screen() == before, "\(sequence.debugDescription)")
            }
        }

        @Test("Esc and the key right after it are two keys")
        func twoKeys() throws {
            let terminal = try TerminalSession([store], in: folder)
            try terminal.wait(for: "GAPS, BY PEOPLE")
            try terminal.press("f")
            try terminal.wait(for: "Filter by")
            try terminal.send("\u{1B}2")
            // Where one is, as the head says before what it says of the data.
            func place(_ screen: [String]) -> String { screen.first?.components(separatedBy: "  ").first ?? "" }
            let funnel = try terminal.wait("the Funnel") { screen in
                place(screen).contains("\u{203A} Funnel") && screen.contains { $0.contains(" entered ") }
            }
            // Out of a list over a step, and out of the step.
            try terminal.press("Enter")
            try terminal.wait("a step") {
                place($0) != place(funnel) && place($0).contains("\u{203A} Funnel \u{203A} ")
            }
            try terminal.press("?")
            try terminal.wait(for: "Keys that work here")
            try terminal.send("\u{1B}\u{1B}")
            try terminal.wait("the Funnel") {
                place($0) == place(funnel) && !$0.contains { $0.contains("Keys that work") }
            }
        }
    }
}

import Testing

@testable import Canvas

@Suite struct KeyTests {
    private static let all: [Key] =
        [
            .enter, .escape, .backspace, .tab, .backTab, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
            .delete, .insert, .ctrl("p"), .ctrl("c"), .function(1), .function(12), .character(" "), .character("q"),
            .character("Q"), .character("?"), .character("é"), .character("f"),
        ]

    @Test(arguments: all)
    func aNameIsReadBack(key: Key) {
        #expect(!key.name.isEmpty)
        #expect(Key(name: key.name) == key)
        #expect(!key.display().isEmpty)
        #expect(key.display(.ascii).utf8.allSatisfy { $0 < 0x80 } || key == .character("é"))
    }

    @Test(arguments: ["", "ctrl-", "ctrl-pp", "f0", "f99", "enterr", "\u{1B}", "\u{202E}", "ab"])
    func nonsenseIsNoKey(name: String) {
        #expect(Key(name: name) == nil)
    }

    @Test(arguments: [
        ("Esc", Key.escape), ("RETURN", .enter), ("pgup", .pageUp), ("↵", .enter), ("Ctrl-P", .ctrl("p")),
    ])
    func otherNamesAreUnderstood(name: String, key: Key) {
        #expect(Key(name: name) == key)
    }

    @Test func isShownShort() {
        #expect(Key.enter.display() == "↵")
        #expect(Key.enter.display(.ascii) == "enter")
        #expect(Key.ctrl("p").display() == "ctrl-p")
        #expect(Key.escape.display(.ascii) == "esc")
    }
}

import Testing

@testable import Canvas

@Suite("Tall digits")
struct TallDigitsTests {
    @Test("A number is three rows high and as wide as it says")
    func drawn() {
        var canvas = Canvas(width: 13, height: 3)
        #expect(canvas.tallDigits("1.2%") == 13)
        #expect(canvas.grid.text == ["▀█    ▀▀█ ▀ █", " █    █▀▀ ▄▀", "▀▀▀ ▀ ▀▀▀ ▀ ▀"])
    }

    @Test("What has no tall form, no room, or plain glyphs draws nothing")
    func plain() {
        var canvas = Canvas(width: 12, height: 3)
        #expect(canvas.tallDigits("<10") == nil)
        #expect(canvas.tallDigits("") == nil)
        #expect(canvas.tallDigits("1234567") == nil)
        #expect(canvas.tallDigits("12", y: 1) == nil)
        let isEmpty = canvas.grid.text.allSatisfy { $0.isEmpty }
        #expect(isEmpty)
        var ascii = Canvas(width: 12, height: 3, glyphs: .ascii)
        #expect(ascii.tallDigits("12") == nil)
    }

    @Test("Each digit differs from every other")
    func differ() {
        let pictures = "0123456789".map { digit -> [String] in
            var canvas = Canvas(width: 3, height: 3)
            _ = canvas.tallDigits(String(digit))
            return canvas.grid.text
        }
        #expect(Set(pictures).count == 10)
    }
}

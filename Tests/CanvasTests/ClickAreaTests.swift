import Testing

@testable import Canvas

struct ClickAreaTests {
    @Test func whatWasDrawnLastAndLiesInItsRegionIsHit() {
        var canvas = Canvas(width: 20, height: 6)
        canvas.region(x: 5, y: 2, width: 10, height: 2) { canvas in
            canvas.clickable(Rect(x: -3, y: 0, width: 30, height: 1), .row(list: 0, index: 7))
            canvas.clickable(Rect(x: 2, y: 0, width: 1, height: 9), .key(.enter))
            // Outside the region nothing is drawn, so nothing is hit.
            canvas.clickable(Rect(x: 0, y: 5, width: 10, height: 1), .key(.escape))
        }
        #expect(canvas.target(x: 5, y: 2) == .row(list: 0, index: 7))
        #expect(canvas.target(x: 14, y: 2) == .row(list: 0, index: 7))
        #expect(canvas.target(x: 4, y: 2) == nil)
        #expect(canvas.target(x: 15, y: 2) == nil)
        #expect(canvas.target(x: 7, y: 3) == .key(.enter))
        #expect(canvas.target(x: 7, y: 4) == nil)
        #expect(canvas.clickAreas.count == 2)
        canvas.region(x: 0, y: 2, width: 6, height: 1) { $0.dropClickAreas() }
        #expect(canvas.clickAreas.map(\.target) == [.key(.enter)])
    }

    @Test func aHintIsHitInItsWholeWidthAndOneOfTwoKeysNowhere() {
        var canvas = Canvas(width: 40, height: 1)
        canvas.footer([KeyHint("\u{21B5}", "open"), KeyHint("j k", "scroll")], pinned: KeyHint("?", "help"))
        #expect((0..<40).map { canvas.target(x: $0, y: 0) == .key(.enter) }.firstIndex(of: true) == 1)
        #expect((1..<7).allSatisfy { canvas.target(x: $0, y: 0) == .key(.enter) })
        #expect((7..<30).allSatisfy { canvas.target(x: $0, y: 0) == nil })
        #expect(canvas.target(x: 38, y: 0) == .key(.character("?")))
    }

    @Test func rowsAreHitAsTheyAreScrolled() {
        var canvas = Canvas(width: 20, height: 4)
        let rows = (0..<9).map { TableRow([.text("row \($0)")]) }
        canvas.table(Table(columns: [TableColumn("")], rows: rows, cursor: 8, list: 3))
        #expect(canvas.target(x: 0, y: 0) == nil)
        #expect((1..<4).map { canvas.target(x: 19, y: $0) } == (6..<9).map { .row(list: 3, index: $0) })
    }

    @Test func findsTextWhereItStandsFirst() {
        var canvas = Canvas(width: 20, height: 3)
        canvas.text("生活 now", x: 1, y: 1)
        canvas.text("now", x: 15, y: 2)
        #expect(canvas.firstPlace(of: "活 n") == Rect(x: 3, y: 1, width: 4, height: 1))
        #expect(canvas.firstPlace(of: "now") == Rect(x: 6, y: 1, width: 3, height: 1))
        #expect(canvas.firstPlace(of: "nowhere") == nil)
        #expect(canvas.firstPlace(of: "") == nil)
        let below = canvas.region(x: 10, y: 0, width: 10, height: 3) { $0.firstPlace(of: "now") }
        #expect(below == Rect(x: 5, y: 2, width: 3, height: 1))
    }
}

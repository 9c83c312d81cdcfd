import Canvas
import Foundation
import JourneyModel
import Testing

@testable import Dashboard

/// What a click means comes from what was drawn; here the cells are clicked that a person would click.
struct ClickTests {
    private static let sizes = [(80, 24), (120, 36), (200, 60)].map { Size(width: $0.0, height: $0.1) }

    @Test("A click on a row moves the cursor there, wherever rows are drawn", arguments: Shot.all, sizes)
    func rows(_ shot: Shot, _ size: Size) throws {
        var state = shot.state(size)
        guard state.overlay == nil else { return }
        let canvas = state.view(size: size, glyphs: .unicode)
        let before = state
        for area in canvas.clickAreas {
            guard case .row(let list, let index) = area.target else { continue }
            state = before
            let effects = state.click(at: area.rect.x + 1, area.rect.y, size)
            if let row = state.panels.element(list)?.element(index), before.cursor(panel: list) != index {
                #expect(effects.isEmpty)
                #expect(state.selectedRow == row)
            }
        }
        state = before
        // Every row that has the cursor can be clicked on: no list was forgotten.
        for panel in state.panels.indices where !state.panels[panel].isEmpty {
            state.place.panel = panel
            let canvas = state.view(size: size, glyphs: .unicode)
            guard let cursor = canvas.cursor, let index = state.cursor(panel: panel) else { continue }
            #expect(canvas.target(x: cursor.x, y: cursor.y) == .row(list: panel, index: index), "\(shot) \(panel)")
        }
    }

    @Test("A click on the loss under a step goes to the step; one in a group's own funnel goes to the group")
    func funnelParts() throws {
        let size = Size(width: 200, height: 60)
        let before = DashboardState.sample(.funnel, size: size)
        let lines = before.lines(200, 60)
        let step = try #require(lines.firstIndex { $0.contains("3 upload document") })
        var state = before
        #expect(state.click(at: 150, step + 1, size).isEmpty)
        #expect(state.place.panel == FunnelScreen.stepsPanel && state.selectedRow?.id == FunnelScreen.rowID(step: 2))
        // A second click there opens it, as one on the step's own line would.
        state.click(at: 30, step + 1, size)
        #expect(state.place.detail(FunnelDetail.self) == .step(2))

        let heading = try #require(lines.firstIndex { $0.contains("STEPS BY CHANNEL OF ENTRY") })
        let phone = try #require(lines[heading...].firstIndex { $0.contains("  phone ") })
        let name = try #require(lines[phone].range(of: "phone"))
        state = before
        state.click(at: lines[phone].distance(from: lines[phone].startIndex, to: name.lowerBound) + 4, phone + 2, size)
        #expect(state.place.panel == FunnelScreen.groupsPanel && state.selectedRow?.id == "phone")
    }

    @Test("A click on the selected row opens it, and the second click of two opens once")
    func opens() throws {
        let size = Size(width: 120, height: 36)
        let before = DashboardState.sample(.overview, size: size)
        let canvas = before.view(size: size, glyphs: .unicode)
        let selected = try #require(canvas.cursor)
        var pressed = before
        pressed.press("enter")

        var clicked = before
        clicked.click(at: selected.x + 5, selected.y, size)
        #expect(clicked.place == pressed.place)
        // The button went down twice: the second time in a place that has changed.
        let opened = clicked
        clicked.click(at: selected.x + 5, selected.y, size, isDouble: true)
        #expect(clicked == opened)

        // Two quick clicks on another row: there, and open.
        var other = before
        other.click(at: selected.x + 5, selected.y + 1, size)
        #expect(other.stack.count == 1)
        other.click(at: selected.x + 5, selected.y + 1, size, isDouble: true)
        var keys = before
        keys.press("down", "enter")
        #expect(other.place == keys.place)
    }

    @Test("A click on a screen's name goes there, in every width", arguments: sizes)
    func tabs(_ size: Size) throws {
        for (digit, id) in Screens.list.tabs {
            var state = DashboardState.sample(.overview, size: size)
            let lines = state.lines(size.width, size.height).map { $0 + " " }
            let y = try #require(lines.firstIndex { $0.hasPrefix(" 1 Overview") })
            // On a narrow line only the digit is there.
            let name =
                lines[y].contains("\(digit) \(id.title)") ? "\(digit) \(id.title)" : " \(digit) "
            guard let found = lines[y].range(of: name) else { continue }
            let x = lines[y].distance(from: lines[y].startIndex, to: found.upperBound) - 2
            state.click(at: x, y, size)
            #expect(state.screenID == id)
        }
    }

    @Test("A click on a hint in the footer does it; beside everything it does nothing")
    func hints() throws {
        let size = Size(width: 120, height: 36)
        var state = DashboardState.sample(.funnel, size: size)
        let footer = try #require(state.lines(120, 36).last)
        let filter = try #require(footer.range(of: "f filter"))
        let x = footer.distance(from: footer.startIndex, to: filter.lowerBound)
        let before = state
        state.click(at: x - 1, 35, size)
        #expect(state == before)
        state.click(at: x + 4, 35, size)
        #expect(state.overlay == .choice(.filterDimension, FilteredList()))
        // What lies under the picker cannot be clicked on.
        state.click(at: 2, 2, size)
        #expect(state.overlay == .choice(.filterDimension, FilteredList()))
    }

    @Test("A click in a list that lies over the screen chooses")
    func overlays() throws {
        let size = Size(width: 120, height: 36)
        var state = DashboardState.sample(.overview, size: size)
        state.press("u")
        let lines = state.lines(120, 36)
        let y = try #require(lines.firstIndex { $0.contains("  cases ") })
        let x = try #require(lines[y].range(of: "cases")).lowerBound
        state.click(at: lines[y].distance(from: lines[y].startIndex, to: x), y, size)
        #expect(state.overlay == nil)
        #expect(state.scope.unit == .case)

        state.press("?")
        let help = state.lines(120, 36)
        let line = try #require(help.firstIndex { $0.contains("choose the period") })
        state.click(at: 40, line, size)
        #expect(state.overlay == .choice(.period, FilteredList()))
        let hint = try #require(state.lines(120, 36).firstIndex { $0.contains("esc cancel") })
        let text = state.lines(120, 36)[hint]
        state.click(
            at: text.distance(from: text.startIndex, to: try #require(text.range(of: "esc c")).lowerBound),
            hint,
            size
        )
        #expect(state.overlay == nil)
    }

    @Test("A message covers what lies under it")
    func message() throws {
        let size = Size(width: 120, height: 36)
        var state = DashboardState.sample(.overview, size: size)
        _ = state.update(.message("a word to the wise"))
        #expect(state.view(size: size, glyphs: .unicode).target(x: 10, y: 34) == nil)
    }

    @Test("In a workshop a click does no more than the key")
    func kiosk() throws {
        let size = Size(width: 120, height: 36)
        var state = DashboardState.sample(.overview, size: size)
        state.store.isKiosk = true
        _ = state.update(.clicked(.key(.character("x")), isDouble: false))
        #expect(state.overlay == nil)
        #expect(state.message?.contains("kiosk mode") == true)
        #expect(state.update(.clicked(.key(.ctrl("z")), isDouble: false)) == [])
        #expect(state.message?.contains("kiosk mode") == true)
    }
}

extension DashboardState {
    /// Clicks on a cell of the screen, answering whatever is asked on the way.
    @discardableResult
    fileprivate mutating func click(at x: Int, _ y: Int, _ size: Size, isDouble: Bool = false) -> [Effect] {
        guard let target = view(size: size, glyphs: .unicode).target(x: x, y: y) else { return [] }
        return settle(update(.clicked(target, isDouble: isDouble)))
    }
}

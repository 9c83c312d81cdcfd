import Canvas
import JourneyModel

extension DashboardState {
    /// Carries out a command: the screen's own way, else the common one.
    mutating func perform(_ command: Command) -> [Effect] {
        if case .own(let own) = command { return screens[own.screen].perform(command, &self) ?? [] }
        if let effects = screen.perform(command, &self) { return effects }
        switch command {
        case .up, .down, .pageUp, .pageDown, .first, .last, .nextPanel, .previousPanel: move(command)
        case .open, .left, .right, .own: break
        case .back: goBack()
        case .leave:
            if stack.count > 1 { goBack() } else { return [.quit] }
        case .quit: return [.quit]
        case .screen(let id): return screens[id].enter(&self)
        case .filter: overlay = .choice(.filterDimension, FilteredList())
        case .period: overlay = .choice(.period, FilteredList())
        case .unit: overlay = .choice(.unit, FilteredList())
        case .search: overlay = .search(TextEntry(search))
        case .nextMatch: toMatch(forward: true)
        case .previousMatch: toMatch(forward: false)
        case .sort:
            let orders = screen.orders(self)
            place.sort = (place.sort + 1) % max(1, orders.count)
            if orders.indices.contains(place.sort) { message = "sorted by \(orders[place.sort])" }
        case .receipt: overlay = .receipt(0)
        case .explain: overlay = .explanation(0)
        case .copyCommand:
            let line = commandLine
            if isPlain {
                message = "the command is: \(line)"
                return []
            }
            message = "copied: \(line)"
            return [.copy(line)]
        case .export:
            if let reason = exportHasToWait {
                message = reason
            } else {
                overlay = .choice(.exportFormat, FilteredList())
            }
        case .theme:
            let current = themes.firstIndex(of: themeName) ?? 0
            overlay = .choice(.theme(before: themeName), FilteredList(selected: current))
        case .help: overlay = .help(FilteredList())
        case .palette: overlay = .palette(FilteredList())
        case .pause: pause()
        case .redraw:
            answers.retry()
            return [.redraw]
        case .suspend: return [.suspend]
        case .undo: return undo()
        case .redo: return redo()
        case .saveView: overlay = .naming(.view, TextEntry(standing.viewName(self)))
        case .keep: overlay = .naming(.store, TextEntry(store.name + ".cxm"))
        case .savedViews: overlay = .choice(.savedView, FilteredList())
        }
        return []
    }

    private mutating func goBack() {
        if stack.count > 1 { stack.removeLast() }
    }

    private mutating func pause() {
        isPaused.toggle()
        if !isPaused { takeNewestData() }
        message =
            isPaused ? "paused: the figures stay as they are until you press space again" : "following the store again"
    }

    private mutating func move(_ command: Command) {
        let page = max(1, size.height - 10)
        let at = cursor(panel: place.panel) ?? 0
        switch command {
        case .up: select(at - 1)
        case .down: select(at + 1)
        case .pageUp: select(at - page)
        case .pageDown: select(at + page)
        case .first: select(0)
        case .last: select(Int.max)
        case .nextPanel: goToPanel(1)
        case .previousPanel: goToPanel(-1)
        default: break
        }
    }

    /// The next panel that has rows: an empty one is not on the screen.
    private mutating func goToPanel(_ step: Int) {
        let panels = panels
        guard panels.contains(where: { !$0.isEmpty }) else { return }
        repeat {
            place.panel = (place.panel + step + panels.count) % panels.count
        } while panels[place.panel].isEmpty
    }

    /// The rows that the search finds, by index.
    var matches: [Int] {
        guard !search.isEmpty else { return [] }
        let sought = search.lowercased()
        return rows.indices.filter { rows[$0].text.lowercased().contains(sought) }
    }

    /// Goes to the next row found, from the end to the beginning again, and says which of how many it is.
    mutating func toMatch(forward: Bool, includingCurrent: Bool = false) {
        let found = matches
        guard !found.isEmpty else {
            message = search.isEmpty ? nil : "no row contains '\(search)'"
            return
        }
        let at = cursor(panel: place.panel) ?? 0
        let next =
            forward
            ? found.first { includingCurrent ? $0 >= at : $0 > at } ?? found[0]
            : found.last { $0 < at } ?? found[found.count - 1]
        select(next)
        let position = (found.firstIndex(of: next) ?? 0) + 1
        message = "\(position) of \(found.count) with '\(search)'"
    }
}

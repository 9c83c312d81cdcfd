import Canvas

extension KeyBinding {
    /// What begins the way to a screen by its letter; by itself it does what it is bound to.
    static let going = Key.character("g")

    /// The keys that mean the same on every screen.
    static func common(_ screens: [any Screen]) -> [KeyBinding] { parts(screens).flatMap(\.bindings) }

    /// The same by what they are for.
    static func parts(_ screens: [any Screen]) -> [(title: String, bindings: [KeyBinding])] {
        func leading(_ part: KeyPart) -> [KeyBinding] { screens.flatMap { $0.bindings(everywhere: part) } }
        return [
            ("Going about", moving + screens.compactMap(opening)),
            ("What it is about", scope(leading(.scope))),
            ("What is shown of it", showing(leading(.showing))),
            ("Views", views),
            ("The program", program),
        ]
    }

    /// The way to a screen's top; nil where it has none.
    private static func opening(_ screen: any Screen) -> KeyBinding? {
        guard let letter = screen.letter else { return nil }
        let title = screen.id.title
        let keys = screen.digit.map { [Key.character($0)] } ?? []
        return KeyBinding(keys, .screen(screen.id), title, "open the screen \(title)", letter: letter)
    }

    static var moving: [KeyBinding] {
        let hasRows: @Sendable (DashboardState) -> Bool = { !$0.rows.isEmpty }
        let isDeep: @Sendable (DashboardState) -> Bool = { $0.stack.count > 1 }
        return [
            KeyBinding(
                [.enter],
                .open,
                "open",
                "open the selected row",
                priority: 90,
                applies: { !$0.rows.isEmpty && $0.screen.opensRows($0) }
            ),
            KeyBinding(
                [.escape, .backspace],
                .back,
                "back",
                "go back, to the row one came from",
                priority: 80,
                applies: isDeep
            ),
            KeyBinding([.down, .character("j")], .down, "down", "next row", applies: hasRows),
            KeyBinding([.up, .character("k")], .up, "up", "previous row", applies: hasRows),
            KeyBinding([.pageDown, .ctrl("f")], .pageDown, "page down", "a page down", applies: hasRows),
            KeyBinding([.pageUp, .ctrl("b")], .pageUp, "page up", "a page up", applies: hasRows),
            KeyBinding([.home, .character("g")], .first, "first", "first row", applies: hasRows),
            KeyBinding([.end, .character("G")], .last, "last", "last row", applies: hasRows),
            KeyBinding(
                [.tab],
                .nextPanel,
                "panel",
                "next panel",
                applies: { $0.panels.count > 1 }
            ),
            KeyBinding(
                [.backTab],
                .previousPanel,
                "panel",
                "previous panel",
                applies: { $0.panels.count > 1 }
            ),
        ]
    }

    /// Why nothing can be chosen from what the store holds; nil: it can.
    static let noCatalog: @Sendable (DashboardState) -> String? = {
        $0.catalog == nil ? "wait until the store has been read" : nil
    }

    private static func scope(_ leading: [KeyBinding]) -> [KeyBinding] {
        let first: [KeyBinding] = [
            KeyBinding(
                [.character("f")],
                .filter,
                "filter",
                "keep only some channels, services, regions …",
                priority: 70,
                blocked: noCatalog
            ),
            KeyBinding(
                [.character("p")],
                .period,
                "period",
                "choose the period and what it is compared with",
                priority: 65,
                blocked: noCatalog
            ),
        ]
        let rest: [KeyBinding] = [
            KeyBinding(
                [.character("u")],
                .unit,
                "unit",
                "count people, cases, sessions or attempts",
                priority: 20,
                blocked: noCatalog
            ),
            KeyBinding([.character("/")], .search, "search", "find a row by its text", applies: { !$0.rows.isEmpty }),
            KeyBinding(
                [.character("n")],
                .nextMatch,
                "next match",
                "next row that the search found",
                applies: { !$0.search.isEmpty }
            ),
            KeyBinding(
                [.character("N")],
                .previousMatch,
                "previous match",
                "previous row that the search found",
                applies: { !$0.search.isEmpty }
            ),
        ]
        return first + leading + rest
    }

    private static func showing(_ leading: [KeyBinding]) -> [KeyBinding] {
        let noAnswer: @Sendable (DashboardState) -> String? = {
            $0.screen.receipt($0) == nil ? "there is no figure here yet" : nil
        }
        let first: [KeyBinding] = [
            KeyBinding(
                [.character("s")],
                .sort,
                "sort",
                "put the rows in another order",
                priority: 25,
                blocked: { $0.screen.orders($0).count < 2 ? "the rows of this screen have one order only" : nil }
            )
        ]
        let rest: [KeyBinding] = [
            KeyBinding(
                [.character("r")],
                .receipt,
                "receipt",
                "show how the figure came about",
                priority: 40,
                blocked: noAnswer
            ),
            KeyBinding(
                [.character("i")],
                .explain,
                "explain",
                "say in plain words what the screen shows",
                priority: 35,
                blocked: { $0.screen.explanation($0).isEmpty ? "there is nothing to explain yet" : nil }
            ),
            KeyBinding(
                [.character("y")],
                .copyCommand,
                "copy command",
                "copy the command line that shows the same",
                priority: 30
            ),
            KeyBinding(
                [.character("x")],
                .export,
                "export",
                "write this to a file: text, JSON, CSV, Markdown, HTML or a picture",
                priority: 32,
                blocked: { $0.exportIsBlocked }
            ),
            KeyBinding(
                [.character("T")],
                .theme,
                "theme",
                "try the themes",
                priority: 0,
                blocked: { $0.themes.isEmpty ? "there are no themes to choose from" : nil }
            ),
        ]
        return first + leading + rest
    }

    private static var views: [KeyBinding] {
        [
            KeyBinding(
                [.character("z")],
                .undo,
                "undo",
                "undo the last change of the view",
                blocked: { $0.history.canUndo ? nil : "nothing has been changed yet" }
            ),
            KeyBinding(
                [.character("Z")],
                .redo,
                "redo",
                "do again what was undone",
                blocked: { $0.history.canRedo ? nil : "nothing was undone" }
            ),
            KeyBinding(
                [.character("S")],
                .saveView,
                "save view",
                "keep this view under a name",
                blocked: { $0.reasonNotToSave }
            ),
            KeyBinding(
                [.character("V")],
                .savedViews,
                "saved views",
                "open a view kept under a name, or delete it",
                blocked: { $0.views.isEmpty ? "none is saved yet; S saves the one on the screen" : nil }
            ),
        ]
    }

    static var program: [KeyBinding] {
        [
            KeyBinding(
                [.character("K")],
                .keep,
                "keep",
                "keep what a first look shows in a store, with the mapping beside it",
                priority: 60,
                applies: { !$0.store.isKept },
                blocked: { $0.store.isKiosk ? "kiosk mode: nothing is saved from here" : nil }
            ),
            KeyBinding(
                [.character(" ")],
                .pause,
                "pause",
                "stop taking in new data, or go on with it",
                priority: 10
            ),
            KeyBinding([.character(":")], .palette, "all actions", "find an action by name", priority: 45),
            KeyBinding([.character("?"), .function(1)], .help, "help", "all keys that work here", priority: 100),
            KeyBinding(
                [.ctrl("l"), .ctrl("r")],
                .redraw,
                "refresh",
                "ask again what failed, and repaint; also over lists and in fields"
            ),
            KeyBinding(
                [.ctrl("z")],
                .suspend,
                "suspend",
                "stop the program; fg goes on",
                blocked: { $0.store.isKiosk ? "kiosk mode: nobody gets a shell from here" : nil }
            ),
            KeyBinding([.character("q")], .leave, "leave", "go back; at the top, quit", priority: 5),
            KeyBinding([.ctrl("c"), .ctrl("q")], .quit, "quit", "quit from anywhere; also over lists and in fields"),
        ]
    }
}

/// The parts of the common keys that screens add to.
enum KeyPart: Sendable {
    case scope, showing
}

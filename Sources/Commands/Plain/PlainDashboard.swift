import Canvas
import Dashboard
import Foundation
import JourneyModel
import Reports
import Wording

/// The dashboard in lines of text: a line in, what the screen then says out. The state, the keys and the reports are those
/// of the screens; there is no escape sequence in it, and it needs no terminal.
struct PlainDashboard {
    private var rehearsal: Rehearsal
    private let opened: OpenedSource
    private let opening: Opening
    private let keeper: StoreKeeper?
    /// Only pictures that are exported have one.
    private let theme: Theme
    private let text: PlainText
    private var watch: any SourceWatch
    /// Where lines of text go.
    private let say: @Sendable (String) -> Void
    private var horizon: Timestamp?
    private(set) var isOver = false

    /// Reads standard input until its end, or until the user leaves.
    ///
    /// - Throws: what opening the store throws; `Complaint` where a view that was named is not there.
    static func run(_ options: DashboardOptions, _ opened: OpenedSource) async throws {
        try await WordingStyle.$current.withValue(options.wording) {
            var dashboard = try await PlainDashboard(options, opened)
            await dashboard.run()
        }
    }

    init(
        _ options: DashboardOptions,
        _ opened: OpenedSource,
        say: @escaping @Sendable (String) -> Void = StandardStreams.out
    ) async throws {
        self.say = say
        let environment = ProcessInfo.processInfo.environment
        opening = try Opening(options, environment: environment)
        keeper = options.keeper
        StandardStreams.warn(opening.warnings)
        theme = try opening.theme(on: .light)
        self.opened = opened
        watch = await opened.source.watch(from: try await opened.source.stamp())
        let analyst = try await opened.read().analyst
        horizon = try await analyst.answer(CatalogQuestion()).horizon
        rehearsal = await Rehearsal(
            DashboardState(
                options,
                opening,
                name: options.name ?? opened.name,
                themeName: theme.name,
                themes: [],
                size: Size(width: TextWidth.standard, height: 24)
            ),
            analyst: analyst
        )
        let glyphs = GlyphSet.ofLocale(environment)
        text = PlainText(glyphs: glyphs, origin: ReportOrigin(store: opened.name, isDemo: rehearsal.state.isDemo))
    }

    private mutating func run() async {
        await start()
        while !isOver {
            if StandardStreams.inIsTerminal { StandardStreams.out("Command: ") }
            guard let line = StandardStreams.line() else { return }
            await take(line)
        }
    }

    /// Says what is shown first.
    mutating func start() async {
        await sayDataAge()
        show()
    }

    /// Does what a line asks for, and says what then is shown.
    mutating func take(_ line: String) async {
        await lookForNewData()
        let before = rehearsal.state.plainView
        switch rehearsal.read(line) {
        case .rows: say(text.numbered(rehearsal.state.plainRows, none: "There are no rows here."))
        case .unknown:
            say(text.lines(["'\(line)' means nothing here. Say one of: \(before.prompt)."]))
        case .keys(let keys):
            for key in keys where !isOver { await carryOut(await rehearsal.apply(.input(.key(key)))) }
            if isOver { return }
            // Where a key only said something, the screen need not be heard again.
            let message = rehearsal.state.plainMessage
            if let message { say(text.lines([message])) }
            if message == nil || rehearsal.state.plainView != before { show() }
        }
    }

    private func show() {
        say(text.text(of: rehearsal.state.plainView))
    }

    private mutating func sayDataAge() async {
        await rehearsal.apply(.tick(horizon))
    }

    /// Other processes may have imported something since the last line.
    private mutating func lookForNewData() async {
        await sayDataAge()
        let current: StoreStamp
        switch await watch.look() {
        case .same: return
        case .lost(let error):
            await rehearsal.apply(.dataUnreadable(error))
            say(text.lines([Action.unreadableText(error) + "."]))
            return
        case .changed(let stamp): current = stamp
        }
        do {
            let analyst = try await opened.read().analyst
            horizon = try await analyst.answer(CatalogQuestion()).horizon
            rehearsal.analyst = analyst
            await rehearsal.apply(.dataChanged(generation: Int(current.generation)))
            say(text.lines(["There is new data in the store."]))
        } catch {
            await rehearsal.apply(.dataUnreadable(error))
        }
    }

    private mutating func carryOut(_ effects: [Effect]) async {
        for effect in effects {
            switch effect {
            case .saveView(let view): await apply(opening.file.saving(view))
            case .deleteView(let name): await apply(opening.file.deleting(name))
            case .keepStore(let name): await apply(keeper?.keep(as: name) ?? [])
            case .export(let export): await apply([.exported(outcome(of: export))])
            case .quit: isOver = true
            case .ask, .cancel, .copy, .applyTheme, .redraw, .suspend: break
            }
        }
    }

    private mutating func apply(_ actions: [Action]) async {
        for action in actions { await rehearsal.apply(action) }
    }

    private func outcome(of export: Export) -> ExportOutcome {
        let state = rehearsal.state
        return Exporter(origin: text.origin, environment: ProcessInfo.processInfo.environment).write(export) {
            GridPicture(state.bareView(size: Size(width: 120, height: 36), glyphs: .unicode).grid, theme: theme)
        }
    }
}

import Canvas
import Dashboard
import Foundation
import JourneyModel
import Reports
import TOML
import Terminal
import Wording

/// Joins the parts: what people do and what answers arrive go to the state as actions, the state's effects are carried
/// out, and what it looks like then is drawn. Everything here happens on one thread; answers come from others through
/// the mailbox.
final class DashboardLoop {
    private let screen: TerminalScreen
    private let desk: AnswerDesk
    private let mailbox: Mailbox
    private let views: ViewFile
    private let themes: ThemeLibrary
    private var theme: Theme
    private var state: DashboardState
    /// The time of the newest data; nil until the store has been read.
    private var horizon: Timestamp?
    private var isOver = false
    /// The tour that goes before the dashboard; nil: none, or it was left.
    private var tour: TourRun?
    /// A key that most likely was pressed: its effect is shown, and undone if it was not.
    private var foreseen: Key?
    /// The last frame, for clicks: they mean what was seen.
    private var shown: Canvas?
    /// Where the last frame is kept; nil: nowhere.
    private let lastFrame: LastFrame?
    /// When figures that are being brought up to date are shown to be out of date; nil: none are.
    private var patienceEnds: ContinuousClock.Instant?
    /// Nobody asked for new data: what is shown is right as of the state before, and is shown as it is for so long.
    private static let patience = Duration.seconds(1)
    /// The frame of another session is shown until this one's answers are there, or a key wants to see something else.
    private var showsLastFrame = false
    private let initialScope: ViewScope
    /// What in the user's files was passed over.
    private let warnings: [TextProblem]
    /// Who keeps the data of a first look; nil: they are kept.
    private let keeper: StoreKeeper?

    init(
        screen: TerminalScreen,
        desk: AnswerDesk,
        mailbox: Mailbox,
        views: ViewFile,
        themes: ThemeLibrary,
        theme: Theme,
        state: DashboardState,
        tour: Tour?,
        lastFrame: LastFrame?,
        warnings: [TextProblem],
        keeper: StoreKeeper?
    ) {
        self.keeper = keeper
        self.warnings = warnings
        self.lastFrame = lastFrame
        initialScope = state.scope
        self.screen = screen
        self.desk = desk
        self.mailbox = mailbox
        self.views = views
        self.themes = themes
        self.theme = theme
        self.state = state
        self.tour = tour.map { TourRun(tour: $0) }
    }

    /// Runs until the user leaves or a signal ends it.
    ///
    /// - Returns: 0, or 128 + the signal's number.
    func run() -> Int32 {
        // The first frame goes out before anything is read from the store.
        apply(.input(.resize(screen.size)))
        if let last = lastFrame?.load(),
            last.grid.bounds == Rect(x: 0, y: 0, width: screen.size.width, height: screen.size.height)
        {
            screen.draw(last.grid, theme: theme)
            showsLastFrame = true
        } else {
            draw()
        }
        defer { keepFrame() }
        carryOut(tour?.tour.start(on: &state) ?? state.start())
        if let first = warnings.first {
            apply(.message(warnings.count == 1 ? first.description : "\(first) (and \(warnings.count - 1) more)"))
        }
        sayWhatIsNotDrawn()
        while !isOver {
            let rest = patienceEnds.map { max(.zero, $0 - .now) } ?? .seconds(60)
            var event = screen.next(timeout: tour?.timeout(atMost: rest) ?? rest)
            var isAsked = false
            // What has come in meanwhile is taken in before drawing: a key held down must not be chased by frames.
            repeat {
                switch event {
                case .foreseen(let key):
                    foreseen = key
                    isAsked = true
                case .input(let input):
                    foreseen = nil
                    isAsked = true
                    showsLastFrame = false
                    action(for: input).map(apply)
                    if case .resize = input { sayWhatIsNotDrawn() }
                case .woken: mailbox.take().forEach(apply)
                case .end(let signal): return 128 + signal
                case .timedOut: break
                }
                event = isOver ? .timedOut : screen.next(timeout: .zero)
            } while event != .timedOut
            if tour?.isTimeUp == true { carryOut(tour?.tour.timeIsUp(on: &state) ?? []) }
            sayDataAge()
            losePatience()
            // A frame with some of the new figures would be a frame of no state of the data.
            if patienceEnds != nil, !isAsked { continue }
            if showsLastFrame, state.isWaiting { continue }
            showsLastFrame = false
            draw()
        }
        return 0
    }

    /// Waits a moment for new figures in place of those shown, and then shows that they are late.
    private func losePatience() {
        guard state.isWaitingQuietly else { return patienceEnds = nil }
        let end = patienceEnds ?? .now + Self.patience
        patienceEnds = end
        guard ContinuousClock.now >= end else { return }
        apply(.answersAreLate)
        patienceEnds = nil
    }

    /// Keeps what is shown for the next session on the same data.
    private func keepFrame() {
        guard state.scope == initialScope,
            let canvas = state.restingView(size: screen.size, glyphs: screen.glyphs)
        else { return }
        lastFrame?.save(state.screenID, canvas.grid)
    }

    private func draw() {
        let size = screen.size
        var (state, tour) = (state, tour)
        // What is not certain happens to copies, and nothing outside.
        if let foreseen { _ = Self.update(&state, &tour, .input(.key(foreseen))) }
        let canvas =
            tour?.tour.view(of: state, size: size, glyphs: screen.glyphs)
            ?? state.view(size: size, glyphs: screen.glyphs)
        shown = canvas
        screen.draw(canvas, theme: theme)
    }

    /// What the state is told of an input; nothing of a click beside everything.
    private func action(for input: InputEvent) -> Action? {
        guard case .mouse(let mouse) = input, mouse.action == .click || mouse.action == .doubleClick else {
            return .input(input)
        }
        return shown?.target(x: mouse.x, y: mouse.y).map { .clicked($0, isDouble: mouse.action == .doubleClick) }
    }

    /// The header says the age in words that change seldom, so this sends nothing most of the time.
    private func sayDataAge() {
        _ = state.update(.tick(horizon))
    }

    /// Says of a window that is larger than the largest screen how much of it is used.
    private func sayWhatIsNotDrawn() {
        guard let whole = screen.sizeBeyond else { return }
        let size = [whole.width, whole.height].map { NumberText.count($0) }.joined(separator: " by ")
        apply(.message("this window has \(size) cells; the first \(SizeText.largest) are used"))
    }

    private func apply(_ action: Action) {
        if case .answered(_, let answer) = action, let catalog = answer.answer as? Catalog { horizon = catalog.horizon }
        let effects = Self.update(&state, &tour, action)
        if !state.isPaused { desk.takeNewer() }
        carryOut(effects)
    }

    private static func update(_ state: inout DashboardState, _ tour: inout TourRun?, _ action: Action) -> [Effect] {
        let effects = tour?.tour.update(action, on: &state) ?? state.update(action)
        if tour?.tour.isLeft == true { tour = nil }
        return effects
    }

    private func carryOut(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .ask(let request, let question): desk.ask(request, question)
            case .cancel(let request): desk.cancel(request)
            case .saveView(let view): views.saving(view).forEach(apply)
            case .deleteView(let name): views.deleting(name).forEach(apply)
            case .copy(let text): screen.copy(text)
            case .keepStore(let name): keeper?.keep(as: name).forEach(apply)
            case .export(let export): write(export)
            case .applyTheme(let name): apply(themeNamed: name)
            case .redraw: screen.forget()
            case .suspend: screen.suspend()
            case .quit: isOver = true
            }
        }
    }

    private func write(_ export: Export) {
        let exporter = Exporter(
            origin: ReportOrigin(store: state.store.name, isDemo: state.isDemo),
            environment: ProcessInfo.processInfo.environment
        )
        let outcome = exporter.write(export) {
            GridPicture(state.bareView(size: screen.size, glyphs: screen.glyphs).grid, theme: theme)
        }
        apply(.exported(outcome))
    }

    private func apply(themeNamed name: String) {
        do {
            theme = try themes.theme(named: name)
        } catch {
            apply(.message("\(error)"))
        }
    }
}

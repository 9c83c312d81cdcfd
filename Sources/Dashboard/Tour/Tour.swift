public import Canvas
public import JourneyModel

/// A tour under way: it presses the keys of its script as soon as what the last one asked for is there, and stands still
/// where the script says so, or the presenter.
///
/// A value, as the dashboard is, which it is given whenever something happens.
public struct Tour: Sendable {
    let script: TourScript
    /// The step to be done next.
    private(set) var next = 0
    /// The stop that is shown, from 0; nil before the first.
    private(set) var stop: Int?
    private(set) var caption = ""
    /// What is marked on the screen.
    private(set) var pointed: Pointed?
    /// Whether the presenter has stopped it.
    private(set) var isPaused = false
    /// Whether the presenter has left it for the dashboard.
    public private(set) var isLeft = false
    /// What the script asked for and could not be done.
    public private(set) var problems: [TourProblem] = []
    private var hold = Hold.none
    /// How it began.
    private var beginning: Mark
    /// How each stop that was reached began, and its step.
    private var marks: [Int: (step: Int, mark: Mark)] = [:]

    struct Pointed: Hashable {
        var text: String
        var line: Int
    }

    private enum Hold: Hashable {
        case none, wait, end
        case pause(Milliseconds)
    }

    /// A view to come back to, and what lies over it.
    private struct Mark: Hashable {
        var moment: ViewMoment
        var overlay: Overlay?
        var search: String

        init(_ dashboard: DashboardState) {
            moment = dashboard.moment
            overlay = dashboard.overlay
            search = dashboard.search
        }
    }

    /// A tour that begins with `dashboard` as it is.
    public init(_ script: TourScript, from dashboard: DashboardState) {
        self.script = script
        beginning = Mark(dashboard)
    }

    /// How long it is to stand still from now, until ``timeIsUp(on:)``; nil where no time ends that. `step` tells one pause
    /// from another.
    public var pause: (step: Int, length: Milliseconds)? {
        guard !isPaused, case .pause(let length) = hold else { return nil }
        return (next, length)
    }

    /// Whether it has shown all it has.
    public var isAtEnd: Bool { hold == .end }
}

extension Tour {
    /// What is to be done when the program starts.
    public mutating func start(on dashboard: inout DashboardState) -> [Effect] {
        dashboard.start() + goOn(&dashboard)
    }

    /// Takes in what happened, and returns what is to be done outside.
    public mutating func update(_ action: Action, on dashboard: inout DashboardState) -> [Effect] {
        let effects: [Effect]
        switch action {
        case .input(.key(let key)), .clicked(.key(let key), _): effects = take(key, &dashboard)
        case .input(.mouse), .input(.paste), .clicked: effects = []
        default: effects = dashboard.update(action)
        }
        return effects + goOn(&dashboard)
    }

    /// The time of a pause has passed.
    public mutating func timeIsUp(on dashboard: inout DashboardState) -> [Effect] {
        if pause != nil { hold = .none }
        return goOn(&dashboard)
    }

    /// The presenter's keys. Those of a remote control are among them.
    private mutating func take(_ key: Key, _ dashboard: inout DashboardState) -> [Effect] {
        // Painting anew shows what is there, and what was said is part of it.
        if key != .ctrl("l"), key != .ctrl("r") { dashboard.message = nil }
        let ways = "\u{2190} goes back, d is for the dashboard, q quits"
        switch key {
        case .right, .enter, .pageDown, .character("n"):
            isPaused = false
            if hold == .end { dashboard.message = "this is the end of the tour; \(ways)" } else { hold = .none }
        case .left, .backspace, .pageUp, .character("p"): return goBack(&dashboard)
        case .character(" "): isPaused.toggle()
        case .character("d"), .escape: isLeft = true
        case .character("q"), .ctrl("c"), .ctrl("q"): return [.quit]
        case .ctrl("z"), .ctrl("l"), .ctrl("r"):
            // As on the dashboard, which says why where it is blocked.
            if let binding = dashboard.binding(for: key) { return dashboard.perform(binding) }
        default: dashboard.message = "\(key.display()) does nothing in a tour; \u{2192} goes on, \(ways)"
        }
        return []
    }

    /// Does the steps up to where it stands still, or where an answer has to come first.
    private mutating func goOn(_ dashboard: inout DashboardState) -> [Effect] {
        var effects: [Effect] = []
        while hold == .none, !isPaused, !isLeft, !dashboard.isWaiting {
            guard script.steps.indices.contains(next) else {
                hold = .end
                break
            }
            let step = next
            next += 1
            effects += perform(script.steps[step].command, at: step, &dashboard)
        }
        return effects
    }

    private mutating func perform(
        _ command: TourScript.Command,
        at step: Int,
        _ dashboard: inout DashboardState
    ) -> [Effect] {
        let line = script.steps[step].line
        switch command {
        case .caption(let text):
            let number = stop.map { $0 + 1 } ?? 0
            stop = number
            caption = text
            pointed = nil
            marks[number] = (step, Mark(dashboard))
        case .key(let key): return press(key, line, &dashboard)
        case .type(let text): return text.flatMap { press(.character($0), line, &dashboard) }
        case .screen(let screen):
            dashboard.overlay = nil
            return dashboard.screens.keys(opening: screen).flatMap { press($0, line, &dashboard) }
        case .point(let text): pointed = Pointed(text: text, line: line)
        case .pause(let time): hold = .pause(time)
        case .wait: hold = .wait
        case .reset: return show(beginning, &dashboard)
        }
        return []
    }

    /// Presses a key of the script. A tour shows and changes nothing: what a key would do to a file or to the program is not
    /// done.
    private mutating func press(_ key: Key, _ line: Int, _ dashboard: inout DashboardState) -> [Effect] {
        let effects = dashboard.update(.input(.key(key)))
        let allowed = effects.filter { effect in
            switch effect {
            case .ask, .cancel, .applyTheme: true
            case .copy, .export, .saveView, .deleteView, .keepStore, .redraw, .suspend, .quit: false
            }
        }
        if allowed.count < effects.count {
            let reason = "a tour only shows: \(key.display()) is the presenter's"
            dashboard.message = reason
            problems.append(TourProblem(line: line, message: reason, hint: "leave the key out"))
        } else if let echo = dashboard.echo, echo.isIdle {
            let reason = "\(key.display()) \(echo.action)"
            let hint = dashboard.message ?? "look what ? lists there"
            problems.append(TourProblem(line: line, message: reason, hint: hint))
        }
        return allowed
    }

    /// What the script points at and is not on a screen of this size: for trying a tour where it stands still.
    public func missing(on dashboard: DashboardState, size: Size) -> TourProblem? {
        let canvas = view(of: dashboard, size: size, glyphs: .unicode)
        guard let pointed, place(of: pointed, dashboard, on: canvas) == nil else { return nil }
        return TourProblem(
            line: pointed.line,
            message: "'\(pointed.text)' is not on the screen of \(size.width)x\(size.height)",
            hint: "point at a text that is, or leave the line out"
        )
    }

    /// To where the stop before began; on the first one, to where that began.
    private mutating func goBack(_ dashboard: inout DashboardState) -> [Effect] {
        guard let stop, let target = marks[max(0, stop - 1)] else { return [] }
        self.stop = stop > 1 ? stop - 2 : nil
        next = target.step
        hold = .none
        isPaused = false
        return show(target.mark, &dashboard)
    }

    private func show(_ mark: Mark, _ dashboard: inout DashboardState) -> [Effect] {
        let theme = dashboard.themeName
        dashboard.moment = mark.moment
        dashboard.overlay = mark.overlay
        dashboard.search = mark.search
        dashboard.message = nil
        dashboard.echo = nil
        return (dashboard.themeName == theme ? [] : [.applyTheme(dashboard.themeName)]) + dashboard.start()
    }
}

import Canvas
import JourneyModel

extension DashboardState {
    /// What is to be done when the program starts: the first questions.
    public mutating func start() -> [Effect] {
        ask()
    }

    /// Takes in what happened, and returns what is to be done outside.
    public mutating func update(_ action: Action) -> [Effect] {
        var effects: [Effect] = []
        switch action {
        case .input(let event): effects = remembering { $0.handle(event) }
        case .clicked(let target, let isDouble): effects = remembering { $0.click(target, isDouble: isDouble) }
        case .answered(let request, let answer): answers.take(answer, for: request)
        case .failed(let request, let text, let hint):
            if answers.fail(request, .init(message: text, hint: hint)) {
                message = hint.isEmpty ? text : "\(text): \(hint)"
            }
        case .dataChanged(let generation):
            storeIsUnreadable = false
            newestGeneration = max(newestGeneration, generation)
            if !isPaused { takeNewestData() }
        case .answersAreLate:
            isRefreshing = false
            answers.stopBeingQuiet()
        case .dataUnreadable(let text):
            storeIsUnreadable = true
            message = text
        case .tick(let age): store.dataAge = age
        case .themes(let names): themes = names
        case .views(let views): self.views = views
        case .exported(let outcome): take(outcome)
        case .kept(let path, let name):
            (store.path, store.name, store.isKept) = (path, name, true)
            message = "kept in \(path), with the mapping beside it"
        case .message(let text): message = text
        }
        let asked = ask(isRefresh: isRefreshing && !action.isByHand)
        // What somebody changed is seen to be waited for.
        if !answers.isWaiting || action.isByHand && !asked.isEmpty { isRefreshing = false }
        return effects + asked
    }

    /// Shows the newest state of the data from now on.
    mutating func takeNewestData() {
        guard generation != newestGeneration else { return }
        generation = newestGeneration
        isRefreshing = true
    }

    /// Does something, and notes it for undoing where it changed what is shown.
    private mutating func remembering(_ work: (inout DashboardState) -> [Effect]) -> [Effect] {
        let before = (moment: moment, history: history, isBuilding: isBuilding)
        let effects = work(&self)
        // What the builder does is one change, once it is kept.
        if history == before.history, !before.isBuilding { remember(before.moment, effects) }
        return effects
    }

    /// Asks whatever the screen and what lies over it need and do not have yet.
    private mutating func ask(isRefresh: Bool = false) -> [Effect] {
        if let catalog {
            scope.follow(catalog)
        } else if scope.relative != nil {
            // Where such a period lies is known when it is known where the data ends.
            return answers.want([Slot.catalog.asks(CatalogQuestion())], generation: generation, isRefresh: isRefresh)
        }
        var effects: [Effect] = []
        var wanted: [Wanted]
        repeat {
            wanted = questions
            effects += answers.want(wanted, generation: generation, isRefresh: isRefresh)
            // An answer that was known already may lead to further questions.
        } while questions != wanted
        return effects
    }

    /// What has to be known to draw what is shown.
    private var questions: [Wanted] {
        var wanted = [Slot.catalog.asks(CatalogQuestion())] + screen.questions(self)
        // The store can only say what it holds now: a pause notes it while it is what the other figures are of.
        let summary = Slot.summary.asks(SummaryQuestion())
        if isPaused, !wanted.contains(summary) { wanted.append(summary) }
        return wanted
    }

    private mutating func handle(_ event: InputEvent) -> [Effect] {
        switch event {
        case .resize(let size):
            self.size = size
            return []
        case .mouse(let mouse):
            // The wheel moves as the arrow keys do, wherever the pointer is. What a click means, only the frame that was
            // clicked on can say: it comes as `.clicked`.
            switch mouse.action {
            case .wheelUp: return handle(.up)
            case .wheelDown: return handle(.down)
            case .click, .doubleClick: return []
            }
        case .paste(let text):
            paste(text)
            return []
        case .key(let key):
            return handle(key)
        }
    }

    mutating func handle(_ key: Key) -> [Effect] {
        // Painting anew shows what is there, and what was said is part of it.
        if binding(for: key)?.command != .redraw { message = nil }
        cursorCameByClick = false
        let before = self
        let effects = echoesKeys ? echoing(key) { $0.press(key) } : press(key)
        explainIdle(key, since: before, effects)
        return effects
    }

    private mutating func press(_ key: Key) -> [Effect] {
        if overlay != nil, !Self.meansTheSameEverywhere(key) { return handleOverlay(key) }
        let binding = binding(for: key)
        let from = goingFrom
        goingFrom = key == KeyBinding.going ? place : nil
        guard let binding else { return [] }
        // What `g` does by itself was not meant: the screen is left as it stood.
        if case .screen = binding.command, let from, from.withoutCursor == place.withoutCursor { place = from }
        return perform(binding)
    }

    /// Whether no overlay takes the key, not even a text field.
    static func meansTheSameEverywhere(_ key: Key) -> Bool {
        [.quit, .suspend, .redraw].contains { command in
            KeyBinding.program.contains { $0.command == command && $0.keys.contains(key) }
        }
    }

    /// Carries out a binding's command, or says why it cannot be.
    mutating func perform(_ binding: KeyBinding) -> [Effect] {
        if let reason = binding.blocked(self) {
            message = "\(binding.keyText()) \(binding.label): \(reason)"
            return []
        }
        return perform(binding.command)
    }

    /// Pasted text goes into the field being typed in, and nowhere else (experience, rule 10).
    private mutating func paste(_ text: String) {
        let before = overlay
        editOverlayEntry { $0.insert(text) }
        if overlay == before, !text.isEmpty { message = "nothing was pasted: there is no field here, or no room in it" }
    }
}

extension Action {
    /// Whether somebody did it, here and now.
    fileprivate var isByHand: Bool {
        switch self {
        case .input(.resize): false
        case .input, .clicked: true
        default: false
        }
    }
}

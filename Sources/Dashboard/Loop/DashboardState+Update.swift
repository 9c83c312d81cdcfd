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
        case .input(let event):
            let before = (moment: moment, history: history)
            effects = handle(event)
            if history == before.history { remember(before.moment, effects) }
        case .answered(let request, let answer): answers.take(answer, for: request)
        case .failed(let request, let text, let hint):
            if answers.fail(request, .init(message: text, hint: hint)) {
                message = hint.isEmpty ? text : "\(text): \(hint)"
            }
        case .dataChanged(let generation):
            storeIsUnreadable = false
            newestGeneration = max(newestGeneration, generation)
            if !isPaused { self.generation = newestGeneration }
        case .dataUnreadable(let text):
            storeIsUnreadable = true
            message = text
        case .tick(let age): store.dataAge = age
        case .themes(let names): themes = names
        case .views(let views): self.views = views
        case .exported(let outcome): take(outcome)
        case .message(let text): message = text
        }
        return effects + ask()
    }

    /// Asks whatever the screen and what lies over it need and do not have yet.
    private mutating func ask() -> [Effect] {
        if let catalog {
            scope.follow(catalog)
        } else if scope.relative != nil {
            // Where such a period lies is known when it is known where the data ends.
            return answers.want([.catalog: .catalog], generation: generation)
        }
        var wanted = screen.questions(self)
        wanted[.catalog] = .catalog
        if case .builder(let builder) = overlay, let query = builder.query(self) {
            wanted[.funnelPreview] = .funnel(query)
        }
        if case .equity(let trait) = place.detail {
            wanted[.equity] = .equity(EquityQuery(scope: questionScope, trait: trait))
        }
        return answers.want(wanted, generation: generation)
    }

    private mutating func handle(_ event: InputEvent) -> [Effect] {
        switch event {
        case .resize(let size):
            self.size = size
            return []
        case .mouse(let mouse):
            // Only the wheel: it moves as the arrow keys do, wherever the pointer is.
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

    private mutating func handle(_ key: Key) -> [Effect] {
        message = nil
        // These two mean the same everywhere, in a text field too.
        if key == .ctrl("c") { return perform(.quit) }
        if key == .ctrl("z") { return perform(.suspend) }
        if overlay != nil { return handleOverlay(key) }
        guard let binding = binding(for: key) else { return [] }
        return perform(binding)
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
        editOverlayEntry { $0.insert(text) }
    }
}

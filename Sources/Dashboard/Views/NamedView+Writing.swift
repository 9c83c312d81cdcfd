import JourneyModel
import Wording

extension NamedView {
    /// The view as a file holds it; `init(_:)` reads it back.
    public var entry: ViewEntry {
        var entry = ViewEntry([.name: .text(name)])
        if let period {
            entry.values[.screen] = .text(screen.name)
            entry.values[.period] = .text(period.text)
        }
        switch before {
        case .none: break
        case .previous: entry.values[.before] = .text("previous")
        case .period(let before): entry.values[.before] = .text(before.text)
        }
        entry.set(.filters, filters.map(\.text))
        entry.set(.unit, unit?.rawValue)
        entry.set(.sort, sort)
        entry.set(.open, detail?.words ?? [])
        for state in states.all { state.write(to: &entry) }
        return entry
    }
}

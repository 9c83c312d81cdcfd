import JourneyModel
import Wording

extension ChoiceKind {
    /// Whether Tab marks rows, to take several together.
    var takesSeveral: Bool {
        if case .filterValue = self { true } else { false }
    }

    var title: String {
        switch self {
        case .filterDimension: "Filter by"
        case .filterValue(let dimension): "Keep only where \(dimension) is"
        case .period: "Period"
        case .unit: "Count"
        case .theme: "Theme"
        case .savedView: "Saved views"
        case .viewDeletion(let name): "Delete the view \(name)?"
        case .exportFormat: "Write what the screen shows as"
        case .own(let picker): picker.value.title
        }
    }

    var placeholder: String {
        switch self {
        case .filterValue: "type to narrow down; ! first means: all but"
        case .period: "type to narrow down, or a period: 2025-Q4, last week, 1 oct 2025 to 15 oct 2025"
        case .own(let picker): picker.value.placeholder
        default: "type to narrow down"
        }
    }
}

extension DashboardState {
    /// The rows of a picker that fit what was typed, best first.
    func choices(_ kind: ChoiceKind, matching text: String) -> [(choice: Choice, matches: Set<Int>)] {
        let query: String
        if case .filterValue = kind, text.hasPrefix("!") { query = String(text.dropFirst()) } else { query = text }
        let typed = typedChoice(kind, text)
        let listed = choices(kind).filter { $0.id != typed?.id }
        return (typed.map { [(choice: $0, matches: Set<Int>())] } ?? [])
            + Fuzzy.sorted(listed, by: query) { $0.label }.map { (choice: $0.item, matches: $0.matches) }
    }

    private func choices(_ kind: ChoiceKind) -> [Choice] {
        switch kind {
        case .filterDimension: return filterChoices
        case .filterValue(let dimension):
            return (catalog?.values(of: dimension) ?? []).map {
                Choice(id: $0.name, label: $0.name, detail: NumberText.count($0.count))
            } + [Choice(id: Dimension.notSet, label: Dimension.notSet)]
        case .period: return PeriodChoices.all(catalog: catalog, zone: scope.zone)
        case .unit: return unitChoices
        case .theme: return themes.map { Choice(id: $0, label: $0, detail: $0 == themeName ? "in use" : "") }
        case .exportFormat: return Self.exportChoices
        case .savedView: return views.map { Choice(id: $0.name, label: $0.name, detail: $0.summary) }
        case .viewDeletion: return [Choice(id: "keep", label: "keep it"), Choice(id: "delete", label: "delete it")]
        case .own(let picker): return picker.value.choices(self)
        }
    }

    /// What was typed, where it says something that the list cannot hold.
    private func typedChoice(_ kind: ChoiceKind, _ text: String) -> Choice? {
        switch kind {
        case .period: PeriodChoices.typed(text, catalog: catalog, zone: scope.zone)
        case .own(let picker): picker.value.typed(text, self)
        default: nil
        }
    }

    private var filterChoices: [Choice] {
        var rows: [Choice] = []
        if !filters.isEmpty { rows.append(Choice(id: "clear", label: "clear all filters")) }
        rows += filters.map { Choice(id: "remove \($0.text)", label: "remove \($0.text)") }
        return rows + dimensionChoices { _ in true }
    }

    func dimensionChoices(_ isOffered: (String) -> Bool) -> [Choice] {
        (catalog?.dimensions ?? []).filter { isOffered($0.name) }.map { dimension in
            let count = dimension.values.count
            return Choice(
                id: dimension.name,
                label: dimension.name,
                detail: "\(NumberText.count(count)) \(count == 1 ? "value" : "values")"
            )
        }
    }

    private var unitChoices: [Choice] {
        CountingUnit.allCases.map { unit in
            let count: Int? =
                switch unit {
                case .person: catalog?.people
                case .case: catalog?.cases
                case .session: catalog?.sessions
                case .attempt: nil
                }
            return Choice(
                id: unit.rawValue,
                label: unit.plural,
                detail: unit == self.unit ? "in use" : count.map { NumberText.count($0) } ?? "",
                blocked: count == 0 ? "the store has none" : nil
            )
        }
    }

    /// Does what the chosen row says.
    mutating func choose(_ kind: ChoiceKind, _ choice: Choice, _ list: FilteredList) -> [Effect] {
        switch kind {
        case .filterDimension: chooseFilter(choice)
        case .filterValue(let dimension):
            let filter = Filter(dimension, choice.id, list)
            scope.filters.removeAll { $0.dimension == dimension && $0.isNegated == filter.isNegated }
            scope.filters.append(filter)
        case .period:
            if let relative = RelativePeriod(choice.id) {
                scope.show(relative, isCompared: true)
            } else if let period = PeriodChoices.period(choice.id) {
                scope.show(period.range, against: period.before)
            }
        case .unit: scope.unit = CountingUnit(rawValue: choice.id)
        case .theme:
            themeName = choice.id
            return [.applyTheme(choice.id)]
        case .exportFormat: OutputFormat(name: choice.id).map { chooseExport($0) }
        case .savedView:
            if let view = views.first(where: { $0.name == choice.id }) { open(view) }
        case .viewDeletion(let name): return choice.id == "delete" ? [.deleteView(name)] : []
        case .own(let picker): picker.value.choose(choice, &self)
        }
        return []
    }

    private mutating func chooseFilter(_ choice: Choice) {
        if choice.id == "clear" {
            scope.filters = []
            place.narrowing = []
        } else if choice.id.hasPrefix("remove ") {
            scope.filters.removeAll { "remove \($0.text)" == choice.id }
            place.narrowing.removeAll { "remove \($0.text)" == choice.id }
        } else {
            overlay = .choice(.filterValue(dimension: choice.id), FilteredList())
        }
    }

    /// The selection moved to this row: a theme is shown as it would look.
    func hovered(_ kind: ChoiceKind, _ choice: Choice) -> [Effect] {
        if case .theme = kind { return [.applyTheme(choice.id)] }
        return []
    }

    /// The picker was left without a choice.
    func dismissed(_ kind: ChoiceKind) -> [Effect] {
        if case .theme(let before) = kind, !before.isEmpty { return [.applyTheme(before)] }
        return []
    }
}

extension Filter {
    /// What a list of values means with `chosen` under its cursor: the marked ones where there are any, and all but these
    /// where what was typed starts with an exclamation mark.
    init(_ dimension: String, _ chosen: String, _ list: FilteredList) {
        self.init(
            dimension: dimension,
            values: list.marked.isEmpty ? [chosen] : list.marked.sorted(),
            isNegated: list.entry.text.hasPrefix("!")
        )
    }
}

import Canvas

extension DashboardState {
    /// Gives a key to what lies over the screen.
    mutating func handleOverlay(_ key: Key) -> [Effect] {
        switch overlay {
        case nil: return []
        case .help(let list): return handleActions(key, list) { .help($0) }
        case .palette(let list): return handleActions(key, list) { .palette($0) }
        case .choice(let kind, let list): return handleChoice(key, kind, list)
        case .tool(let tool): return tool.value.handle(key, &self)
        case .receipt where key == OverlayKey.elsewhereKey:
            if let reason = elsewhereBlocked { message = reason } else { overlay = .elsewhere(0) }
            return []
        case .elsewhere(let offset): return scroll(key, offset, through: elsewhereLines) { .elsewhere($0) }
        case .receipt(let offset): return scroll(key, offset, through: receiptLines) { .receipt($0) }
        case .explanation(let offset): return scroll(key, offset, through: explanationLines) { .explanation($0) }
        case .naming(let naming, var entry):
            if key == .enter { return naming == .view ? saveView(named: entry.text) : keepStore(named: entry.text) }
            if key == .escape { overlay = nil } else if entry.edit(key) { overlay = .naming(naming, entry) }
            return []
        case .export(let dialog): return handleExport(key, dialog)
        case .search(var entry):
            if key == .enter {
                overlay = nil
                search = entry.text
                toMatch(forward: true, includingCurrent: true)
            } else if key == .escape {
                overlay = nil
                search = ""
            } else if entry.edit(key) {
                overlay = .search(entry)
                search = entry.text
                toMatch(forward: true, includingCurrent: true)
            }
            return []
        }
    }

    /// Edits the text being typed, where there is any.
    mutating func editOverlayEntry(_ edit: (inout TextEntry) -> Void) {
        switch overlay {
        case .help(var list):
            edit(&list.entry)
            list.selected = 0
            overlay = .help(list)
        case .palette(var list):
            edit(&list.entry)
            list.selected = 0
            overlay = .palette(list)
        case .choice(let kind, var list):
            edit(&list.entry)
            list.selected = 0
            overlay = .choice(kind, list)
        case .tool(var tool):
            tool.value.editEntry(edit)
            overlay = .tool(tool)
        case .naming(let naming, var entry):
            edit(&entry)
            overlay = .naming(naming, entry)
        case .export(var dialog):
            dialog.edit(edit)
            overlay = .export(dialog)
        case .search(var entry):
            edit(&entry)
            overlay = .search(entry)
            search = entry.text
        case .receipt, .explanation, .elsewhere, nil: break
        }
    }

    private mutating func scroll(
        _ key: Key,
        _ offset: Int,
        through lines: [PanelLine],
        _ make: (Int) -> Overlay
    ) -> [Effect] {
        let page = max(1, size.height - 8)
        // Going beyond the end would have to be gone back before anything moved again.
        let end = Canvas(width: size.width, height: size.height).textPanelEnd(lines)
        let at = min(offset, end)
        switch key {
        case .down, .character("j"): overlay = make(min(end, at + 1))
        case .up, .character("k"): overlay = make(max(0, at - 1))
        case .pageDown, .character(" "): overlay = make(min(end, at + page))
        case .pageUp: overlay = make(max(0, at - page))
        case .home: overlay = make(0)
        case .end: overlay = make(end)
        default: overlay = nil
        }
        return []
    }

    /// The help and the palette: both list bindings, narrowed down by typing, and carry out the one chosen.
    private mutating func handleActions(
        _ key: Key,
        _ list: FilteredList,
        _ make: (FilteredList) -> Overlay
    ) -> [Effect] {
        let found = settled.actions(matching: list.entry.text)
        if key == .enter {
            overlay = nil
            guard found.indices.contains(list.selected) else { return [] }
            return perform(found[list.selected].binding)
        }
        if let next = list.moved(by: key, count: found.count, page: max(1, size.height - 8)) {
            overlay = next.isClosed ? nil : make(next.list)
        }
        return []
    }

    /// What works here, the best match first; what a key's name fits goes before what words fit.
    func actions(matching text: String) -> [(binding: KeyBinding, matches: Set<Int>)] {
        let all = bindings
        let keyed = Key(name: text).map { key in all.filter { $0.keys.contains(key) } } ?? []
        // A single character asks for a key, and for nothing else where there is one.
        if text.count == 1, !keyed.isEmpty { return keyed.map { ($0, []) } }
        let worded = Fuzzy.sorted(all, by: text) { $0.sentence }.map { (binding: $0.item, matches: $0.matches) }
        let isKeyed = { (binding: KeyBinding) in keyed.contains { $0.keys == binding.keys } }
        return keyed.map { ($0, []) } + worded.filter { !isKeyed($0.binding) }
    }

    private mutating func handleChoice(_ key: Key, _ kind: ChoiceKind, _ list: FilteredList) -> [Effect] {
        let found = choices(kind, matching: list.entry.text)
        switch key {
        case .enter:
            guard found.indices.contains(list.selected) else { return [] }
            let choice = found[list.selected].choice
            if let reason = choice.blocked {
                message = "\(choice.label): \(reason)"
                return []
            }
            overlay = nil
            return choose(kind, choice, list)
        case .tab where kind.takesSeveral:
            guard found.indices.contains(list.selected) else { return [] }
            var next = list
            next.mark(found[list.selected].choice.id, of: found.count)
            overlay = .choice(kind, next)
            return []
        case .ctrl("x") where kind == .savedView:
            guard found.indices.contains(list.selected) else { return [] }
            if store.isKiosk {
                message = "kiosk mode: nothing is deleted from here"
            } else {
                overlay = .choice(.viewDeletion(name: found[list.selected].choice.id), FilteredList())
            }
            return []
        default:
            guard let next = list.moved(by: key, count: found.count, page: max(1, size.height - 8)) else { return [] }
            if next.isClosed {
                overlay = nil
                return dismissed(kind)
            }
            overlay = .choice(kind, next.list)
            let rows = choices(kind, matching: next.list.entry.text)
            return rows.indices.contains(next.list.selected) ? hovered(kind, rows[next.list.selected].choice) : []
        }
    }
}

extension FilteredList {
    /// Marks a row, or takes its mark away, and goes on to the next.
    mutating func mark(_ id: String, of count: Int) {
        marked.formSymmetricDifference([id])
        selected = min(selected + 1, max(0, count - 1))
    }

    /// The list after a key that moves in it or types into it; nil for a key that means nothing here.
    func moved(by key: Key, count: Int, page: Int) -> (list: FilteredList, isClosed: Bool)? {
        var next = self
        switch key {
        case .escape: return (self, true)
        case .down, .ctrl("n"): next.selected = min(selected + 1, max(0, count - 1))
        case .up, .ctrl("p"): next.selected = max(0, selected - 1)
        case .pageDown: next.selected = min(selected + page, max(0, count - 1))
        case .pageUp: next.selected = max(0, selected - page)
        case .home where entry.text.isEmpty: next.selected = 0
        case .end where entry.text.isEmpty: next.selected = max(0, count - 1)
        // With nothing typed, Backspace closes, as it goes back everywhere.
        case .backspace where entry.text.isEmpty: return (self, true)
        default:
            guard next.entry.edit(key) else { return nil }
            if next.entry.text != entry.text { next.selected = 0 }
        }
        return (next, false)
    }
}

import Canvas
import JourneyModel

extension DashboardState {
    func drawOverlay(on canvas: inout Canvas) {
        if overlay?.coversScreen == true { canvas.restyle(canvas.bounds) { $0.dimmed } }
        switch overlay {
        case nil, .search: break
        case .help(let list): drawActions(list, title: "Keys that work here", isHelp: true, on: &canvas)
        case .palette(let list): drawActions(list, title: "All actions", isHelp: false, on: &canvas)
        case .choice(let kind, let list): drawChoice(kind, list, on: &canvas)
        case .builder(let builder): FunnelBuilderView.draw(builder, self, on: &canvas)
        case .receipt(let offset):
            if let subject = receiptSubject {
                canvas.textPanel("Receipt: \(subject.title)", ReceiptText.lines(subject, self), offset: offset)
            }
        case .explanation(let offset):
            canvas.textPanel("In plain words", screen.explanation(self).map { .text($0) }, offset: offset)
        case .export(let dialog): canvas.export(dialog)
        case .viewName(let entry):
            let placeholder = "a name, such as blue badge, by channel"
            let field = InputField(text: entry.text, cursor: entry.cursor, placeholder: placeholder)
            canvas.choosing(
                Picker(
                    title: "Keep this view as",
                    field: field,
                    rows: [],
                    emptyText: views.contains { $0.name == entry.text } ? "This replaces the one of that name." : "",
                    hints: [KeyHint("\u{21B5}".shown(canvas.glyphs), "save"), KeyHint("esc", "cancel")],
                    size: Size(width: 60, height: 8)
                )
            )
        }
    }

    /// The receipt of what is on the screen: of the equity table, where that is open.
    var receiptSubject: ReceiptSubject? {
        if case .equity = place.detail, let result = EquityView.result(self).value {
            let group = cursor().flatMap { result.groups.indices.contains($0) ? result.groups[$0] : nil }
            let title = "Completion" + (group.map { ", \($0.value)" } ?? "")
            return ReceiptSubject(title: title, measure: group?.completion, receipt: result.receipt)
        }
        return screen.receipt(self)
    }

    private func drawActions(_ list: FilteredList, title: String, isHelp: Bool, on canvas: inout Canvas) {
        let found = actions(matching: list.entry.text)
        let rows = found.map { found in
            let reason = found.binding.blocked(self)
            let keys = found.binding.keys.map { $0.display(canvas.glyphs) }.joined(separator: " ")
            return PickerRow(
                found.binding.summary,
                matches: found.matches,
                detail: reason.map { isHelp ? "\(keys)  (\($0))" : $0 } ?? keys,
                isEnabled: reason == nil
            )
        }
        canvas.choosing(
            Picker(
                title: title,
                field: list.field(placeholder: "type a key or a word"),
                rows: rows,
                selected: list.selected,
                emptyText: "No action here is called that.",
                hints: [KeyHint("\u{21B5}".shown(canvas.glyphs), "do it"), KeyHint("esc", "close")],
                size: Size(width: 84, height: max(8, canvas.height - 4))
            )
        )
    }

    private func drawChoice(_ kind: ChoiceKind, _ list: FilteredList, on canvas: inout Canvas) {
        let rows = choices(kind, matching: list.entry.text).map { choice, matches in
            let isMarked = list.marked.contains(choice.id)
            let mark = isMarked ? canvas.glyphs.check + " " : ""
            return PickerRow(
                mark + choice.label,
                matches: isMarked ? Set(matches.map { $0 + mark.count }) : matches,
                detail: choice.blocked ?? choice.detail,
                isEnabled: choice.blocked == nil
            )
        }
        var hints = [KeyHint("\u{21B5}".shown(canvas.glyphs), "choose", priority: 3)]
        if kind.takesSeveral { hints.append(KeyHint("tab", "mark several", priority: 1)) }
        if kind == .savedView { hints.append(KeyHint("ctrl-x", "delete", priority: 1)) }
        hints.append(KeyHint("esc", "cancel", priority: 2))
        canvas.choosing(
            Picker(
                title: kind.title,
                field: list.field(placeholder: kind.placeholder),
                rows: rows,
                selected: list.selected,
                hints: hints,
                size: Size(width: 72, height: max(8, min(22, canvas.height - 4)))
            )
        )
    }
}

extension Overlay {
    /// Whether the screen steps back behind it.
    var coversScreen: Bool {
        if case .search = self { false } else { true }
    }
}

extension Canvas {
    /// A picker with a margin to what lies behind it.
    fileprivate mutating func choosing(_ picker: Picker) {
        clear(frame(of: picker))
        self.picker(picker)
    }

    /// Blanks a frame and two columns beside it.
    mutating func clear(_ frame: Rect) {
        fill(Rect(x: frame.x - 2, y: frame.y, width: frame.width + 4, height: frame.height))
    }
}

extension FilteredList {
    func field(placeholder: String) -> InputField {
        InputField(text: entry.text, cursor: entry.cursor, placeholder: placeholder)
    }
}

extension String {
    /// The sign of a key, in letters where the glyphs are ASCII.
    func shown(_ glyphs: GlyphSet) -> String {
        glyphs.repertoire == .unicode ? self : Key(name: self)?.display(glyphs) ?? self
    }
}

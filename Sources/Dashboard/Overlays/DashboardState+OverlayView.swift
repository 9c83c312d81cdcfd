import Canvas
import JourneyModel

extension DashboardState {
    func drawOverlay(on canvas: inout Canvas) {
        guard let overlay, !isBuilding else { return }
        // Words behind are not to be read, and of one colour they take fewer bytes on a slow line.
        if overlay.coversScreen {
            canvas.restyle(canvas.bounds) { ($0.role == .text ? Style(.muted, $0.attributes) : $0).dimmed }
        }
        // The keys go to it, and so do clicks.
        canvas.dropClickAreas()
        let hints = overlay.hints(canvas.glyphs)
        switch overlay {
        case .search, .tool: break
        case .help(let list): drawActions(list, title: "Keys that work here", isHelp: true, hints, on: &canvas)
        case .palette(let list): drawActions(list, title: "All actions", isHelp: false, hints, on: &canvas)
        case .choice(let kind, let list): drawChoice(kind, list, hints, on: &canvas)
        case .receipt(let offset):
            if let subject = receiptSubject {
                canvas.textPanel(
                    "Receipt: \(subject.title)",
                    receiptLines,
                    offset: offset,
                    keys: elsewhereBlocked == nil ? [.elsewhere] : []
                )
            }
        case .elsewhere(let offset):
            canvas.textPanel("What other tools would say", elsewhereLines, offset: offset)
        case .explanation(let offset):
            canvas.textPanel("In plain words", explanationLines, offset: offset)
        case .export(let dialog): canvas.export(dialog, hints)
        case .naming(let naming, let entry):
            let field = InputField(text: entry.text, cursor: entry.cursor, placeholder: naming.placeholder)
            let replaces = naming == .view && views.contains { $0.name == entry.text }
            canvas.choosing(
                Picker(
                    title: naming.title,
                    field: field,
                    rows: [],
                    emptyText: replaces ? "This replaces the one of that name." : "",
                    hints: hints,
                    size: Size(width: 60, height: 8)
                )
            )
        }
    }

    /// What the receipt says.
    var receiptLines: [PanelLine] { receiptSubject.map { ReceiptText.lines($0, self) } ?? [] }

    /// What others would say of the figure.
    var elsewhereLines: [PanelLine] { screen.elsewhere(self) ?? [] }

    /// Why nobody else has anything to say of it; nil where somebody has.
    var elsewhereBlocked: String? {
        screen.elsewhere(self) == nil ? "other tools are only asked of a funnel: its receipt has the key" : nil
    }

    /// The screen in plain words.
    var explanationLines: [PanelLine] { screen.explanation(self).map { .point($0) } }

    /// The receipt of what is on the screen.
    var receiptSubject: ReceiptSubject? { screen.receipt(self) }

    private func drawActions(
        _ list: FilteredList,
        title: String,
        isHelp: Bool,
        _ hints: [KeyHint],
        on canvas: inout Canvas
    ) {
        let found = actions(matching: list.entry.text)
        let rows = found.map { found in
            let reason = found.binding.blocked(self)
            let keys = found.binding.keysText(canvas.glyphs)
            // What a blocked key would do matters less than why it does not.
            let words = reason == nil ? found.binding.sentence : found.binding.label
            return PickerRow(
                words,
                matches: found.matches.filter { $0 < words.count },
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
                hints: hints,
                size: Size(width: 84, height: max(8, canvas.height - 4))
            )
        )
    }

    private func drawChoice(_ kind: ChoiceKind, _ list: FilteredList, _ hints: [KeyHint], on canvas: inout Canvas) {
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
        switch self {
        case .search, .tool: false
        default: true
        }
    }
}

extension Canvas {
    /// A picker with a margin to what lies behind it.
    fileprivate mutating func choosing(_ picker: Picker) {
        var picker = picker
        picker.size.width = overlayWidth(picker.size.width)
        clear(frame(of: picker))
        self.picker(picker)
    }

    /// The columns of something laid over the screen that wants so many: all there are where but a few would be left at
    /// each side, for words cut to shreds distract.
    func overlayWidth(_ wanted: Int) -> Int { width - wanted < 16 ? width : wanted }

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

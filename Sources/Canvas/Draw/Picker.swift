/// A palette or picker laid over the screen: a title, a field to filter by, and a list to choose from.
public struct Picker: Hashable, Sendable {
    public var title: String
    public var field: InputField?
    public var rows: [PickerRow]
    public var selected: Int
    /// Shown where the list would be when it is empty.
    public var emptyText: String
    /// The last line: which keys do what.
    public var hints: [KeyHint]
    /// The greatest size of the whole; it is never larger than the region.
    public var size: Size

    public init(
        title: String,
        field: InputField? = nil,
        rows: [PickerRow],
        selected: Int = 0,
        emptyText: String = "Nothing matches.",
        hints: [KeyHint] = [],
        size: Size = Size(width: 72, height: 18)
    ) {
        self.title = title
        self.field = field
        self.rows = rows
        self.selected = selected
        self.emptyText = emptyText
        self.hints = hints
        self.size = size
    }
}

/// One choice of a picker.
public struct PickerRow: Hashable, Sendable {
    public var label: String
    /// The indices of the label's characters that the filter matched.
    public var matches: Set<Int>
    /// What stands at the right: a key, a count, the reason why it is disabled.
    public var detail: String
    public var isEnabled: Bool

    public init(_ label: String, matches: Set<Int> = [], detail: String = "", isEnabled: Bool = true) {
        self.label = label
        self.matches = matches
        self.detail = detail
        self.isEnabled = isEnabled
    }
}

/// Where a picker was drawn, in the coordinates of the region it was drawn in.
public struct PickerFrame: Hashable, Sendable {
    public var frame: Rect
    public var body: Rect
    /// The index of the first row shown.
    public var offset: Int
}

extension Picker {
    /// The lines above and below the list.
    fileprivate var head: Int { field == nil ? 2 : 3 }
    fileprivate var foot: Int { hints.isEmpty ? 1 : 2 }
}

extension Canvas {
    /// Where ``picker(_:)`` draws it in the region.
    public func frame(of picker: Picker) -> Rect {
        let wanted = picker.head + picker.foot + max(1, picker.rows.count)
        let (frameWidth, frameHeight) = (min(picker.size.width, width), min(picker.size.height, height, wanted))
        return Rect(
            x: (width - frameWidth) / 2,
            y: max(0, (height - frameHeight) / 3),
            width: frameWidth,
            height: frameHeight
        )
    }

    /// Draws the picker in the middle of the region: a rule above and below, no box.
    @discardableResult
    public mutating func picker(_ picker: Picker) -> PickerFrame {
        let (head, foot) = (picker.head, picker.foot)
        let frame = frame(of: picker)
        let (frameWidth, frameHeight) = (frame.width, frame.height)
        let bodyHeight = max(0, frameHeight - head - foot)
        let window = Table(columns: [], rows: picker.rows.map { _ in TableRow([]) }, cursor: picker.selected)
        let offset = window.visibleOffset(bodyHeight)
        region(frame) { canvas in
            canvas.fill(canvas.bounds, .modal)
            canvas.rule()
            canvas.rule(y: frameHeight - 1)
            canvas.text(picker.title, x: 2, y: 1, .modalTitle.bold, width: frameWidth - 4)
            if let field = picker.field { canvas.input(field, x: 2, y: 2, width: frameWidth - 4) }
            if foot == 2 { canvas.footer(picker.hints, x: 2, y: frameHeight - 2, width: frameWidth - 4) }
            canvas.region(x: 0, y: head, width: frameWidth, height: bodyHeight) { body in
                body.pickerRows(picker, offset: offset)
            }
            canvas.restyle(canvas.bounds) { $0.adding(.raised) }
        }
        let body = Rect(x: frame.x, y: frame.y + head, width: frameWidth, height: bodyHeight)
        return PickerFrame(frame: frame, body: body, offset: offset)
    }

    private mutating func pickerRows(_ picker: Picker, offset: Int) {
        if picker.rows.isEmpty { text(picker.emptyText, x: 2, .modal, width: width - 4) }
        for line in 0..<max(0, min(height, picker.rows.count - offset)) {
            let row = picker.rows[offset + line]
            let isSelected = offset + line == picker.selected
            clickable(Rect(x: 0, y: line, width: width, height: 1), .row(list: 0, index: offset + line))
            let base: Style = row.isEnabled ? .modal : .disabled
            let spans =
                row.matches.isEmpty
                ? [Span(row.label, base)]
                : row.label.enumerated().map { index, character in
                    Span(String(character), row.matches.contains(index) ? .match.bold : base)
                }
            // The detail has what the label leaves, and where both are long, half.
            let detailWidth = min(measure(row.detail), max(width / 2, width - 6 - measure(row.label)))
            self.line(spans, x: 2, y: line, width: width - 4 - (detailWidth > 0 ? detailWidth + 2 : 0))
            text(row.detail, x: width - 2 - detailWidth, y: line, .muted, width: detailWidth, align: .right)
            guard isSelected else { continue }
            text(glyphs.marker, y: line, .selection)
            restyle(Rect(x: 0, y: line, width: width, height: 1)) { Style(.selection, $0.attributes.union(.reverse)) }
            if picker.field == nil { placeCursor(x: 0, y: line) }
        }
    }
}

import Canvas

/// A line of a text laid over the screen.
enum PanelLine: Hashable, Sendable {
    case text(String)
    /// One of several things said.
    case point(String)
    /// A label and what belongs to it, in two columns.
    case fact(String, String)
    case heading(String)
    case note(String)
    case blank
}

extension Canvas {
    /// A text laid over the screen, scrolled down by `offset` lines but never past its end.
    ///
    /// - Parameter keys: besides those that every text has.
    mutating func textPanel(_ title: String, _ lines: [PanelLine], offset: Int, keys own: [OverlayKey] = []) {
        let columns = overlayWidth(76)
        let inner = max(1, columns - 4)
        let labelWidth = labelWidth(lines, inner)
        let tall = lines.map { rows($0, inner, labelWidth) }
        let total = tall.reduce(0, +)
        let frameHeight = min(height, total + 6)
        let frame = Rect(
            x: (width - columns) / 2,
            y: max(0, (height - frameHeight) / 3),
            width: columns,
            height: frameHeight
        )
        let room = max(0, frameHeight - 6)
        let first = min(max(0, offset), max(0, total - room))
        clear(frame)
        region(frame) { canvas in
            canvas.fill(canvas.bounds, .modal)
            canvas.rule()
            canvas.rule(y: canvas.height - 1)
            canvas.text(title, x: 2, y: 1, .modalTitle.bold, width: inner)
            canvas.placeCursor(x: 2, y: 3)
            canvas.region(x: 2, y: 3, width: inner, height: room) { body in
                var y = -first
                for (line, rows) in zip(lines, tall) {
                    body.draw(line, y: y, rows: rows, labelWidth)
                    y += rows
                }
            }
            let keys = (total > room ? [OverlayKey.scroll] : []) + own + [.close]
            canvas.footer(keys.map { $0.hint(canvas.glyphs) }, x: 2, y: canvas.height - 2, width: inner)
            canvas.restyle(canvas.bounds) { $0.adding(.raised) }
        }
    }

    /// By how many lines such a text can be scrolled.
    func textPanelEnd(_ lines: [PanelLine]) -> Int {
        let inner = max(1, overlayWidth(76) - 4)
        let labelWidth = labelWidth(lines, inner)
        let total = lines.reduce(0) { $0 + rows($1, inner, labelWidth) }
        return max(0, total - max(0, min(height, total + 6) - 6))
    }

    /// The columns of the labels and the gap after them: what the longest needs, but no more than half.
    private func labelWidth(_ lines: [PanelLine], _ width: Int) -> Int {
        let longest = lines.map { if case .fact(let label, _) = $0 { measure(label) } else { 0 } }.max() ?? 0
        return min(longest + PanelLine.gap, width / 2)
    }

    private func rows(_ line: PanelLine, _ width: Int, _ labelWidth: Int) -> Int {
        switch line {
        case .text(let text), .note(let text): lineCount(text, width: width)
        case .point(let text): lineCount(text, width: max(1, width - PanelLine.gap))
        case .fact(let label, let value):
            max(
                lineCount(label, width: max(1, labelWidth - PanelLine.gap)),
                lineCount(value, width: max(1, width - labelWidth))
            )
        case .heading, .blank: 1
        }
    }

    private mutating func draw(_ line: PanelLine, y: Int, rows: Int, _ labelWidth: Int) {
        // Above the region nothing shows, but a paragraph that begins there must go on inside it.
        region(x: 0, y: y, width: width, height: rows) { line.draw(on: &$0, labelWidth: labelWidth) }
    }
}

extension PanelLine {
    fileprivate static let gap = 2

    fileprivate func draw(on canvas: inout Canvas, labelWidth: Int) {
        switch self {
        case .text(let text): canvas.paragraph(text, .modal)
        case .point(let text):
            canvas.text(canvas.glyphs.middleDot, .muted)
            canvas.paragraph(text, x: Self.gap, .modal, width: max(1, canvas.width - Self.gap))
        case .note(let text): canvas.paragraph(text, .muted)
        case .heading(let text): canvas.heading(text)
        case .fact(let label, let value):
            canvas.paragraph(label, .muted, width: max(1, labelWidth - Self.gap))
            canvas.paragraph(value, x: labelWidth, .modal, width: max(1, canvas.width - labelWidth))
        case .blank: break
        }
    }
}

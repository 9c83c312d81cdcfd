public import Canvas

extension DashboardState {
    /// Draws the whole dashboard. The same state, size and glyphs give the same cells, always. A size without width or
    /// height counts as 80x24 (experience, rule 3).
    public func view(size: Size, glyphs: GlyphSet) -> Canvas {
        let isNothing = size.width == 0 || size.height == 0
        let size = isNothing ? Size(width: 80, height: 24) : size
        var canvas = Canvas(width: size.width, height: size.height, glyphs: glyphs)
        settled.draw(on: &canvas)
        return canvas
    }

    /// The screen without what lies over it, for a picture of it.
    public func bareView(size: Size, glyphs: GlyphSet) -> Canvas {
        var bare = self
        bare.overlay = nil
        bare.message = nil
        return bare.view(size: size, glyphs: glyphs)
    }

    /// Draws the whole dashboard into the canvas's region.
    func draw(on canvas: inout Canvas) {
        let minimum = screen.minimum
        guard canvas.width >= minimum.width, canvas.height >= minimum.height else { return drawTiny(on: &canvas) }
        var rest = canvas.bounds
        let headerRows = headerRows(canvas)
        canvas.region(rest.splitTop(headerRows).top) { drawHeader(on: &$0) }
        rest = rest.splitTop(headerRows).rest
        drawTabs(on: &canvas, y: rest.y)
        canvas.rule(y: rest.y + 1)
        rest = rest.splitTop(2).rest
        let (content, footer) = rest.splitBottom(1)
        if case .tool(let tool) = overlay {
            let frames = tool.value.frames(content)
            canvas.region(frames.screen.inset(left: 1, right: 1)) { drawContent(on: &$0) }
            // The keys go to the tool, and so do clicks.
            canvas.dropClickAreas()
            canvas.region(frames.tool) { tool.value.draw(self, on: &$0) }
        } else {
            canvas.region(content.inset(left: 1, right: 1)) { drawContent(on: &$0) }
        }
        canvas.region(footer) { drawFooter(on: &$0) }
        drawOverlay(on: &canvas)
        if let message { drawMessage(message, on: &canvas, above: footer.y) }
        canvas.region(footer) { drawEcho(on: &$0) }
    }

    /// The screen, and below it why its numbers are not those of the row that led here.
    private func drawContent(on canvas: inout Canvas) {
        let words = place.origin.flatMap { screen.difference(from: $0, self) }
        let lines = words.map { min(2, canvas.lineCount($0, width: canvas.width)) } ?? 0
        let (content, below) = canvas.bounds.splitBottom(lines)
        canvas.region(content) { screen.draw(ViewContext(state: self, glyphs: $0.glyphs), on: &$0) }
        guard let words else { return }
        canvas.region(below) { _ = $0.paragraph(words, .muted, maximumLines: lines) }
    }

    /// Below what the screen needs: what it wants, and its one number where it fits.
    private func drawTiny(on canvas: inout Canvas) {
        let minimum = screen.minimum
        let words = "\(canvas.width)x\(canvas.height); this view wants \(minimum.width)x\(minimum.height)"
        var y = 0
        if let headline = screen.headline(self), canvas.height > canvas.lineCount(words, width: canvas.width) {
            canvas.line([Span(headline.figure, .figure.bold), Span(" " + headline.label, .muted)])
            y = 1
        }
        y += canvas.paragraph(words, y: y, .muted, width: canvas.width)
        if isDemo, y < canvas.height { canvas.text("DEMO DATA", y: y, .badge) }
        if y + 1 < canvas.height { canvas.text("q leave", y: canvas.height - 1, .hint) }
    }

    private func drawTabs(on canvas: inout Canvas, y: Int) {
        let tabs = screens.tabs
        // A screen without a digit belongs to the one from which it was reached.
        let shown = nearest { $0.digit != nil }.id
        canvas.tabs(
            tabs.map { Tab(String($0.digit), $0.id.title) },
            selected: tabs.firstIndex { $0.id == shown } ?? 0,
            y: y
        )
    }

    /// The footer's hints: as many of the bindings that apply here as there is room for, the most important first.
    private func drawFooter(on canvas: inout Canvas) {
        let room = canvas.width - 2 - (echoesKeys ? KeyEcho.room(canvas.width) : 0)
        if case .search(let entry) = overlay {
            let hints = Overlay.search(entry).hints(canvas.glyphs)
            let hintWidth = min(room / 2, canvas.width(of: hints))
            canvas.footer(hints, x: 1 + room - hintWidth, width: hintWidth)
            let field = InputField(
                prompt: "/",
                text: entry.text,
                cursor: entry.cursor,
                placeholder: "part of a row's text"
            )
            canvas.input(field, x: 1, width: room - hintWidth - 2)
            return
        }
        if isBuilding, let overlay {
            canvas.footer(overlay.hints(canvas.glyphs), width: room)
            return
        }
        let bindings = bindings
        let shown = bindings.filter { $0.priority > 0 && $0.command != .help }.sorted { $0.priority > $1.priority }
        let hints = shown.map { $0.hint(in: self, canvas.glyphs) }
        let help = bindings.first { $0.command == .help }?.hint(in: self, canvas.glyphs)
        canvas.footer(hints, pinned: help, width: room)
    }

    /// Says something above the footer until the next key.
    private func drawMessage(_ text: String, on canvas: inout Canvas, above bottom: Int) {
        let width = canvas.width - 4
        let lines = min(canvas.lineCount(text, width: width), max(1, min(4, bottom)))
        let rect = Rect(x: 0, y: bottom - lines, width: canvas.width, height: lines)
        canvas.fill(rect, .modal)
        canvas.dropClickAreas(in: rect)
        canvas.text(canvas.glyphs.marker, x: 1, y: rect.y, .accent)
        canvas.paragraph(text, x: 3, y: rect.y, .modal, width: width, maximumLines: lines)
    }
}

extension KeyBinding {
    func hint(in state: DashboardState, _ glyphs: GlyphSet) -> KeyHint {
        KeyHint(keyText(glyphs), label, priority: priority, isEnabled: blocked(state) == nil)
    }
}

public import Canvas

extension Tour {
    /// Draws the dashboard with the caption below it: in lines of its own, so that it covers no figure.
    public func view(of dashboard: DashboardState, size: Size, glyphs: GlyphSet) -> Canvas {
        var canvas = Canvas(width: max(1, size.width), height: max(1, size.height), glyphs: glyphs)
        let (top, band) = canvas.bounds.splitBottom(bandRows(of: dashboard, canvas))
        // The dashboard's footer tells of keys that go to the tour now; where text is typed into it, it stays.
        let footer = dashboard.overlay?.coversScreen ?? true ? min(1, band.height) : 0
        canvas.region(Rect(x: 0, y: 0, width: top.width, height: top.height + footer)) { canvas in
            dashboard.settled.draw(on: &canvas)
            // What is on the screen belongs to the script.
            canvas.dropClickAreas()
        }
        if let found = pointed.flatMap({ place(of: $0, dashboard, on: canvas) }) {
            canvas.restyle(found) { _ in .match.bold.reversed.underlined }
        }
        canvas.region(band) { drawBand(dashboard, on: &$0) }
        return canvas
    }

    /// Where what is pointed at stands.
    func place(of pointed: Pointed, _ dashboard: DashboardState, on canvas: Canvas) -> Rect? {
        var canvas = canvas
        // The caption may have the same words.
        let top = canvas.bounds.splitBottom(bandRows(of: dashboard, canvas)).rest
        return canvas.region(top) { $0.firstPlace(of: pointed.text) }
    }

    private static let margin = 3

    /// A rule, the caption, and what the presenter can do. On a small screen the caption has at least a line, and the
    /// dashboard what it needs, as far as there is room.
    private func bandRows(of dashboard: DashboardState, _ canvas: Canvas) -> Int {
        let wanted = canvas.lineCount(caption, width: canvas.width - 2 * Self.margin)
        let room = canvas.height - dashboard.screen.minimum.height - 2 + 1
        return 2 + max(1, min(wanted, room))
    }

    private func drawBand(_ dashboard: DashboardState, on canvas: inout Canvas) {
        canvas.fill(canvas.bounds)
        canvas.rule()
        canvas.text(canvas.glyphs.marker, x: 1, y: 1, .accent)
        canvas.paragraph(
            caption,
            x: Self.margin,
            y: 1,
            .text.bold,
            width: canvas.width - 2 * Self.margin,
            maximumLines: canvas.height - 2
        )
        canvas.region(x: 0, y: canvas.height - 1, width: canvas.width, height: 1) { line in
            let used = line.text(progress, x: 1, isPaused ? .warning : .muted)
            let echo = dashboard.echoesKeys ? KeyEcho.room(line.width) : 0
            line.footer(hints(line.glyphs), x: used + 3, width: max(0, line.width - used - 4 - echo))
            dashboard.drawEcho(on: &line)
        }
    }

    /// `3 of 8`, and whether it stands still.
    private var progress: String {
        let place = "\((stop ?? 0) + 1) of \(script.stops)"
        return isPaused ? place + ", paused" : isAtEnd ? place + ", the end" : place
    }

    private func hints(_ glyphs: GlyphSet) -> [KeyHint] {
        [
            KeyHint("\u{2192}".shown(glyphs), "next", priority: 5, isEnabled: !isAtEnd),
            KeyHint("\u{2190}".shown(glyphs), "back", priority: 3),
            KeyHint("space", isPaused ? "go on" : "pause", priority: 2),
            KeyHint("d", "dashboard from here", priority: 1),
            KeyHint("q", "quit", priority: 4),
        ]
    }
}

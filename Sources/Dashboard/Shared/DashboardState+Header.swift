import Canvas
import JourneyModel

extension DashboardState {
    /// One row where everything fits beside each other, else two.
    func headerRows(_ size: Size) -> Int {
        size.width < 110 && size.height >= 16 ? 2 : 1
    }

    /// Which store, screen, period and comparison, filters, unit, freshness, and whether anything can be changed.
    func drawHeader(on canvas: inout Canvas) {
        let right = badges(canvas.glyphs)
        let rightWidth = right.reduce(0) { $0 + canvas.measure($1.text) }
        let room = canvas.width - 2
        canvas.line(right, x: 1, width: room, align: .right)
        let crumbs = breadcrumb(canvas.glyphs)
        if canvas.height > 1 {
            canvas.line(crumbs, x: 1, width: max(0, room - rightWidth - 2))
            drawScope(on: &canvas, x: 1, y: 1, width: room)
            return
        }
        let crumbWidth = min(crumbs.reduce(0) { $0 + canvas.measure($1.text) }, room * 2 / 5)
        canvas.line(crumbs, x: 1, width: crumbWidth)
        let x = 1 + crumbWidth + 3
        drawScope(on: &canvas, x: x, y: 0, width: canvas.width - 1 - rightWidth - 3 - x)
    }

    private func breadcrumb(_ glyphs: GlyphSet) -> [Span] {
        var names = [store.name]
        for (index, place) in stack.enumerated() {
            let screen = Screens.screen(place.screen)
            let isNew = index == 0 || stack[index - 1].screen != place.screen
            if isNew, index > 0 || place.screen != .overview { names.append(place.screen.title) }
            if let crumb = screen.crumb(place, self) { names.append(crumb) }
            if case .equity(let trait) = place.detail { names.append("by \(trait)") }
            if !place.narrowing.isEmpty, index == 0 || stack[index - 1].narrowing != place.narrowing {
                let added = place.narrowing.filter { index == 0 || !stack[index - 1].narrowing.contains($0) }
                names.append(contentsOf: added.map { $0.values.joined(separator: ", ") })
            }
        }
        return names.enumerated().flatMap { index, name in
            (index == 0 ? [] : [Span(" \(glyphs.crumb) ", .muted)])
                + [Span(name, index == names.count - 1 ? .title.bold : .title)]
        }
    }

    /// Period and comparison, filters, unit; what matters least goes first where there is no room.
    private func drawScope(on canvas: inout Canvas, x: Int, y: Int, width: Int) {
        guard width > 0 else { return }
        let period = DateText.text(scope.range, in: scope.zone)
        let against = scope.before.map { ", against " + DateText.text($0, in: scope.zone) } ?? ""
        let dot = " \(canvas.glyphs.middleDot) "
        let about = filters.isEmpty ? ["all services", "all channels"] : filters.map(\.words)
        let counted = screen.unitText(self)
        let forms = [
            period + against + "   " + (about + counted).joined(separator: dot),
            period + "   " + (about + counted).joined(separator: dot),
            period + "   " + (filters.isEmpty ? counted : about + counted).joined(separator: dot),
        ]
        let text = forms.first { canvas.measure($0) <= width } ?? forms[forms.count - 1]
        canvas.text(text, x: x, y: y, .header, width: width)
    }

    private func badges(_ glyphs: GlyphSet) -> [Span] {
        let age = store.dataAge.map { Self.ageText($0) } ?? ""
        let state: Span =
            isPaused
            ? Span("\(glyphs.circle) paused" + (age.isEmpty ? "" : ", \(age)"), .warning)
            : Span("\(glyphs.dot) " + (age.isEmpty ? "live" : age), .muted)
        var spans = [state]
        if isPaused, newestGeneration != generation { spans.append(Span(", newer data waits", .warning)) }
        if isDemo { spans += [Span("  "), Span("DEMO DATA", .badge)] }
        if store.isReadOnly { spans += [Span("  "), Span("READ-ONLY", .badge)] }
        return spans
    }

    /// Coarse on purpose: a header that counts seconds would send bytes when nothing happened (experience, rule 1).
    static func ageText(_ age: Milliseconds) -> String {
        switch age {
        case ..<Milliseconds.minute: "just now"
        case ..<Milliseconds.hour: "\(age / .minute) min ago"
        case ..<Milliseconds.day: "\(age / .hour) h ago"
        default: "\(NumberText.count(Int(age / .day))) d ago"
        }
    }
}

extension Filter {
    /// As the header says it: `service blue badge`, `channel not post`.
    var words: String {
        "\(dimension) \(isNegated ? "not " : "")\(values.joined(separator: ", "))"
    }
}

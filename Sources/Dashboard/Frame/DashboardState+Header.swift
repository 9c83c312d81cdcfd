import Canvas
import JourneyModel
import Wording

extension DashboardState {
    /// One row where everything fits beside each other, else two, where there is height for them.
    func headerRows(_ canvas: Canvas) -> Int {
        guard canvas.height >= 16 else { return 1 }
        // Where the data ends is worth a second row.
        let freshness = freshness(canvas.glyphs)
        let pieces = [badges(canvas.glyphs), breadcrumb(canvas.glyphs), freshness.element(1) ?? freshness[0]]
            .map { canvas.measure($0) }
        let needed = pieces.reduce(canvas.measure(scopeForms(canvas.glyphs)[0]), +) + 2 * 3 + 2
        return needed <= canvas.width ? 1 : 2
    }

    /// Which store, screen, period and comparison, filters, unit, freshness, and whether anything can be changed.
    func drawHeader(on canvas: inout Canvas) {
        let room = canvas.width - 2
        let crumbs = breadcrumb(canvas.glyphs)
        let badges = badges(canvas.glyphs)
        let isAlone = canvas.height == 1
        let crumbRoom = canvas.width >= 110 || !isAlone ? room : room * 2 / 5
        let crumbWidth = min(canvas.measure(crumbs), crumbRoom)
        // Freshness takes what the names beside it leave, but never goes: figures whose age nobody sees are not to be trusted.
        let beside = isAlone ? canvas.measure(scopeForms(canvas.glyphs)[0]) + 3 : 0
        let free = room - crumbWidth - beside - canvas.measure(badges) - 3
        let forms = freshness(canvas.glyphs)
        let fresh = canvas.firstFitting(forms, free)
        let right = fresh + badges
        let rightWidth = canvas.measure(right)
        canvas.line(right, x: 1, width: room, align: .right)
        let x = 1 + crumbWidth + 3
        if isAlone {
            canvas.line(crumbs, x: 1, width: min(crumbWidth, max(0, room - rightWidth - 2)))
            drawScope(on: &canvas, x: x, y: 0, width: canvas.width - 1 - rightWidth - 3 - x)
        } else {
            canvas.line(crumbs, x: 1, width: max(0, room - rightWidth - 2))
            drawScope(ending: forms.prefix(2).contains(fresh) ? nil : dataEnd, on: &canvas, width: room)
        }
    }

    /// The store, and what is open from the top of the screen to where one stands.
    var crumbs: [String] {
        var names = [store.name]
        for (index, place) in stack.enumerated() {
            let screen = screens[place.screen]
            let isNew = index == 0 || nearest(in: Array(stack[..<index]), \.isNamed).id != place.screen
            if isNew, screen.isNamed, index > 0 || place.screen != screens.homeID { names.append(place.screen.title) }
            if let crumb = screen.crumb(place, self) { names.append(crumb) }
            if !place.narrowing.isEmpty, index == 0 || stack[index - 1].narrowing != place.narrowing {
                let added = place.narrowing.filter { index == 0 || !stack[index - 1].narrowing.contains($0) }
                names.append(contentsOf: added.map { $0.values.joined(separator: ", ") })
            }
        }
        return names
    }

    private func breadcrumb(_ glyphs: GlyphSet) -> [Span] {
        let names = crumbs
        return names.enumerated().flatMap { index, name in
            (index == 0 ? [] : [Span(" \(glyphs.crumb) ", .muted)])
                + [Span(name, index == names.count - 1 ? .title.bold : .title)]
        }
    }

    /// The second row: the scope, and where the data ends, if the first row has no room for that. What filters nothing
    /// makes way for it; period, comparison and filters do not.
    private func drawScope(ending end: String?, on canvas: inout Canvas, width: Int) {
        let forms = scopeForms(canvas.glyphs).prefix(filters.isEmpty ? 2 : 1)
        if let end {
            let left = width - canvas.measure(end) - 3
            if let text = forms.first(where: { canvas.measure($0) <= left }) {
                canvas.text(text, x: 1, y: 1, .header, width: left)
                canvas.text(end, x: 1, y: 1, .muted, width: width, align: .right)
                return
            }
        }
        drawScope(on: &canvas, x: 1, y: 1, width: width)
    }

    private func drawScope(on canvas: inout Canvas, x: Int, y: Int, width: Int) {
        guard width > 0 else { return }
        let forms = scopeForms(canvas.glyphs)
        let text = forms.first { canvas.measure($0) <= width } ?? forms[forms.count - 1]
        canvas.text(text, x: x, y: y, .header, width: width)
    }

    /// Period and comparison, filters, unit: from the longest form to the shortest. Filters never go, because figures
    /// without them would be taken for others.
    private func scopeForms(_ glyphs: GlyphSet) -> [String] {
        let period = DateText.text(scope.range, in: scope.zone)
        let before = screen.compares(place) ? scope.before : nil
        let against = before.map { ", against " + DateText.text($0, in: scope.zone) } ?? ""
        let dot = " \(glyphs.middleDot) "
        let about = filters.isEmpty ? ["all services", "all channels"] : filters.map(\.words)
        let counted = screen.unitText(self)
        func form(_ period: String, _ words: [String]) -> String { period + "   " + words.joined(separator: dot) }
        let long = form(period + against, about + counted)
        guard filters.isEmpty else { return [long, form(period, about + counted), form(period, about)] }
        return [long, form(period + against, counted), form(period, counted), period]
    }

    private func badges(_ glyphs: GlyphSet) -> [Span] {
        var spans: [Span] = []
        if isDemo { spans += [Span("  "), Span("DEMO DATA", .badge)] }
        if store.isPublic { spans += [Span("  "), Span("PUBLIC", .badge)] }
        if !store.isKept {
            spans += [Span("  "), Span("NOT KEPT", .badge)]
        } else if store.isReadOnly {
            spans += [Span("  "), Span("READ-ONLY", .badge)]
        }
        return spans
    }
}

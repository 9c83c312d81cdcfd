import Canvas
import JourneyModel
import Wording

/// The dimensions as small multiples, a cell each: how many values there are, and the most frequent ones with their counts
/// and shares, all on one scale. What can be a person's name is counted and not named, in public and elsewhere; in public
/// the values are those that may be picked to filter by.
struct DataFacets {
    fileprivate struct Facet {
        var name: String
        /// How many values there are, shown or not.
        var count: Int
        /// Those that may be shown, most frequent first.
        var values: ArraySlice<Catalog.Value>
        /// So few have each value that none may be shown.
        var isOfFewEach: Bool
        /// What the shares are of: all events, people or cases.
        var whole: Int
        var unit: String

        /// The lines of all there is to show, without the heading.
        var lines: Int { values.count + (count > values.count ? 1 : 0) }
    }

    private let facets: [Facet]
    /// Cells one below the other; a column of them is read downwards, as the cursor goes.
    private let rows: Int
    private let columns: Int

    /// As wide as names like to have it, and as wide as they need.
    private static let widths = [44, 36]
    private static let widest = 52
    private static let gap = 3
    /// With fewer lines a cell says too little.
    private static let leastLines = 3

    /// Nil where there is no room for something of every dimension, or nothing is known of them yet.
    init?(_ summary: StoreSummary, _ catalog: Catalog?, width: Int, height: Int) {
        let count = summary.dimensions.count
        // A store may have very many: looked at only where they could all be shown.
        guard let catalog, count > 0, count <= width * height / 100 else { return nil }
        let values = Dictionary(catalog.dimensions.map { ($0.name, $0.values) }) { first, _ in first }
        let facets = summary.dimensions.map { Facet($0, values[$0.name] ?? [], most: height, catalog) }
        let fitting = Self.widths.lazy.filter { $0 <= width }.map { least in
            let rows = Self.parts(count, by: (width + Self.gap) / (least + Self.gap))
            return DataFacets(facets: facets, rows: rows, columns: Self.parts(count, by: rows))
        }.first { $0.needed(Self.leastLines) <= height }
        guard let fitting else { return nil }
        self = fitting
    }

    private init(facets: [Facet], rows: Int, columns: Int) {
        (self.facets, self.rows, self.columns) = (facets, rows, columns)
    }

    private static func parts(_ count: Int, by size: Int) -> Int { (count + size - 1) / size }

    /// The lines of all there is to show.
    var height: Int { needed(.max) }

    /// The lines where no cell has more than so many values.
    private func needed(_ most: Int) -> Int {
        // The heading, then every row of cells with its own headings and a gap between two.
        1 + (0..<rows).reduce(rows - 1) { $0 + 1 + min(most, lines(inRow: $1)) }
    }

    private func lines(inRow row: Int) -> Int {
        stride(from: row, to: facets.count, by: rows).map { facets[$0].lines }.max() ?? 0
    }

    func draw(_ state: DashboardState, on canvas: inout Canvas) {
        let used = canvas.heading("Dimensions")
        canvas.text("the most frequent values of each", x: used + 2, .muted)
        let panels = (0..<rows).map { row in
            let lines = lines(inRow: row)
            return Panel(.flexible(1), minimum: 1 + min(lines, Self.leastLines), maximum: 1 + lines)
        }
        let below = Rect(x: 0, y: 1, width: canvas.width, height: max(0, canvas.height - 1))
        let places = Layout.rows(below, panels, gap: 1)
        // Wider, a count would stand too far from its value.
        let width = min(Self.widest, (canvas.width - Self.gap * (columns - 1)) / columns)
        let countWidth = facets.compactMap { $0.values.first }.map { canvas.measure(NumberText.count($0.count)) }.max()
        let cursor = state.cursor(panel: DataPanel.dimensions.rawValue)
        for (index, facet) in facets.enumerated() {
            guard let place = places[index % rows] else { continue }
            let x = index / rows * (width + Self.gap)
            canvas.region(x: x, y: place.y, width: width, height: place.height) { canvas in
                Self.draw(facet, countWidth: max(6, countWidth ?? 0), isSelected: index == cursor, on: &canvas)
                canvas.clickable(canvas.bounds, .row(list: DataPanel.dimensions.rawValue, index: index))
            }
        }
    }

    private static func draw(_ facet: Facet, countWidth: Int, isSelected: Bool, on canvas: inout Canvas) {
        let shareX = canvas.width - 4
        let countX = shareX - 2 - countWidth
        let barWidth = min(20, max(0, countX - 6) / 3)
        let barX = countX - 2 - barWidth
        drawHeading(of: facet, width: shareX - 2, on: &canvas)
        let room = max(0, canvas.height - 1)
        let shown = facet.lines <= room ? facet.values.count : max(0, room - 1)
        for (index, value) in facet.values.prefix(shown).enumerated() {
            let y = index + 1
            canvas.text(value.name, x: 2, y: y, width: max(0, barX - 4))
            if let share = value.count.share(of: facet.whole) {
                canvas.bar(Bar(share), x: barX, y: y, width: barWidth)
                canvas.text(percent(share), x: shareX, y: y, .muted, width: 4, align: .right)
            }
            canvas.text(NumberText.count(value.count), x: countX, y: y, width: countWidth, align: .right)
        }
        if facet.count > shown {
            let rest =
                facet.isOfFewEach
                ? "not named: fewer than \(DisclosurePolicy.usualThreshold) each"
                : "\(NumberText.count(facet.count - shown)) more"
            canvas.text(rest, x: 2, y: shown + 1, .muted)
        }
        guard isSelected else { return }
        canvas.text(canvas.glyphs.marker, .selection)
        canvas.restyle(Rect(x: 0, y: 0, width: canvas.width, height: 1)) {
            Style(.selection, $0.attributes.union(.reverse))
        }
        canvas.placeCursor(x: 0, y: 0)
    }

    private static func drawHeading(of facet: Facet, width: Int, on canvas: inout Canvas) {
        let unit = canvas.measure(facet.unit)
        canvas.text(facet.unit, x: width - unit, .heading)
        let count = NumberText.count(facet.count)
        let forms = [" \(facet.count == 1 ? "value" : "values")", ""].map { word in
            [Span(facet.name, .heading), Span("  \(count)\(word)", .muted)]
        }
        let room = max(0, width - unit - 4)
        canvas.line(canvas.firstFitting(forms, room), x: 2, width: room)
    }

    /// Few are not none.
    private static func percent(_ share: Double) -> String {
        share > 0 && share < 0.005 ? "<1%" : NumberText.percent(share, decimals: 0)
    }
}

extension DataFacets.Facet {
    init(_ dimension: Catalog.Value, _ values: [Catalog.Value], most: Int, _ catalog: Catalog) {
        name = dimension.name
        // The picker names what can be a person's name to who asks for it, this screen to whoever looks.
        let isNamed = Dimension.namesService(dimension.name)
        self.values = values.prefix(most).prefix { isNamed || $0.count >= DisclosurePolicy.usualThreshold }
        isOfFewEach = self.values.isEmpty && !values.isEmpty
        count = max(dimension.count, values.count)
        switch Dimension.subject(of: dimension.name) {
        case .event: (whole, unit) = (catalog.events, "events")
        case .person: (whole, unit) = (catalog.people, "people")
        case .case: (whole, unit) = (catalog.cases, "cases")
        }
    }
}

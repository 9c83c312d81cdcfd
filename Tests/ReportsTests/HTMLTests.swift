import Canvas
import JourneyModel
import Testing

@testable import Reports

/// Every sample, and answers full of names that try to be something else.
private let pages: [(name: String, answer: any Reportable)] =
    Samples.all + [("hostile funnel", HostileAnswers.funnel), ("hostile channels", HostileAnswers.channels)]

private func page(_ name: String) throws -> (html: String, parsed: ParsedPage) {
    let answer = try #require(pages.first { $0.name == name }?.answer)
    let html = answer.rendered(as: .html, from: ReportOrigin(store: "<town>", isDemo: true))
    return (html, try ParsedPage(html))
}

struct HTMLTests {
    @Test(arguments: pages.map(\.name))
    func pagesAreWellFormedAndNothingInThemActs(name: String) throws {
        let (html, parsed) = try page(name)
        #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
        #expect(html.hasSuffix("</html>\n"))
        let known: Set = [
            "html", "head", "meta", "title", "style", "body", "header", "main", "section", "h1", "h2", "h3", "p", "ul",
            "li", "div", "dl", "dt", "dd", "span", "table", "caption", "thead", "tbody", "tr", "th", "td", "figure",
            "figcaption", "svg", "desc", "rect", "line", "path", "text",
        ]
        #expect(Set(parsed.elements.map(\.name)).isSubset(of: known))
        for element in parsed.elements {
            for (key, value) in element.attributes {
                #expect(!key.hasPrefix("on") && !["style", "src", "href", "action"].contains(key), "\(element)")
                #expect(!value.contains("\u{1B}") && !value.contains("\u{202E}"))
            }
        }
        #expect(parsed.named("title").first?.text.contains("DEMO DATA") == true)
        for scalar in html.unicodeScalars {
            #expect(scalar == "\n" || scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
        }
    }

    @Test(arguments: pages.map(\.name))
    func namesAreUniqueAndWhatIsNamedIsThere(name: String) throws {
        let parsed = try page(name).parsed
        let ids = parsed.elements.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
        for element in parsed.elements {
            for id in element.attributes["aria-labelledby"]?.split(separator: " ") ?? [] {
                #expect(ids.contains(String(id)))
            }
        }
    }

    @Test(arguments: pages.map(\.name))
    func tablesAndPicturesCanBeHeard(name: String) throws {
        let parsed = try page(name).parsed
        for table in parsed.tables {
            #expect(!table.caption.isEmpty)
            #expect(table.columns > 0)
            for row in table.rows { #expect(row.count == table.columns, "\(table.caption)") }
        }
        for cell in parsed.named("th") {
            #expect(cell.attributes["scope"] == (cell.path.contains("thead") ? "col" : "row"))
        }
        // A picture is inside a picture only to stretch a curve.
        for picture in parsed.named("svg") where !picture.path.contains("svg") {
            if picture.attributes["aria-hidden"] == "true" { continue }
            #expect(picture.attributes["role"] == "img")
            #expect(picture.attributes["aria-labelledby"] != nil)
        }
        let headings = parsed.elements.compactMap { ["h1", "h2", "h3"].firstIndex(of: $0.name) }
        #expect(headings.first == 0)
        for (above, below) in zip(headings, headings.dropFirst()) { #expect(below <= above + 1) }
    }

    @Test(arguments: pages.map(\.name))
    func pagesSayWhatTheTextSays(name: String) throws {
        let answer = try #require(pages.first { $0.name == name }?.answer)
        let report = answer.report
        let parsed = try page(name).parsed
        let tables = report.sections.compactMap(\.table)
        #expect(parsed.tables.map(\.rows.count) == tables.map(\.rows.count))
        let safe = { (text: String) in SafeText(text).text }
        for (shown, meant) in zip(parsed.tables, tables) {
            #expect(shown.rows == meant.rows.map { $0.map { safe($0.text) } })
        }
        let words = Set(parsed.elements.map(\.text))
        for sentence in report.lead + report.receipt + report.sections.flatMap(\.notes) {
            #expect(words.contains(safe(sentence)), "\(sentence)")
        }
        for figure in report.figures {
            #expect(words.contains(safe(figure.label)))
            #expect(words.contains { $0.hasPrefix(figure.figure) })
        }
        #expect(words.contains { $0.hasPrefix("<town>") } || report.scope.isEmpty)
    }

    @Test func nothingIsLoadedAndNothingRuns() throws {
        let html = Samples.funnel.rendered(as: .html)
        let parsed = try ParsedPage(html)
        let policy = parsed.named("meta").first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
        #expect(policy?.attributes["content"]?.hasPrefix("default-src 'none'; style-src 'unsafe-inline'") == true)
        let style = try #require(parsed.named("style").first?.text)
        #expect(!style.contains("url(") && !style.contains("@import") && !style.contains("expression"))
        // What stands in a style sheet is never escaped, so it must not need to be.
        #expect(!HTMLStyle.sheet.contains { "<&]".contains($0) })
    }

    @Test func chartsFollowTheNumbers() throws {
        let chart = try #require(Samples.funnel.chart)
        let widths = chart.shapes.compactMap { shape -> Double? in
            if case .bar(let box, .figure) = shape { box.width } else { nil }
        }
        // 200 entered: of 200, 60 were lost and 20 are on their way; 40 and 120 went on.
        #expect(widths.map { ($0 * 1000).rounded() } == [600, 200, 600])
        let lost = chart.shapes.compactMap { shape -> Double? in
            if case .bar(let box, .dropped) = shape { box.width } else { nil }
        }
        #expect(lost == [0.3])
        #expect(chart.description.contains("landing"))
        for entry in pages {
            for shape in entry.answer.report.sections.flatMap(\.charts).flatMap(\.shapes) {
                guard case .bar(let box, _) = shape else { continue }
                #expect(box.x >= 0 && box.width >= 0 && box.height >= 0, "\(entry.name)")
                #expect(box.x + box.width <= 1 + 1e-9, "\(entry.name)")
            }
        }
    }

    @Test func aCurveRisesToTheShareThatConverted() throws {
        // Two of four convert after a minute and two; one is seen for 90 s, one for longer.
        let curve = KaplanMeier(events: [60_000, 120_000], censored: [90_000, 300_000])
        let time = FunnelResult.TimeToConvert(n: 2, quantiles: [:], histogram: nil, spans: [], curve: curve)
        let chart = try #require(time.conversionCurve)
        let points =
            chart.shapes.compactMap { shape -> [Chart.Point]? in
                if case .curve(let points, _, .figure) = shape { points } else { nil }
            }.first ?? []
        #expect(points.first == Chart.Point(0, 1))
        #expect(points.last.map { 1 - $0.y } == 1 - curve.survival(at: 120_000))
        #expect(zip(points, points.dropFirst()).allSatisfy { $0.x <= $1.x && $0.y >= $1.y })
    }

    @Test(arguments: [HTMLPalette.light, HTMLPalette.dark])
    func lettersCanBeRead(palette: HTMLPalette) {
        for ground in [palette.page] + palette.heat { #expect(Contrast.ratio(palette.text, ground) >= 4.5) }
        #expect(Contrast.ratio(palette.muted, palette.page) >= 4.5)
        #expect(Contrast.ratio(palette.badgeText, palette.badge) >= 4.5)
        for ink in [palette.figure, palette.dropped, palette.interval] {
            #expect(Contrast.ratio(ink, palette.page) >= 3)
        }
        // A whisker lies on its bar.
        for ground in [palette.figure, palette.dropped, palette.rest] {
            #expect(Contrast.ratio(palette.interval, ground) >= 3)
        }
    }

    @Test func severalReportsMakeOneBook() throws {
        let book = ReportBook(
            title: "Riverbend & <co>",
            scope: "riverbend · 2025",
            reports: Samples.all.map(\.answer.report),
            isDemo: true
        )
        let parsed = try ParsedPage(book.rendered(as: .html))
        let ids = parsed.elements.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
        let links = parsed.named("a")
        #expect(links.map(\.text) == Samples.all.map(\.answer.report.title))
        for link in links {
            let target = try #require(link.attributes["href"])
            #expect(target.hasPrefix("#") && ids.contains(String(target.dropFirst())))
        }
        #expect(parsed.named("h1").map(\.text) == ["Riverbend & <co>"])
        let markdown = book.rendered(as: .markdown).split(separator: "\n")
        #expect(markdown.filter { $0.hasPrefix("# ") }.count == 1)
        #expect(markdown.filter { $0.hasPrefix("## ") }.count == Samples.all.count)
    }
}

/// One report of a page: its figures, sections and receipt.
struct HTMLReport {
    var report: Report
    /// Its name on the page; what is inside has names that begin with it.
    var id: String
    /// The level of its heading.
    var level: Int

    var title: Markup { .tag("h\(level)", [:], report.title) }

    /// Store, period, filters and unit.
    var scope: Markup? { report.scope.isEmpty ? nil : .tag("p", ["class": "scope"], report.scope) }

    var content: [Markup] {
        var content: [Markup] = []
        if !report.figures.isEmpty { content.append(figures) }
        content += report.lead.map { .tag("p", [:], $0) }
        content += report.sections.enumerated().flatMap { section($0.element, id: "\(id)s\($0.offset + 1)") }
        if !report.receipt.isEmpty {
            content.append(
                .tag("section", ["class": "receipt"], [heading("How this came about"), list(report.receipt)])
            )
        }
        return content
    }

    private func heading(_ text: String) -> Markup { .tag("h\(level + 1)", [:], text) }

    private func list(_ lines: [String]) -> Markup { .tag("ul", [:], lines.map { .tag("li", [:], $0) }) }

    /// The figures that matter, the first one largest.
    private var figures: Markup {
        let cards = report.figures.enumerated().map { index, figure -> Markup in
            var number: [Markup] = [.text(figure.figure)]
            if let margin = figure.margin { number += [.text(" "), .tag("span", ["class": "margin"], margin)] }
            var card: [Markup] = [.tag("dt", [:], figure.label), .tag("dd", ["class": "number"], number)]
            if !figure.notes.isEmpty {
                card.append(.tag("dd", ["class": "notes"], figure.notes.joined(separator: " · ")))
            }
            if let trend = TrendLine.chart(of: figure) {
                card.append(.tag("dd", ["class": "trend"], [HTMLChart(chart: trend, id: "\(id)f\(index + 1)").picture]))
            }
            return .tag("div", [:], card)
        }
        return .tag("dl", ["class": "figures"], cards)
    }

    private func section(_ section: Report.Section, id: String) -> [Markup] {
        var content = [heading(section.title)]
        let charts = section.charts.enumerated().map {
            HTMLChart(chart: $0.element, id: "\(id)c\($0.offset + 1)")
        }
        content += charts.filter { !$0.chart.isSmall }.map(\.figure)
        let small = charts.filter(\.chart.isSmall)
        if let first = small.first { content += [.tag("div", ["class": "small"], small.map(\.figure)), first.legend] }
        if let table = section.table { content.append(HTMLTable(table: table, caption: section.title, id: id).markup) }
        let notes = (section.table?.reasons ?? []) + section.notes
        if !notes.isEmpty { content.append(.tag("ul", ["class": "notes"], notes.map { .tag("li", [:], $0) })) }
        return content
    }
}

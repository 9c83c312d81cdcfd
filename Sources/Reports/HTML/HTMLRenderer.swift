/// A report, or several in one, as a page that stands alone: no script, nothing from outside, and a policy that forbids
/// both (Content-Security-Policy), so that even a mistake here could not be used.
enum HTMLRenderer {
    static let policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

    static func text(of report: Report) -> String {
        let body = HTMLReport(report: report, id: "r1", level: 1)
        return page(
            title: report.heading,
            header: badge(report.isDemo) + [body.title, body.scope].compactMap { $0 },
            main: body.content
        )
    }

    /// Several reports under a title, with a table of contents.
    static func text(of book: ReportBook) -> String {
        let chapters = book.reports.enumerated().map {
            HTMLReport(report: $0.element, id: "r\($0.offset + 1)", level: 2)
        }
        let contents = chapters.map { chapter in
            Markup.tag("li", [:], [.tag("a", ["href": "#" + chapter.id], chapter.report.title)])
        }
        return page(
            title: book.heading,
            header: badge(book.isDemo) + [
                .tag("h1", [:], book.title), .tag("p", ["class": "scope"], book.scope),
                .tag("nav", ["aria-label": "Contents"], [.tag("ul", [:], contents)]),
            ],
            main: chapters.map { chapter in
                .tag(
                    "section",
                    ["class": "chapter", "id": chapter.id],
                    [chapter.title] + [chapter.scope].compactMap { $0 } + chapter.content
                )
            }
        )
    }

    private static func badge(_ isDemo: Bool) -> [Markup] {
        isDemo ? [.tag("p", ["class": "badge"], "DEMO DATA")] : []
    }

    private static func page(title: String, header: [Markup], main: [Markup]) -> String {
        let head = Markup.tag(
            "head",
            [:],
            [
                .tag("meta", ["charset": "utf-8"]),
                .tag("meta", ["http-equiv": "Content-Security-Policy", "content": policy]),
                .tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
                .tag("meta", ["name": "referrer", "content": "no-referrer"]),
                .tag("title", [:], title), .tag("style", [:], [.styleSheet("\n" + HTMLStyle.sheet + "\n")]),
            ]
        )
        let body = Markup.tag("body", [:], [.tag("header", [:], header), .tag("main", [:], main)])
        return "<!DOCTYPE html>\n" + Markup.tag("html", ["lang": "en"], [head, body]).html + "\n"
    }
}

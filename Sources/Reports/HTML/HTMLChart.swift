/// A chart as inline SVG in a figure: as wide as its place, with letters of a fixed size, named and described for whoever
/// hears it.
struct HTMLChart {
    var chart: Chart
    /// Of the whole page, so that names are told apart.
    var id: String

    /// The picture with what its inks mean. A row of small ones has that once.
    var figure: Markup {
        let caption = chart.isSmall || chart.legend.isEmpty ? [] : [Markup.tag("figcaption", [:], [legend])]
        return .tag("figure", [:], [picture] + caption)
    }

    var picture: Markup {
        let attributes: KeyValuePairs = [
            "role": "img", "aria-labelledby": "\(id)t \(id)d", "width": "100%", "height": number(chart.height),
        ]
        let words: [Markup] = [
            .tag("title", ["id": id + "t"], chart.title), .tag("desc", ["id": id + "d"], chart.description),
        ]
        return .tag("svg", attributes, words + chart.shapes.flatMap(markup))
    }

    var legend: Markup {
        let entries = chart.legend.map { entry -> Markup in
            let sample: Chart.Shape =
                switch entry.ink {
                case .whisker: .line(from: Chart.Point(0, 6), to: Chart.Point(1, 6), .whisker)
                case .mark: .line(from: Chart.Point(0.5, 0), to: Chart.Point(0.5, 12), .mark)
                default: .bar(Chart.Box(x: 0.04, width: 0.92, y: 1, height: 10), entry.ink)
                }
            let swatch = Markup.tag("svg", ["aria-hidden": "true"], markup(sample))
            return .tag("li", [:], [swatch, .text(entry.text)])
        }
        return .tag("ul", ["class": "legend"], entries)
    }

    private func markup(_ shape: Chart.Shape) -> [Markup] {
        switch shape {
        case .bar(let box, let ink):
            return [
                .tag(
                    "rect",
                    [
                        "class": name(ink), "x": percent(box.x), "y": number(box.y), "width": percent(box.width),
                        "height": number(box.height),
                    ]
                )
            ]
        case .line(let from, let to, let ink):
            return [
                .tag(
                    "line",
                    [
                        "class": name(ink), "x1": percent(from.x), "y1": number(from.y), "x2": percent(to.x),
                        "y2": number(to.y),
                    ]
                )
            ]
        case .text(let label, let at, let anchor, let ink):
            let isSame = label.wide == label.narrow
            let variants = isSame ? [(label.wide, "")] : [(label.wide, " wide"), (label.narrow, " narrow")]
            let (x, y) = (percent(at.x), number(at.y))
            return variants.map { text, width in
                .tag("text", ["class": name(ink) + width, "x": x, "y": y, "text-anchor": anchor.rawValue], text)
            }
        case .curve(let points, let box, let ink): return [path(points, in: box, ink, isClosed: false)]
        case .area(let points, let box, let ink): return [path(points, in: box, ink, isClosed: true)]
        }
    }

    /// A picture of its own that is stretched to its box; the line keeps its width.
    private func path(_ points: [Chart.Point], in box: Chart.Box, _ ink: Chart.Ink, isClosed: Bool) -> Markup {
        let steps = points.enumerated().map { index, point in
            (index == 0 ? "M" : "L") + number(point.x * 1000) + " " + number(point.y * 1000)
        }
        let shape = Markup.tag(
            "path",
            [
                "class": name(ink), "vector-effect": "non-scaling-stroke",
                "d": steps.joined(separator: " ") + (isClosed ? " Z" : ""),
            ]
        )
        return .tag(
            "svg",
            [
                "x": percent(box.x), "y": number(box.y), "width": percent(box.width), "height": number(box.height),
                "viewBox": "0 0 1000 1000", "preserveAspectRatio": "none",
            ],
            [shape]
        )
    }

    private func name(_ ink: Chart.Ink) -> String {
        switch ink {
        case .figure: "figure"
        case .whisker: "whisker"
        case .band: "band"
        case .pending: "pending"
        case .dropped: "dropped"
        case .rest: "rest"
        case .rule: "rule"
        case .mark: "mark"
        case .label: "label"
        case .note: "note"
        case .value: "value"
        case .heat(let level): "heat\(min(4, max(0, level)))"
        case .match: "match"
        }
    }

    private func percent(_ share: Double) -> String { number(share * 100) + "%" }

    /// Two decimals are finer than any screen.
    private func number(_ value: Double) -> String { JSONValue.numberText((value * 100).rounded() / 100) }
}

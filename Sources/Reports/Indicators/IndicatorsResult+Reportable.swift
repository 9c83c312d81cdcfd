public import JourneyModel
import Wording

extension IndicatorsResult: Reportable {
    public var json: JSONValue {
        overall.json.adding([
            "services": .array(
                services.map { row in
                    JSONValue.object([.init("service", .string(row.service))]).adding(row.indicators.json).adding([
                        "unfinished": .integer(row.unfinished),
                        "notOnline": .integer(row.notOnline),
                        "dissatisfied": .integer(row.dissatisfied),
                    ])
                }
            ),
            "currency": .string(orNull: currency),
            "trend": .array(
                trend.map { point in
                    JSONValue.object([.init("period", .string(point.period.label))]).adding(point.indicators.json)
                }
            ),
            "annotations": annotations.json,
            "receipt": JSONValue(receipt),
        ])
    }

    public var report: Report {
        Report(
            title: "Service indicators",
            scope: receipt.scopeLine,
            figures: figures,
            lead: overall.caveats.map(\.text),
            sections: [serviceSection, trendSection, annotations.section(query.scope)].compactMap { $0 },
            receipt: receipt.lines
        )
    }

    /// The four figures, with how they have been in the periods of the trend and what happened in these.
    var figures: [KeyFigure] {
        let figures: [(figure: KeyFigure, path: KeyPath<Indicators, Measure>)] = [
            (.rate("Completion", overall.completion), \.completion),
            (.rate("Digital take-up", overall.takeUp), \.takeUp),
            (.money("Cost a transaction", overall.costPerTransaction, currency: currency), \.costPerTransaction),
            (.rate("Satisfaction", overall.satisfaction), \.satisfaction),
        ]
        let periods = trend.map(\.period)
        var notes: [Int: [String]] = [:]
        for annotation in annotations {
            guard let place = query.scope.place(of: annotation, on: periods) else { continue }
            let date = DateText.text(query.scope.zone.date(at: annotation.time))
            notes[place, default: []].append("\(date): \(annotation.text)")
        }
        return figures.map { entry in
            var figure = entry.figure
            figure.trend = trend.map { $0.indicators[keyPath: entry.path].value }
            figure.trendNotes = notes
            return figure
        }
    }

    var serviceSection: Report.Section? {
        guard !services.isEmpty else { return nil }
        let rows = services.map { [ReportCell($0.service)] + $0.indicators.cells(currency: currency) }
        let chart = GroupsChart.chart("Completion by service", services.map { ($0.service, $0.indicators.completion) })
        return Report.Section(
            "By service",
            table: ReportTable([.words("service")] + Indicators.columns, rows),
            charts: [chart].compactMap { $0 }
        )
    }

    var trendSection: Report.Section? {
        guard !trend.isEmpty else { return nil }
        let rows = trend.map { [ReportCell($0.period.label)] + $0.indicators.cells(currency: currency) }
        let every = query.every.rawValue
        return Report.Section("By \(every)", table: ReportTable([.words(every)] + Indicators.columns, rows))
    }

    /// A row a figure: of everything (no service, no period), of a service, of a period.
    public var records: Records {
        let header = ["service", "period"] + Records.longMeasureHeader + ["currency"]
        func rows(_ service: String?, _ period: String?, _ indicators: Indicators) -> [[Records.Field]] {
            indicators.named.map { name, measure in
                let isMoney = name == "cost_per_transaction"
                return [.text(orNone: service), .text(orNone: period)] + Records.longFields(name, measure)
                    + [isMoney ? .text(orNone: currency) : .none]
            }
        }
        return Records(
            header,
            rows(nil, nil, overall) + services.flatMap { rows($0.service, nil, $0.indicators) }
                + trend.flatMap { rows(nil, $0.period.label, $0.indicators) }
        )
    }
}

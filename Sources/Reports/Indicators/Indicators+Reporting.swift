import JourneyModel

// What the answers with the four KPIs share.
extension Indicators {
    var json: JSONValue {
        [
            "costPerTransaction": JSONValue(costPerTransaction),
            "satisfaction": JSONValue(satisfaction),
            "completion": JSONValue(completion),
            "takeUp": JSONValue(takeUp),
        ]
    }

    static let columns: [ReportTable.Column] = [
        .figures("completion"), .figures("n"), .figures("take-up"), .figures("cost each"), .figures("satisfaction"),
        .figures("n"),
    ]

    func cells(currency: String?) -> [ReportCell] {
        [
            .rate(completion), .n(completion), .rate(takeUp),
            .money(costPerTransaction, currency: currency), .rate(satisfaction),
            .n(satisfaction),
        ]
    }

    /// The four figures, with how they have been in the periods of `trend`.
    func figures(currency: String?, trend: [IndicatorsResult.TrendPoint]) -> [KeyFigure] {
        let figures: [(figure: KeyFigure, path: KeyPath<Indicators, Measure>)] = [
            (.rate("Completion", completion), \.completion), (.rate("Digital take-up", takeUp), \.takeUp),
            (.money("Cost a transaction", costPerTransaction, currency: currency), \.costPerTransaction),
            (.rate("Satisfaction", satisfaction), \.satisfaction),
        ]
        return figures.map { entry in
            var figure = entry.figure
            figure.trend = trend.map { $0.indicators[keyPath: entry.path].value }
            return figure
        }
    }

    /// Every figure with the name it has in records.
    var named: [(name: String, measure: Measure)] {
        [
            ("completion", completion), ("take_up", takeUp), ("cost_per_transaction", costPerTransaction),
            ("satisfaction", satisfaction),
        ]
    }

    /// What a reader must know before using the figures: caveats of figures that are there.
    var caveats: [Remark] {
        var seen: Set<Remark> = []
        return named.filter { $0.measure.value != nil }.flatMap(\.measure.caveats).filter { seen.insert($0).inserted }
    }
}

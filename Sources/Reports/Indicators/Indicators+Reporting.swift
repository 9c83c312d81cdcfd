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

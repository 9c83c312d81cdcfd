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

    func sentences(currency: String?) -> [String] {
        let cost = costPerTransaction
        let money = NumberText.money(cost.value, currency: currency)
        let n = cost.denominator.map { ", n " + NumberText.decimal($0, decimals: 0) } ?? ""
        return [
            "Completion: " + completion.sentence,
            "Digital take-up: " + takeUp.sentence,
            "Cost a transaction: " + money + (cost.reasonForAbsence.map { " (\($0))" } ?? n),
            "Satisfaction: " + satisfaction.sentence,
        ]
    }

    /// Every figure with the name it has in records.
    var named: [(name: String, measure: Measure)] {
        [
            ("completion", completion), ("take_up", takeUp), ("cost_per_transaction", costPerTransaction),
            ("satisfaction", satisfaction),
        ]
    }

    /// Sentences that a reader must know before using the figures: caveats of figures that are there.
    var caveats: [String] {
        var seen: Set<String> = []
        return named.filter { $0.measure.value != nil }.flatMap(\.measure.caveats).filter { seen.insert($0).inserted }
    }
}

import JourneyModel
import Tallies

extension EventSource {
    /// The store's table of costs; in a part of a store as all parts are told it.
    var costs: CostTable {
        if let facts { return facts.costs }
        let records = records(.costs)
        let (service, channel) = (records.text(.costService), records.text(.costChannel))
        let (from, to) = (records.everyTime(.costFrom), records.everyTime(.costTo))
        let (amount, currency) = (records.reals(.costAmount), records.text(.costCurrency))
        let rows = (0..<records.count).map { row in
            CostTable.Row(
                service: service(row) ?? "",
                channel: channel(row),
                amount: amount?[row] ?? 0,
                currency: currency(row) ?? "",
                from: from[row],
                to: to[row]
            )
        }
        return CostTable(rows, dataFrom: image.manifest.first.map { Timestamp(milliseconds: $0) }, horizon: horizon)
    }
}

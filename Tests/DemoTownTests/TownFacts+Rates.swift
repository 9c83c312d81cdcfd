import JourneyModel

/// A share with what it is a share of.
struct Share: CustomStringConvertible {
    var count: Int
    var total: Int
    var value: Double { total == 0 ? .nan : Double(count) / Double(total) }
    /// 95% (D7).
    var interval: (low: Double, high: Double) {
        let interval = wilsonInterval(count, of: total)
        return (interval.low, interval.high)
    }

    var description: String { "\(count)/\(total) = \((value * 1000).rounded() / 10)%" }
}

/// The rates of the stories, computed the slow and obvious way.
extension TownFacts {
    /// Planning decides by letter, and that is where its transactions end.
    func isEnd(_ row: Row) -> Bool {
        row.touchpoint == (row.service == "planning" ? "decision notice" : "confirmation")
    }

    /// D12 by case: of those with a start in `range`, those with an end.
    func completion(
        _ service: String? = nil,
        in range: TimeRange = .all,
        where include: ([Row]) -> Bool = { _ in true }
    ) -> Share {
        var share = Share(count: 0, total: 0)
        for rows in cases.values {
            guard let start = rows.first(where: { $0.touchpoint == "start form" }), range.contains(start.time) else {
                continue
            }
            guard service == nil || start.service == service, include(rows) else { continue }
            share.total += 1
            if rows.contains(where: isEnd) { share.count += 1 }
        }
        return share
    }

    /// D18c by case: digital attempts without a digital end, and those followed within a day by an assisted contact of
    /// the same person with the same service.
    func leak(_ service: String? = nil, in range: TimeRange = .all) -> Share {
        var share = Share(count: 0, total: 0)
        for rows in cases.values {
            let digital = rows.filter(\.isDigital)
            guard let first = digital.first, let last = digital.last, range.contains(first.time) else { continue }
            guard service == nil || first.service == service else { continue }
            guard !rows.contains(where: { isEnd($0) && ($0.isDigital || $0.isOutbound) }) else { continue }
            share.total += 1
            let contacts = people[first.person ?? ""] ?? []
            let isLeak = contacts.contains {
                $0.service == first.service && $0.isAssistedContact && $0.time > last.time
                    && $0.time.since(last.time) <= 24 * .hour
            }
            if isLeak { share.count += 1 }
        }
        return share
    }

    /// The funnel of D2 and D3 by person, ordered, within `window`: how many reached each step, how many are pending,
    /// and the times of the converted.
    func funnel(
        _ service: String,
        _ steps: [String],
        within window: Milliseconds,
        horizon: Timestamp,
        entry: (Row) -> Bool = { _ in true }
    ) -> (reached: [Int], pending: Int, times: [Milliseconds]) {
        var reached = Array(repeating: 0, count: steps.count)
        var pending = 0
        var times: [Milliseconds] = []
        for rows in people.values {
            let mine = rows.filter { $0.service == service }
            var best = 0
            var time: Milliseconds = 0
            var latest: Timestamp?
            for (index, first) in mine.enumerated() where first.touchpoint == steps[0] && entry(first) {
                latest = first.time
                var depth = 1
                var last = first.time
                for row in mine[(index + 1)...] where depth < steps.count {
                    if row.touchpoint == steps[depth], row.time.since(first.time) <= window {
                        depth += 1
                        last = row.time
                    }
                }
                if depth > best {
                    best = depth
                    time = last.since(first.time)
                }
            }
            for step in 0..<best { reached[step] += 1 }
            if best == steps.count { times.append(time) }
            if let latest, best < steps.count, latest.advanced(by: window) > horizon { pending += 1 }
        }
        return (reached, pending, times.sorted())
    }
}

import JourneyModel

/// Contacts and hand-offs, the slow and obvious way.
extension TownFacts {
    /// D18: how many runs of inbound events on one assisted channel and service there are, and how many of them hold a step of a
    /// transaction and are no contacts.
    var assistedRuns: (contacts: Int, transactions: Int) {
        var result = (contacts: 0, transactions: 0)
        for rows in people.values {
            let assisted = rows.filter {
                !$0.isOutbound && ["phone", "counter", "post", "chat"].contains($0.channel)
            }
            for rows in Dictionary(grouping: assisted, by: { $0.service + "|" + $0.channel }).values {
                var runs: [[Row]] = []
                for row in rows {
                    if let last = runs.last?.last, row.time.since(last.time) <= 30 * .minute {
                        runs[runs.count - 1].append(row)
                    } else {
                        runs.append([row])
                    }
                }
                let made = runs.count { run in run.contains { $0.touchpoint == "start form" || isEnd($0) } }
                result.transactions += made
                result.contacts += runs.count - made
            }
        }
        return result
    }

    /// D10: cases, and what has none by person and service until 28 days without an event or an end.
    var journeys: [[Row]] {
        var found = Array(cases.values)
        let loose = people.values.flatMap { $0.filter { $0.caseID == nil } }
        for rows in Dictionary(grouping: loose, by: { ($0.person ?? "") + "|" + $0.service }).values {
            var journey: [Row] = []
            for row in rows {
                if let last = journey.last, isEnd(last) || row.time.since(last.time) > 28 * .day {
                    found.append(journey)
                    journey = []
                }
                journey.append(row)
            }
            found.append(journey)
        }
        return found
    }

    /// D20: neighbours on different channels in a journey, up to and with its end; and what a count finds which takes notices
    /// for steps, or goes on after the end.
    var handOffs: (counted: Int, withNotices: Int, afterTheEnd: Int) {
        func changes(_ rows: some Sequence<Row>) -> Int {
            let channels = rows.map(\.channel).filter { !$0.isEmpty }
            return zip(channels, channels.dropFirst()).count { $0 != $1 }
        }
        var result = (counted: 0, withNotices: 0, afterTheEnd: 0)
        for rows in journeys {
            let until = rows.firstIndex(where: isEnd).map { Array(rows[...$0]) } ?? rows
            result.counted += changes(until.filter { !$0.isOutbound })
            result.withNotices += changes(until)
            result.afterTheEnd += changes(rows.filter { !$0.isOutbound })
        }
        return result
    }

    /// D13: completed transactions of a service, and those whose submission was digital, or that had one with a channel at all.
    func takeUp(_ service: String) -> Share {
        var share = Share(count: 0, total: 0)
        for rows in cases.values where rows.first?.service == service && rows.contains(where: isEnd) {
            share.total += 1
            if rows.last(where: { $0.touchpoint == "submit" })?.isDigital == true { share.count += 1 }
        }
        return share
    }

    /// D1: groups of two or more events of one person at one instant, and those of three.
    var ties: (all: Int, ofThree: Int) {
        let groups = people.values.flatMap { Dictionary(grouping: $0, by: \.time).values.map(\.count) }
        return (groups.count { $0 > 1 }, groups.count { $0 == 3 })
    }
}

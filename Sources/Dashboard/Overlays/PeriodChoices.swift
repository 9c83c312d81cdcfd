import JourneyModel
import Wording

/// The periods that the picker offers, each with the period before it.
enum PeriodChoices {
    /// All time, then the last days, what happened, quarters, months and years of the data, newest first.
    static func all(catalog: Catalog?, zone: Zone) -> [Choice] {
        let always = [Choice(id: "all", label: "all time", detail: "compared with nothing")]
        guard let first = catalog?.first, let last = catalog?.last else { return always }
        return always + RelativePeriod.offered.map { relative($0, endOfData: last, zone) }
            + annotations(catalog?.annotations ?? [], first, last, zone)
            + periods(.quarter, first, last, zone, limit: 12)
            + periods(.month, first, last, zone, limit: 24)
            + periods(.year, first, last, zone, limit: 10)
            + periods(.week, first, last, zone, limit: 8)
    }

    private static let mostAnnotations = 8

    /// From the day on which something happened to the last of the data, against as long before: what changed with it.
    private static func annotations(
        _ annotations: [AnnotationRecord],
        _ first: Timestamp,
        _ last: Timestamp,
        _ zone: Zone
    ) -> [Choice] {
        let end = zone.start(of: CivilDate(daysSinceEpoch: zone.date(at: last).daysSinceEpoch + 1))
        return annotations.filter { $0.time > first && $0.time <= last }.suffix(mostAnnotations).reversed().map {
            annotation in
            let from = zone.start(of: zone.date(at: annotation.time))
            let before = TimeRange(from: from.advanced(by: -end.since(from)), to: from)
            var since = choice(TimeRange(from: from, to: end), before: before, zone)
            since.detail = "\(since.label), \(since.detail)"
            since.label = "since " + annotation.text
            return since
        }
    }

    private static func periods(
        _ length: PeriodLength,
        _ first: Timestamp,
        _ last: Timestamp,
        _ zone: Zone,
        limit: Int
    ) -> [Choice] {
        var choices: [Choice] = []
        var period = Period(length, containing: zone.date(at: last))
        while choices.count < limit, let end = period.range(in: zone).to, end > first {
            var next = choice(period.range(in: zone), before: period.advanced(by: -1).range(in: zone), zone)
            // The data ends more than a day before the period does: it is not over, or not all here.
            if end.since(last) > .day { next.detail = "so far, " + next.detail }
            choices.append(next)
            period = period.advanced(by: -1)
        }
        return choices
    }

    /// Whatever `--from` and `--before` take, also two dates side by side: against the like period before. Nil for anything else.
    static func typed(_ text: String, catalog: Catalog?, zone: Zone) -> Choice? {
        let text = text.split(separator: " ").joined(separator: " ")
        if let relative = RelativePeriod(text) {
            return catalog?.last.map { Self.relative(relative, endOfData: $0, zone) }
        }
        guard text != "all", let range = try? TimeRange(parsingPeriod: text, in: zone, endOfData: catalog?.last),
            let before = range.before(in: zone)
        else { return nil }
        return choice(range, before: before, zone)
    }

    private static func choice(_ range: TimeRange, before: TimeRange, _ zone: Zone) -> Choice {
        Choice(
            id: [range.from, range.to, before.from, before.to].map { $0.map { String($0.milliseconds) } ?? "" }
                .joined(separator: " "),
            label: DateText.text(range, in: zone),
            detail: "against " + DateText.text(before, in: zone)
        )
    }

    /// A period that moves with the data, and where it lies now.
    private static func relative(_ period: RelativePeriod, endOfData last: Timestamp, _ zone: Zone) -> Choice {
        let ranges = period.ranges(endOfData: last, in: zone)
        let now = [ranges.range, ranges.before].map { DateText.text($0, in: zone) }
        return Choice(id: period.text, label: period.words, detail: "now \(now[0]), against \(now[1])")
    }

    /// What the id of a choice that does not move with the data stands for.
    static func period(_ id: String) -> (range: TimeRange, before: TimeRange?)? {
        if id == "all" { return (.all, nil) }
        let times = id.split(separator: " ").compactMap { Int64($0) }.map { Timestamp(milliseconds: $0) }
        guard times.count == 4 else { return nil }
        return (TimeRange(from: times[0], to: times[1]), TimeRange(from: times[2], to: times[3]))
    }
}

extension RelativePeriod {
    /// Those in the list; others can be written into a file of views.
    fileprivate static let offered: [RelativePeriod] = [.last(.quarter), .last(.month), .this(.year), .days(28)]

    /// As the list names it: the last is always a whole one, and this one may not be over.
    var words: String {
        switch self {
        case .last(let length): "the last whole \(length.rawValue)"
        case .this(let length): "this \(length.rawValue) so far"
        case .days(let days): "the last \(days) days"
        }
    }
}

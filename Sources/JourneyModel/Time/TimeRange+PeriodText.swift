extension TimeRange {
    /// Reads a period in one word: `all`, `2025`, `2025-Q4`, `2025-10`, `2025-10-03`, or two ends with two dots between
    /// them, either of which may be left away: `2025-10-01..2025-12-15`. The ends mean what they mean after `--from` and
    /// `--to`.
    ///
    /// - Throws: `ParsingError` where it is none of these, or empty.
    public init(parsingPeriod text: String, in zone: Zone) throws(ParsingError) {
        let ends = text.partsAroundDots
        if text == "all" {
            self = .all
        } else if let ends, !ends.before.isEmpty || !ends.after.isEmpty {
            try self.init(
                parsingFrom: ends.before.isEmpty ? nil : ends.before,
                to: ends.after.isEmpty ? nil : ends.after,
                in: zone
            )
        } else {
            try self.init(parsingFrom: text, to: text, in: zone)
        }
    }

    /// The shortest form that `init(parsingPeriod:in:)` reads back.
    public func periodText(in zone: Zone) -> String {
        if self == .all { return "all" }
        if let whole = wholePeriod(in: zone) { return whole.label }
        return (from.map { Self.startText($0, zone) } ?? "") + ".." + (to.map { Self.endText($0, zone) } ?? "")
    }

    /// The like range just before this one: of a calendar period the one before, else as many days. Nil where an end is
    /// open.
    public func before(in zone: Zone) -> TimeRange? {
        guard let from, let to else { return nil }
        let day = zone.date(at: from)
        let periods = PeriodLength.allCases.map { Period($0, containing: day) }
        if let whole = periods.last(where: { $0.range(in: zone) == self }) {
            return whole.advanced(by: -1).range(in: zone)
        }
        let end = zone.date(at: to.advanced(by: -1))
        let days = end.daysSinceEpoch - day.daysSinceEpoch + 1
        return TimeRange(from: zone.start(of: CivilDate(daysSinceEpoch: day.daysSinceEpoch - days)), to: from)
    }

    private static func startText(_ time: Timestamp, _ zone: Zone) -> String {
        let day = zone.date(at: time)
        return zone.start(of: day) == time ? day.text : time.iso8601
    }

    /// A date as an end means the whole of its day.
    private static func endText(_ time: Timestamp, _ zone: Zone) -> String {
        guard zone.start(of: zone.date(at: time)) == time else { return time.iso8601 }
        return zone.date(at: time.advanced(by: -1)).text
    }
}

extension TimeRange {
    /// Reads a period as a person gives it: `all`, whatever is one (``GivenTime``), or two ends, either of which may be left away
    /// beside two dots: `2025-10-01..2025-12-15`, `1 oct 2025 to 15 oct 2025`, `01/10/2025 - 15/10/2025`,
    /// `01/10/2025 15/10/2025`. The ends mean what they mean after `--from` and `--to`.
    ///
    /// - Parameter endOfData: by which `last week` and a `Q4` without its year are told.
    /// - Throws: `ParsingError` where it is none of these, or empty.
    public init(parsingPeriod text: String, in zone: Zone, endOfData: Timestamp? = nil) throws(ParsingError) {
        if text == "all" {
            self = .all
        } else if let ends = Self.ends(of: text) {
            try self.init(parsingFrom: ends.from, to: ends.to, in: zone, endOfData: endOfData)
        } else {
            try self.init(parsingFrom: text, to: text, in: zone, endOfData: endOfData)
        }
    }

    private static func ends(of text: String) -> (from: String?, to: String?)? {
        if let ends = text.partsAroundDots {
            guard !ends.before.isEmpty || !ends.after.isEmpty else { return nil }
            return (ends.before.isEmpty ? nil : ends.before, ends.after.isEmpty ? nil : ends.after)
        }
        let words = text.split(separator: " ").map(String.init)
        if let middle = words.firstIndex(where: { ["to", "-", "\u{2013}", "until"].contains($0.lowercased()) }) {
            let (from, to) = (words[..<middle], words[(middle + 1)...])
            return from.isEmpty || to.isEmpty ? nil : (from.joined(separator: " "), to.joined(separator: " "))
        }
        // Two dates side by side; a date and a clock time are one instant.
        guard words.count == 2, words.allSatisfy({ $0.first?.isNumber == true && !$0.contains(":") }) else {
            return nil
        }
        return (words[0], words[1])
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

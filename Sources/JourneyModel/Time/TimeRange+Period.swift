extension TimeRange {
    /// The year, quarter, month or day that the range is exactly; nil where it is none.
    public func wholePeriod(in zone: Zone) -> Period? {
        guard let from else { return nil }
        let lengths: [PeriodLength] = [.year, .quarter, .month, .day]
        return lengths.map { Period($0, containing: zone.date(at: from)) }.first { $0.range(in: zone) == self }
    }

    /// Reads a period to compare with: `2025-Q3`, `2025-07`, `2024`, a day, or `FROM..TO` with the ends as
    /// ``init(parsingFrom:to:in:)`` takes them.
    ///
    /// - Throws: `ParsingError` where it is neither.
    public init(parsingPeriod text: String, in zone: Zone) throws(ParsingError) {
        guard let dots = text.rangeOfDots else {
            try self.init(parsingFrom: text, to: text, in: zone)
            return
        }
        let ends = [text[..<dots.lowerBound], text[dots.upperBound...]].map { $0.isEmpty ? nil : String($0) }
        try self.init(parsingFrom: ends[0], to: ends[1], in: zone)
    }
}

extension TimeRange {
    /// The year, quarter, month or day that the range is exactly; nil where it is none.
    public func wholePeriod(in zone: Zone) -> Period? {
        guard let from else { return nil }
        let lengths: [PeriodLength] = [.year, .quarter, .month, .day]
        return lengths.map { Period($0, containing: zone.date(at: from)) }.first { $0.range(in: zone) == self }
    }
}

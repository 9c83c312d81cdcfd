public import JourneyModel

/// What every screen of the session is about. The period, the unit and the filters stay while one goes from screen to
/// screen; what a drill-down narrows belongs to its ``Place`` and is undone by going back.
public struct ViewScope: Hashable, Sendable {
    public var range: TimeRange
    /// The period to compare with; nil: none.
    public var before: TimeRange?
    public var filters: [Filter]
    public var unit: CountingUnit?
    public var asOf: Timestamp?
    public var zone: Zone

    public init(
        range: TimeRange = .all,
        before: TimeRange? = nil,
        filters: [Filter] = [],
        unit: CountingUnit? = nil,
        asOf: Timestamp? = nil,
        zone: Zone = .utc
    ) {
        self.range = range
        self.before = before
        self.filters = filters
        self.unit = unit
        self.asOf = asOf
        self.zone = zone
    }
}

extension ViewScope {
    /// The last quarter that the store's data covers to its end, against the one before: a good place to open a store
    /// that is long enough. Nil where the data does not cover two quarters.
    public static func latestWholeQuarter(_ catalog: Catalog, zone: Zone = .utc) -> ViewScope? {
        guard let first = catalog.first, let last = catalog.last else { return nil }
        var quarter = Period(.quarter, containing: zone.date(at: last))
        // A day without events at the end is no reason to call the quarter unfinished.
        if let end = quarter.range(in: zone).to, end.since(last) > .day { quarter = quarter.advanced(by: -1) }
        let before = quarter.advanced(by: -1)
        guard let start = before.range(in: zone).from, first.since(start) <= .day else { return nil }
        return ViewScope(range: quarter.range(in: zone), before: before.range(in: zone), zone: zone)
    }
}

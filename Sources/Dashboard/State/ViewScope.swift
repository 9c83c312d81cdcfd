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

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
    /// Where `range` and `before` come from, if they move with the data.
    var relative: Relative?

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
    /// A period that moves with the data, and whether the one before it is shown beside it.
    struct Relative: Hashable, Sendable {
        var period: RelativePeriod
        var isCompared: Bool
    }

    /// Shows a period that stays where it is.
    mutating func show(_ range: TimeRange, against before: TimeRange?) {
        relative = nil
        self.range = range
        self.before = before
    }

    /// Shows a period that moves with the data; `follow(_:)` says where it lies.
    mutating func show(_ period: RelativePeriod, isCompared: Bool) {
        show(.all, against: nil)
        relative = Relative(period: period, isCompared: isCompared)
    }

    /// Moves a relative period to where the data ends now; data without events has none.
    mutating func follow(_ catalog: Catalog) {
        guard let relative, let last = catalog.last else { return }
        let ranges = relative.period.ranges(endOfData: last, in: zone)
        range = ranges.range
        before = relative.isCompared ? ranges.before : nil
    }
}

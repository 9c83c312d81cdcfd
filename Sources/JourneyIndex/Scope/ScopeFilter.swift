import JourneyModel

/// The part of a scope that decides event by event, compiled to codes: filters, the as-of time and, where the question
/// wants it, the range.
///
/// A filter on a trait is applied through the event's own person or case. Where the trait belongs to the unit that is
/// counted, all events of a subject share it, and so the subject is kept or left out as a whole (commands); a person's
/// trait under unit case, or a case's under another unit, keeps those events of the subject whose person or case has
/// it. An event without a person or case has no value of their traits: `(not set)`.
struct ScopeFilter: Sendable {
    struct Condition: Sendable {
        let dimension: IndexedDimension
        /// By code + 1: whether an event with it stays.
        let allowed: [Bool]
    }

    let conditions: [Condition]
    let range: ClosedRange<Int64>?
    /// Only what was recorded by then.
    let asOf: Int64?
    /// What the reader should know: values that nothing has.
    let notes: [Remark]
    /// The generation in which was declared what the store's events mean; nil where nobody has declared anything.
    let declared: Int64?

    /// - Throws: `AnalysisError.unknownDimension`.
    init(_ scope: Scope, source: EventSource) throws(AnalysisError) {
        (conditions, notes) = try ScopeFilter.compile(scope.filters, source: source)
        range = ScopeFilter.inclusive(scope.range)
        asOf = scope.asOf?.milliseconds
        declared = source.declared?.generation
    }

    /// - Throws: `AnalysisError.unknownDimension`.
    static func compile(
        _ filters: [Filter],
        source: EventSource
    ) throws(AnalysisError) -> (conditions: [Condition], notes: [Remark]) {
        var conditions: [Condition] = []
        var notes: [Remark] = []
        for filter in filters {
            let dimension = try source.dimension(filter.dimension)
            var allowed = dimension.table(filter.isNegated)
            for value in filter.values {
                if value == Dimension.notSet { allowed[0] = !filter.isNegated }
                if let code = dimension.code(of: value) { allowed[Int(code) + 1] = !filter.isNegated }
                if !dimension.isKnown(value) {
                    let near = dimension.nearest(to: value).first
                    notes.append(.nothingHas(dimension: dimension.name, value: value, near: near))
                }
            }
            conditions.append(Condition(dimension: dimension, allowed: allowed))
        }
        return (conditions, notes)
    }

    /// The instants of `range` with both ends inside; nil where it has none.
    static func inclusive(_ range: TimeRange) -> ClosedRange<Int64>? {
        let from = range.from?.milliseconds ?? .min
        guard let to = range.to?.milliseconds else { return from...Int64.max }
        return to > from ? from...(to - 1) : nil
    }

    /// Which of `events` are in scope.
    func mask(of events: EventColumns, appliesRange: Bool) -> EventMask {
        let isUnbounded = range == Int64.min...Int64.max
        if conditions.isEmpty, asOf == nil, !appliesRange || isUnbounded { return EventMask(all: events) }
        var spans: [(times: Column<Int64>, range: ClosedRange<Int64>?)] = []
        if appliesRange, !isUnbounded { spans.append((events.time, range)) }
        if let asOf { spans.append((events.recorded, Int64.min...asOf)) }
        let writer = MaskWriter(
            count: events.count,
            spans: spans,
            conditions: conditions.map { (events.codes(of: $0.dimension), $0.allowed) }
        )
        return EventMask(writer.words(), of: events)
    }
}

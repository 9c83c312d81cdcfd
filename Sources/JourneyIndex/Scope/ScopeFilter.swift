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
    let notes: [String]

    /// - Throws: `AnalysisError.unknownDimension`.
    init(_ scope: Scope, source: EventSource) throws(AnalysisError) {
        (conditions, notes) = try ScopeFilter.compile(scope.filters, source: source)
        range = ScopeFilter.inclusive(scope.range)
        asOf = scope.asOf?.milliseconds
    }

    /// - Throws: `AnalysisError.unknownDimension`.
    static func compile(
        _ filters: [Filter],
        source: EventSource
    ) throws(AnalysisError) -> (conditions: [Condition], notes: [String]) {
        var conditions: [Condition] = []
        var notes: [String] = []
        for filter in filters {
            let dimension = try source.dimension(filter.dimension)
            var allowed = dimension.table(filter.isNegated)
            for value in filter.values {
                if value == Dimension.notSet { allowed[0] = !filter.isNegated }
                if let code = dimension.code(of: value) {
                    allowed[Int(code) + 1] = !filter.isNegated
                } else {
                    let near = nearestNames(to: value, in: dimension.values).first
                    let hint = near.map { "; did you mean '\($0)'?" } ?? ""
                    notes.append("nothing has \(dimension.name) '\(value)'\(hint)")
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
        if conditions.isEmpty, asOf == nil, !appliesRange || isUnbounded { return EventMask(all: events.count) }
        let bytes = Column<UInt8>(count: events.count) { mask in
            mask.initialize(repeating: 1)
            if appliesRange { keep(events.time, in: range, mask) }
            if let asOf { keep(events.recorded, in: Int64.min...asOf, mask) }
            for condition in conditions { keep(events.codes(of: condition.dimension), condition.allowed, mask) }
        }
        return EventMask(bytes)
    }

    private func keep(
        _ column: Column<Int64>,
        in range: ClosedRange<Int64>?,
        _ mask: UnsafeMutableBufferPointer<UInt8>
    ) {
        guard let range else { return mask.update(repeating: 0) }
        let values = column.values
        let (low, high) = (range.lowerBound, range.upperBound)
        withExtendedLifetime(column) {
            for index in 0..<mask.count where values[index] < low || values[index] > high { mask[index] = 0 }
        }
    }

    private func keep(_ column: Column<Int32>, _ allowed: [Bool], _ mask: UnsafeMutableBufferPointer<UInt8>) {
        let codes = column.values
        withExtendedLifetime(column) {
            allowed.withUnsafeBufferPointer { allowed in
                for index in 0..<mask.count where !allowed[Int(codes[index]) + 1] { mask[index] = 0 }
            }
        }
    }
}

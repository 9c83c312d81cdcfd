import JourneyModel

/// Tells for an event which of up to 64 predicates it meets, by code: one table look-up for the touchpoint, and only for
/// the touchpoints whose predicates have conditions a look at those.
struct StepMatcher: Sendable {
    private struct Conditional: Sendable {
        let bit: UInt64
        let touchpoint: Int32
        let conditions: [Condition]
    }

    private struct Condition: Sendable {
        let codes: CodeColumn
        let allowed: [Bool]
    }

    /// By touchpoint code + 1: bits that hold without conditions.
    private let plain: Column<UInt64>
    private let conditionals: [Conditional]
    private let hasConditionals: Bool
    private let touchpoint: CodeColumn
    let notes: [Remark]

    /// Bit i stands for any of `predicates[i]`.
    ///
    /// - Throws: `AnalysisError.unknownTouchpoint` where no event of the store has it, `unknownDimension` for a
    ///   condition on one that is not there.
    init(_ predicates: [[StepPredicate]], events: EventColumns) throws(AnalysisError) {
        let source = events.source
        let dimension = try source.dimension(Dimension.touchpoint)
        var plain = dimension.table(UInt64(0))
        var conditionals: [Conditional] = []
        var notes: [Remark] = []
        for (index, alternatives) in predicates.enumerated() {
            for predicate in alternatives {
                let known = try dimension.touchpointCode(of: predicate.touchpoint)
                let bit = UInt64(1) << UInt64(index)
                if predicate.filters.isEmpty {
                    if let code = known { plain[Int(code) + 1] |= bit }
                } else {
                    let compiled = try ScopeFilter.compile(predicate.filters, source: source)
                    notes += compiled.notes
                    guard let code = known else { continue }
                    conditionals.append(
                        Conditional(
                            bit: bit,
                            touchpoint: code,
                            conditions: compiled.conditions.map {
                                Condition(codes: events.codes(of: $0.dimension), allowed: $0.allowed)
                            }
                        )
                    )
                }
            }
        }
        self.plain = Column(plain)
        hasConditionals = !conditionals.isEmpty
        self.conditionals = conditionals
        self.notes = notes
        touchpoint = events.touchpoint
    }

    /// The bits of the predicates that the event at `position` meets.
    @inline(__always)
    func bits(_ position: Int) -> UInt64 {
        let code = touchpoint[position]
        let bits = plain.values[Int(code) + 1]
        return hasConditionals ? bits | conditionalBits(code, position) : bits
    }

    /// By touchpoint code + 1 the one step that it is, from 0, or `none`; nil where a touchpoint may be several steps, or
    /// a step has conditions.
    func stepOfTouchpoint(none: Int) -> [UInt8]? {
        guard !hasConditionals, !plain.values.contains(where: { $0.nonzeroBitCount > 1 }) else { return nil }
        return plain.values.map { $0 == 0 ? UInt8(none) : UInt8($0.trailingZeroBitCount) }
    }

    /// By touchpoint code + 1: whether an event with it can meet a predicate.
    var touchpoints: [Bool] { touchpoints(of: .max) }

    /// The same for the predicates of `bits` alone.
    func touchpoints(of bits: UInt64) -> [Bool] {
        var matching = plain.values.map { $0 & bits != 0 }
        for conditional in conditionals where conditional.bit & bits != 0 {
            matching[Int(conditional.touchpoint) + 1] = true
        }
        return matching
    }

    private func conditionalBits(_ code: Int32, _ position: Int) -> UInt64 {
        var bits: UInt64 = 0
        for conditional in conditionals where conditional.touchpoint == code {
            let holds = conditional.conditions.allSatisfy { $0.allowed[Int($0.codes[position]) + 1] }
            if holds { bits |= conditional.bit }
        }
        return bits
    }
}

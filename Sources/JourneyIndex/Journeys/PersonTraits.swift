import JourneyModel

/// A scope's filters on traits of persons, for side records that name a person rather than carry an event.
struct PersonTraits: Sendable {
    private let conditions: [(trait: Trait, allowed: [Bool])]

    init(_ source: EventSource, filters: [Filter]) {
        var conditions: [(trait: Trait, allowed: [Bool])] = []
        for filter in filters where Dimension.subject(of: filter.dimension) == .person {
            guard let dimension = source.dimensionIfAny(filter.dimension) else { continue }
            var allowed = dimension.table(filter.isNegated)
            for value in filter.values {
                if value == Dimension.notSet { allowed[0] = !filter.isNegated }
                if let code = dimension.values.firstIndex(of: value) { allowed[code + 1] = !filter.isNegated }
            }
            conditions.append((Trait(dimension, of: source), allowed))
        }
        self.conditions = conditions
    }

    /// Whether there is nothing to ask for.
    var isEmpty: Bool { conditions.isEmpty }

    /// Whether the person has the traits that the filters ask for; -1 is nobody known.
    func keeps(code: Int32) -> Bool {
        conditions.allSatisfy { $0.allowed[Int($0.trait[code]) + 1] }
    }
}

import JourneyModel

/// A scope's filters on traits of persons, for side records that name a person rather than carry an event.
struct PersonTraits: Sendable {
    private let codes: [String: Int32]
    private let conditions: [(codes: [Int32], allowed: [Bool])]

    init(_ source: EventSource, filters: [Filter]) {
        let people = source.snapshot.people
        var conditions: [(codes: [Int32], allowed: [Bool])] = []
        for filter in filters where Dimension.subject(of: filter.dimension) == .person {
            guard let trait = people.traits.first(where: { $0.name == filter.dimension }) else { continue }
            var allowed = Array(repeating: filter.isNegated, count: trait.values.count + 1)
            for value in filter.values {
                if value == Dimension.notSet { allowed[0] = !filter.isNegated }
                if let code = trait.values.firstIndex(of: value) { allowed[code + 1] = !filter.isNegated }
            }
            conditions.append((trait.codes, allowed))
        }
        self.conditions = conditions
        codes = conditions.isEmpty ? [:] : Dictionary(zip(people.names, 0...), uniquingKeysWith: { first, _ in first })
    }

    /// Whether the person, who may be unknown to the events, has the traits that the filters ask for.
    func keeps(_ person: String?) -> Bool {
        guard !conditions.isEmpty else { return true }
        return keeps(code: person.flatMap { codes[$0] } ?? -1)
    }

    func keeps(code: Int32) -> Bool {
        conditions.allSatisfy { condition in
            let known = code >= 0 && Int(code) < condition.codes.count
            return condition.allowed[Int(known ? condition.codes[Int(code)] : -1) + 1]
        }
    }
}

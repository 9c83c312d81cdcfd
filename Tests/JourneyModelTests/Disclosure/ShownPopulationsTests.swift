import Testing

@testable import JourneyModel

@Suite("Views that differ by a few (D25, rule 7)")
struct ShownPopulationsTests {
    private let policy = DisclosurePolicy()

    private func receipt(_ filters: String..., subjects: Int, unit: CountingUnit? = nil) throws -> Receipt {
        Receipt(
            definitions: [],
            scope: Scope(filters: try filters.map { try Filter(parsing: $0) }, unit: unit),
            unit: .person,
            events: 0,
            subjects: subjects,
            eventsWithoutSubject: 0,
            horizon: nil
        )
    }

    @Test("The whole and all but four of it are not both shown, in either order")
    func nested() throws {
        let (whole, most) = (try receipt(subjects: 500), try receipt("person.region!=east", subjects: 496))
        for pair in [(whole, most), (most, whole)] {
            let shown = ShownPopulations()
            try shown.show(pair.0, policy)
            #expect(throws: AnalysisError.self) { try shown.show(pair.1, policy) }
            // What was refused is not remembered as shown.
            try shown.show(pair.0, policy)
        }
    }

    @Test("Choosing the usual unit is no way around")
    func unit() throws {
        let shown = ShownPopulations()
        try shown.show(try receipt(subjects: 500), policy)
        #expect(throws: AnalysisError.self) {
            try shown.show(try receipt("channel=web", subjects: 495, unit: .person), policy)
        }
    }

    @Test("Equal numbers, ten apart, and other people are shown")
    func apart() throws {
        let shown = ShownPopulations()
        try shown.show(try receipt(subjects: 500), policy)
        try shown.show(try receipt("channel=web", subjects: 500), policy)
        try shown.show(try receipt("channel=phone", subjects: 490), policy)
        // Neither lies within the other: as many people, but not the same.
        try shown.show(try receipt("channel=app", subjects: 488), policy)
        // The same question again after new data.
        let refreshed = ShownPopulations()
        try refreshed.show(try receipt(subjects: 500), policy)
        try refreshed.show(try receipt(subjects: 503), policy)
    }

    @Test("Which filters lie within which")
    func filters() throws {
        func isWithin(_ narrow: String, _ wide: String) throws -> Bool {
            try Filter(parsing: narrow).isWithin(try Filter(parsing: wide))
        }
        #expect(try isWithin("channel=web", "channel=web,app"))
        #expect(try !isWithin("channel=web,app", "channel=web"))
        #expect(try isWithin("channel!=web,app", "channel!=web"))
        #expect(try isWithin("channel=web", "channel!=app"))
        #expect(try !isWithin("channel!=app", "channel=web"))
        #expect(try !isWithin("channel=web", "service=web"))
    }

    @Test("A month lies within its year, and not the other way")
    func ranges() {
        func scope(_ from: Int64?, _ to: Int64?) -> Scope {
            Scope(
                range: TimeRange(
                    from: from.map { Timestamp(milliseconds: $0) },
                    to: to.map { Timestamp(milliseconds: $0) }
                )
            )
        }
        #expect(scope(10, 20).isWithin(scope(0, 30)))
        #expect(scope(10, 20).isWithin(scope(nil, nil)))
        #expect(!scope(nil, 20).isWithin(scope(0, 30)))
        #expect(!scope(10, 40).isWithin(scope(0, 30)))
    }
}

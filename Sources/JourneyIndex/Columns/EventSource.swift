import JourneyModel

/// The snapshot as the engine reads it: its events in the order of their import, and the dimensions there are.
final class EventSource: Sendable {
    let snapshot: JourneySnapshot
    /// Dimensions of events first, as the snapshot has them, then traits of persons, then of cases.
    let dimensions: [IndexedDimension]
    /// H of the definitions without an as-of time: the latest recorded time, of events that have none the time itself
    /// (D28). Nil in an empty store.
    let horizon: Timestamp?

    init(_ snapshot: JourneySnapshot) {
        self.snapshot = snapshot
        let events = snapshot.events.dimensions.enumerated().map { index, column in
            IndexedDimension(name: column.name, values: column.values, place: .event(index))
        }
        let people = snapshot.people.traits.enumerated().map { index, column in
            IndexedDimension(name: column.name, values: column.values, place: .person(index))
        }
        let cases = snapshot.cases.traits.enumerated().map { index, column in
            IndexedDimension(name: column.name, values: column.values, place: .case(index))
        }
        dimensions = events + people + cases
        let known = snapshot.events.recorded.isEmpty ? snapshot.events.time : snapshot.events.recorded
        horizon = known.max().map { Timestamp(milliseconds: $0) }
    }

    var count: Int { snapshot.events.time.count }

    /// - Throws: `AnalysisError.unknownDimension` with the nearest names.
    func dimension(_ name: String) throws(AnalysisError) -> IndexedDimension {
        if let known = dimensions.first(where: { $0.name == name }) { return known }
        throw .unknownDimension(name, suggestions: nearestNames(to: name, in: dimensions.map(\.name)))
    }

    /// The dimension of that name, or one without values where no event brought it.
    func dimensionIfAny(_ name: String) -> IndexedDimension? {
        dimensions.first { $0.name == name }
    }

    /// The column of `rows` for `dimension`: the event's own code, or that of the person or case it belongs to.
    func codes(of dimension: IndexedDimension, at rows: Column<Int32>) -> Column<Int32> {
        switch dimension.place {
        case .event(let index):
            return gather(snapshot.events.dimensions[index].codes, at: rows)
        case .person(let index):
            return gather(snapshot.people.traits[index].codes, through: snapshot.events.person, at: rows)
        case .case(let index):
            return gather(snapshot.cases.traits[index].codes, through: snapshot.events.caseID, at: rows)
        }
    }

    func gather<Element: BitwiseCopyable & Sendable>(_ source: [Element], at rows: Column<Int32>) -> Column<Element> {
        source.withUnsafeBufferPointer { Column.gathered($0, at: rows) }
    }

    /// Traits by way of their subject; -1 where the event has no subject, or the subject no row.
    private func gather(_ traits: [Int32], through subjects: [Int32], at rows: Column<Int32>) -> Column<Int32> {
        Column(count: rows.count) { buffer in
            let rows = rows.values
            for index in 0..<rows.count {
                let subject = Int(subjects[Int(rows[index])])
                buffer[index] = subject >= 0 && subject < traits.count ? traits[subject] : -1
            }
        }
    }
}

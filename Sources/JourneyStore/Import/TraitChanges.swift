internal import JourneyModel

/// The traits that an import's rows give to persons and cases; the last one of the file wins.
final class TraitChanges {
    private struct Value: BitwiseCopyable {
        /// The number of the value; 0 for none.
        var code: Int32
        /// How many events the file has up to here.
        var position: UInt32
        /// The time of the event that says so; the least for a row beside the events.
        var known: Int64
    }

    private struct Trait {
        let id: Int32
        /// By the subject's number.
        let values: PagedArray<Value>
    }

    private var ofPersons: [Trait] = []
    private var ofCases: [Trait] = []

    var isEmpty: Bool { ofPersons.isEmpty && ofCases.isEmpty }

    /// Takes what a block's events say.
    ///
    /// - Parameter firstEvent: the number of the file's first event.
    func add(_ column: EventBlock.Column, of block: EventBlock, firstEvent: Int64) {
        let dimension = column.dimension
        let isOfCase = dimension.subject == .case
        let subjects = isOfCase ? block.caseID : block.person
        let values = trait(dimension.id, isOfCase: isOfCase)
        for (index, code) in column.codes.enumerated() where code >= 0 && subjects[index] >= 0 {
            let position = UInt32(block.numbers[index] - firstEvent + 1)
            values[Int(subjects[index]) + 1] = Value(code: code + 1, position: position, known: block.time[index])
            dimension.values.used[Int(code) + 1] = true
        }
    }

    /// Takes what a row beside the events says.
    ///
    /// - Parameters:
    ///   - code: the value's number.
    ///   - events: how many events the file has before the row.
    func set(_ trait: ImportDimension, ofPerson person: Int32, to code: Int32, after events: UInt32) {
        trait.values.used[Int(code)] = true
        let values = self.trait(trait.id, isOfCase: false)
        if values[Int(person)].position <= events {
            values[Int(person)] = Value(code: code, position: events, known: .min)
        }
    }

    /// - Parameters:
    ///   - batch: the import's number.
    ///   - importedAt: since when that is known which no event says.
    func store(in connection: OpaquePointer, batch: Int64, importedAt: Int64, tick: () throws -> Void) throws {
        try keepEarlier(in: connection, batch: batch, tick)
        let persons = try RawStatement(
            connection,
            """
            INSERT INTO person_traits(person, trait, value, batch, known) VALUES (?1, ?2, ?3, \(batch), ?4)
            ON CONFLICT(person, trait) DO UPDATE
            SET value = excluded.value, batch = excluded.batch, known = excluded.known
            """
        )
        try TraitChanges.forEach(ofPersons, tick) { number, trait, value in
            persons.bind(value.known == .min ? importedAt : value.known, at: 4)
            try TraitChanges.run(persons, number, trait, value)
        }
        let cases = try RawStatement(
            connection,
            """
            INSERT INTO case_traits("case", trait, value, batch) VALUES (?1, ?2, ?3, \(batch))
            ON CONFLICT("case", trait) DO UPDATE SET value = excluded.value, batch = excluded.batch
            """
        )
        try TraitChanges.forEach(ofCases, tick) { try TraitChanges.run(cases, $0, $1, $2) }
    }

    /// What earlier imports said of the same traits, so that this one can be taken out again.
    private func keepEarlier(in connection: OpaquePointer, batch: Int64, _ tick: () throws -> Void) throws {
        for (table, subject, known, traits) in [
            ("person_traits", "person", "known", ofPersons), ("case_traits", "\"case\"", "NULL", ofCases),
        ] {
            let any = try RawStatement(connection, "SELECT ifnull(max(\(subject)), 0) FROM \(table)")
            guard try any.step(), any.int(0) > 0 else { continue }
            let highest = any.int(0)
            let earlier = try RawStatement(
                connection,
                """
                INSERT OR REPLACE INTO earlier_traits("table", subject, trait, batch, value, known)
                SELECT '\(table)', \(subject), trait, ifnull(batch, 0), value, \(known) FROM \(table)
                WHERE \(subject) = ?1 AND trait = ?2 AND ifnull(batch, 0) <> \(batch)
                """
            )
            try TraitChanges.forEach(traits, tick) { number, trait, _ in
                guard number <= highest else { return }
                earlier.bind(Int64(number), at: 1)
                earlier.bind(Int64(trait.id), at: 2)
                try earlier.runKeepingBindings()
            }
        }
    }

    private func trait(_ id: Int32, isOfCase: Bool) -> PagedArray<Value> {
        let known = isOfCase ? ofCases : ofPersons
        if let trait = known.first(where: { $0.id == id }) { return trait.values }
        let values = PagedArray<Value>(missing: Value(code: 0, position: 0, known: .min))
        if isOfCase {
            ofCases.append(Trait(id: id, values: values))
        } else {
            ofPersons.append(Trait(id: id, values: values))
        }
        return values
    }

    /// In the order of the table, which is the order of its pages.
    private static func forEach(
        _ traits: [Trait],
        _ tick: () throws -> Void,
        _ body: (_ number: Int, Trait, Value) throws -> Void
    ) throws {
        let ordered = traits.sorted { $0.id < $1.id }
        for number in 0..<(ordered.map(\.values.end).max() ?? 0) {
            if number & 0x3FFF == 0 { try tick() }
            for trait in ordered {
                let value = trait.values[number]
                if value.code != 0 { try body(number, trait, value) }
            }
        }
    }

    private static func run(_ statement: RawStatement, _ number: Int, _ trait: Trait, _ value: Value) throws {
        statement.bind(Int64(number), at: 1)
        statement.bind(Int64(trait.id), at: 2)
        statement.bind(Int64(value.code), at: 3)
        try statement.runKeepingBindings()
    }
}

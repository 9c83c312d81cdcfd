internal import JourneyModel

/// The traits that an import's rows give to persons and cases; the last one of the file wins.
final class TraitChanges {
    private struct Value: BitwiseCopyable {
        /// The number of the value; 0 for none.
        var code: Int32
        /// How many events the file has up to here.
        var position: UInt32
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
            values[Int(subjects[index]) + 1] = Value(code: code + 1, position: position)
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
            values[Int(person)] = Value(code: code, position: events)
        }
    }

    func store(in connection: OpaquePointer, tick: () throws -> Void) throws {
        try TraitChanges.store(ofPersons, in: connection, table: "person_traits", subject: "person", tick: tick)
        try TraitChanges.store(ofCases, in: connection, table: "case_traits", subject: "case", tick: tick)
    }

    private func trait(_ id: Int32, isOfCase: Bool) -> PagedArray<Value> {
        let known = isOfCase ? ofCases : ofPersons
        if let trait = known.first(where: { $0.id == id }) { return trait.values }
        let values = PagedArray<Value>(missing: Value(code: 0, position: 0))
        if isOfCase {
            ofCases.append(Trait(id: id, values: values))
        } else {
            ofPersons.append(Trait(id: id, values: values))
        }
        return values
    }

    /// In the order of the table, which is the order of its pages.
    private static func store(
        _ traits: [Trait],
        in connection: OpaquePointer,
        table: String,
        subject: String,
        tick: () throws -> Void
    ) throws {
        if traits.isEmpty { return }
        let ordered = traits.sorted { $0.id < $1.id }
        let statement = try RawStatement(
            connection,
            """
            INSERT INTO \(table)("\(subject)", trait, value) VALUES (?1, ?2, ?3)
            ON CONFLICT("\(subject)", trait) DO UPDATE SET value = excluded.value
            """
        )
        for number in 0..<(ordered.map(\.values.end).max() ?? 0) {
            if number & 0x3FFF == 0 { try tick() }
            for trait in ordered {
                let value = trait.values[number]
                if value.code == 0 { continue }
                statement.bind(Int64(number), at: 1)
                statement.bind(Int64(trait.id), at: 2)
                statement.bind(Int64(value.code), at: 3)
                try statement.runKeepingBindings()
            }
        }
    }
}

/// The persons and cases of a request by their numbers in the store, persons with every id that is theirs (D26).
struct ErasedSubjects {
    let people: NumberSet
    let cases: NumberSet
    let peopleNumbers: [Int64]
    let caseNumbers: [Int64]
    /// How many persons the ids are.
    let persons: Int

    /// - Throws: `ErasureError` where the store does not know one of them.
    init(_ request: ErasureRequest, _ connection: OpaquePointer) throws {
        let (named, unknownPeople) = try ErasedSubjects.numbers(request.people, "people", connection)
        let (caseNumbers, unknownCases) = try ErasedSubjects.numbers(request.cases, "cases", connection)
        guard unknownPeople.isEmpty, unknownCases.isEmpty else {
            throw ErasureError(people: unknownPeople, cases: unknownCases)
        }
        var identities = try IdentityGraph.read(connection)
        let persons = Set(named.map { identities.canonical(Int32($0)) })
        let others = identities.members.filter { persons.contains(identities.canonical($0)) }
        peopleNumbers = Set(named + others.map(Int64.init)).sorted()
        self.caseNumbers = caseNumbers
        self.persons = persons.count
        people = NumberSet(peopleNumbers)
        cases = NumberSet(caseNumbers)
    }

    private static func numbers(
        _ names: [String],
        _ table: String,
        _ connection: OpaquePointer
    ) throws -> (known: [Int64], unknown: [String]) {
        let number = try RawStatement(connection, "SELECT id FROM \(table) WHERE name = ?1")
        var known: Set<Int64> = []
        var unknown: [String] = []
        for name in names {
            number.bind(name, at: 1)
            defer { number.rewind() }
            if try number.step() { known.insert(number.int(0)) } else { unknown.append(name) }
        }
        return (known.sorted(), unknown)
    }
}

/// The traits of subjects that go, and the values of the others' traits.
struct ErasedTraits {
    private(set) var count = 0
    /// By number of the trait.
    private(set) var keptValues: [Int64: NumberSet] = [:]

    /// - Parameters:
    ///   - subjects: numbers of those that go.
    ///   - kept: is given the number of everybody else who has a trait.
    init(
        _ table: String,
        _ column: String,
        of subjects: NumberSet,
        _ connection: OpaquePointer,
        kept: (Int64) -> Void
    ) throws {
        let rows = try RawStatement(connection, "SELECT \"\(column)\", trait, value FROM \(table)")
        while try rows.step() {
            let subject = rows.int(0)
            if subjects[Int(subject)] {
                count += 1
                continue
            }
            kept(subject)
            let values = keptValues[rows.int(1)] ?? NumberSet()
            values[Int(rows.number(2))] = true
            keptValues[rows.int(1)] = values
        }
        guard try StoreReader.version(connection) >= Schema.firstWithBatchesBrought else { return }
        // What holds again once a later import is taken out.
        let earlier = try RawStatement(
            connection,
            "SELECT subject, trait, value FROM earlier_traits WHERE \"table\" = '\(table)'"
        )
        while try earlier.step() {
            guard !subjects[Int(earlier.int(0))] else { continue }
            let values = keptValues[earlier.int(1)] ?? NumberSet()
            values[Int(earlier.number(2))] = true
            keptValues[earlier.int(1)] = values
        }
    }
}

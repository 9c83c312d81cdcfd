/// The traits of subjects that go.
struct ErasedTraits {
    private(set) var count = 0
    /// By number of the trait.
    private var values: [Int64: NameUse] = [:]

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
            let trait = rows.int(1)
            if subjects[Int(subject)] {
                count += 1
                values[trait, default: NameUse()].erase(rows.number(2))
            } else {
                kept(subject)
                values[trait, default: NameUse()].keep(rows.number(2))
            }
        }
    }

    /// Values that nobody has any more.
    var lostValues: [(dimension: Int64, code: Int64)] {
        values.sorted { $0.key < $1.key }.flatMap { trait, use in use.lost.map { (trait, $0) } }
    }
}

/// A trait of persons or cases: its values, and the code of each person's or case's.
struct Trait: Sendable {
    let name: String
    let values: [String]
    private let codes: CodeColumn

    init(_ dimension: IndexedDimension, of source: EventSource) {
        name = dimension.name
        values = dimension.values
        codes = source.traitCodes(dimension)
    }

    /// Persons or cases that may have a value.
    var count: Int { codes.count }

    /// The code of a person or case; -1 for none, and for nobody.
    subscript(subject: Int32) -> Int32 {
        subject >= 0 && Int(subject) < codes.count ? codes[Int(subject)] : -1
    }
}

import JourneyModel

/// A dimension or trait of the store: its name and the value of each code.
struct IndexedDimension: Sendable {
    /// Where the codes are: in the events, or in the table of their persons or cases.
    enum Place: Hashable, Sendable {
        case event(Int)
        case person(Int)
        case `case`(Int)
    }

    let name: String
    let values: [String]
    let place: Place

    /// What a breakdown calls `code`; -1 is a missing value (D6).
    func name(of code: Int32) -> String {
        code < 0 ? Dimension.notSet : values[Int(code)]
    }

    /// The code of `value`; -1 for `Dimension.notSet` where no event has that very text; nil where nothing has it.
    func code(of value: String) -> Int32? {
        if let index = values.firstIndex(of: value) { return Int32(index) }
        return value == Dimension.notSet ? -1 : nil
    }

    /// A table with a place for every code, the missing value first: `table[code + 1]`.
    func table<Value>(_ value: Value) -> [Value] {
        Array(repeating: value, count: values.count + 1)
    }
}

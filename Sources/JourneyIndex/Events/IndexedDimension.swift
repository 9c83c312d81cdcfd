import JourneyModel
import Tallies

/// A dimension or trait of the store: its name and the value of each code.
struct IndexedDimension: Sendable {
    /// Where the codes are: in the events, or by person or case.
    enum Place: Hashable, Sendable {
        case event(Int)
        case person(Int)
        case `case`(Int)
    }

    let name: String
    /// By code, as answers call them (`Dimension.shown`); empty where a code is not in use.
    let values: [String]
    /// By code + 1: how many events (persons, cases) have it.
    let counts: [Int]
    let place: Place
    /// Values that only other parts of the store have.
    let elsewhere: Set<String>
    /// Other names of values, which nothing is called any more.
    private let same: [String: String]
    /// By the code that a column has: the one that counts. Nil where they are all the same.
    let folded: [Int32]?

    /// - Parameter same: from another name of a value to the one that counts.
    init(
        _ description: IndexManifest.Dimension,
        place: Place,
        of whole: Set<String>?,
        same: [String: String] = [:]
    ) {
        name = description.name
        let folding = FoldedNames(description, same: same)
        values = folding?.values ?? description.values
        counts = folding?.counts ?? description.counts
        folded = folding?.codes
        self.same = same
        self.place = place
        elsewhere = whole.map { Set($0.map { same[$0] ?? $0 }) }?.subtracting(values) ?? []
    }

    /// What a name is called in answers: itself, unless it was declared to be another's.
    func counted(_ name: String) -> String { same[name] ?? name }

    /// The store has `value`, here or elsewhere.
    func isKnown(_ value: String) -> Bool { code(of: value) != nil || elsewhere.contains(counted(value)) }

    /// Some event, person or case of the store has that very text.
    func hasValue(_ name: String) -> Bool { (!name.isEmpty && values.contains(name)) || elsewhere.contains(name) }

    /// At most three of the store's values that are near `name` as typing goes, nearest first.
    func nearest(to name: String) -> [String] { nearestNames(to: name, in: values + elsewhere) }

    /// What a breakdown calls `code`; -1 is a missing value (D6).
    func name(of code: Int32) -> String {
        code < 0 ? Dimension.notSet : values[Int(code)]
    }

    /// The value of `code` as a tally knows it; -1 is a missing value.
    func valueName(of code: Int32) -> ValueName { ValueName(code < 0 ? nil : values[Int(code)]) }

    /// The code of `value`; -1 for `Dimension.notSet`, which no value of the data is called; nil where nothing has it.
    func code(of value: String) -> Int32? {
        if let index = values.firstIndex(of: counted(value)), !value.isEmpty { return Int32(index) }
        return value == Dimension.notSet ? -1 : nil
    }

    /// The code of a touchpoint that a question names; nil where only other parts of the store have it.
    ///
    /// - Throws: `AnalysisError.unknownTouchpoint` with the nearest names where no event of the store has it.
    func touchpointCode(of name: String) throws(AnalysisError) -> Int32? {
        if let code = code(of: name), code >= 0 { return code }
        if elsewhere.contains(counted(name)) { return nil }
        throw .unknownTouchpoint(name, suggestions: nearest(to: name))
    }

    /// A table with a place for every code, the missing value first: `table[code + 1]`.
    func table<Value>(_ value: Value) -> [Value] {
        Array(repeating: value, count: values.count + 1)
    }

    /// The names of those codes for which `isWanted` (by code + 1), and by code + 1 the name's number among them.
    func vocabulary(_ isWanted: [Bool]) -> (names: Vocabulary, numbers: [Int32]) {
        let wanted = isWanted.indices.filter { isWanted[$0] }.map { (code: $0, name: valueName(of: Int32($0 - 1))) }
        let names = Vocabulary(Set(wanted.map(\.name)))
        let places = Dictionary(zip(names.names, Int32(0)...), uniquingKeysWith: { first, _ in first })
        var numbers = table(Int32(-1))
        for (code, name) in wanted { numbers[code] = places[name] ?? -1 }
        return (names, numbers)
    }

    /// The codes of those of `names` that there are.
    func codes(of names: Set<ValueName>) -> [ValueName: Int32] {
        var codes: [ValueName: Int32] = [:]
        for code in -1..<Int32(values.count) where names.contains(valueName(of: code)) {
            codes[valueName(of: code)] = code
        }
        return codes
    }
}

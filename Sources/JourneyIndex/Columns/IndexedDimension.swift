import JourneyModel

/// A dimension or trait of the store: its name and the value of each code.
struct IndexedDimension: Sendable {
    /// Where the codes are: in the events, or by person or case.
    enum Place: Hashable, Sendable {
        case event(Int)
        case person(Int)
        case `case`(Int)
    }

    let name: String
    /// By code; empty where a code is not in use.
    let values: [String]
    /// By code + 1: how many events (persons, cases) have it.
    let counts: [Int]
    let place: Place
    /// Values that only other parts of the store have.
    let elsewhere: Set<String>

    init(_ description: IndexManifest.Dimension, place: Place, of whole: Set<String>?) {
        name = description.name
        values = description.values
        counts = description.counts
        self.place = place
        elsewhere = whole?.subtracting(values) ?? []
    }

    /// The store has `value`, here or elsewhere.
    func isKnown(_ value: String) -> Bool { code(of: value) != nil || elsewhere.contains(value) }

    /// Some event, person or case of the store has that very text.
    func hasValue(_ name: String) -> Bool { (!name.isEmpty && values.contains(name)) || elsewhere.contains(name) }

    /// At most three of the store's values that are near `name` as typing goes, nearest first.
    func nearest(to name: String) -> [String] { nearestNames(to: name, in: values + elsewhere) }

    /// What a breakdown calls `code`; -1 is a missing value (D6).
    func name(of code: Int32) -> String {
        code < 0 ? Dimension.notSet : values[Int(code)]
    }

    /// The code of `value`; -1 for `Dimension.notSet` where no event has that very text; nil where nothing has it.
    func code(of value: String) -> Int32? {
        if let index = values.firstIndex(of: value), !value.isEmpty { return Int32(index) }
        return value == Dimension.notSet ? -1 : nil
    }

    /// The code of a touchpoint that a question names; nil where only other parts of the store have it.
    ///
    /// - Throws: `AnalysisError.unknownTouchpoint` with the nearest names where no event of the store has it.
    func touchpointCode(of name: String) throws(AnalysisError) -> Int32? {
        if let code = code(of: name), code >= 0 { return code }
        if elsewhere.contains(name) { return nil }
        throw .unknownTouchpoint(name, suggestions: nearest(to: name))
    }

    /// A table with a place for every code, the missing value first: `table[code + 1]`.
    func table<Value>(_ value: Value) -> [Value] {
        Array(repeating: value, count: values.count + 1)
    }

    /// By code + 1: where the value's name stands among all names in order, so that sorting by name compares numbers.
    func ranks() -> [Int] {
        var ranks = table(0)
        let names = (-1..<Int32(values.count)).map { (code: $0, name: name(of: $0)) }
        for (rank, entry) in names.sorted(by: { $0.name < $1.name }).enumerated() { ranks[Int(entry.code) + 1] = rank }
        return ranks
    }
}

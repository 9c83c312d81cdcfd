import JourneyModel

/// The names of persons and cases as the index has them, byte by byte, so that names are put in order without making a
/// string of each.
struct SubjectNames: Sendable {
    private let people: NameColumn
    private let cases: NameColumn
    private let store: UInt64
    private let showsNames: Bool

    init(_ source: EventSource, showsNames: Bool) {
        people = NameColumn(source.image, ends: .personNameEnds, names: .personNames)
        cases = NameColumn(source.image, ends: .caseNameEnds, names: .caseNames)
        store = source.image.stamp.store
        self.showsNames = showsNames
    }

    /// As a list shows it: cases by their numbers, persons by their pseudonyms.
    func text(of name: SubjectName) -> String? {
        switch name {
        case .person(let code), .stranger(let code): shown(person: people[code])
        case .case(let code): cases[code]
        case .nobody: nil
        }
    }

    private func shown(person name: String) -> String {
        showsNames ? name : Pseudonym.of(name, store: store)
    }

    /// Whether `left` comes first: by name, those without a name last.
    func areInOrder(_ left: SubjectName, _ right: SubjectName) -> Bool {
        withBytes(of: left) { first in
            withBytes(of: right) { second in
                guard let first, let second else { return first != nil }
                return first.lexicographicallyPrecedes(second)
            }
        }
    }

    private func withBytes<Result>(of name: SubjectName, _ body: (UnsafeRawBufferPointer?) -> Result) -> Result {
        switch name {
        case .person(let code), .stranger(let code): return body(people.bytes(of: code))
        case .case(let code): return body(cases.bytes(of: code))
        case .nobody: return body(nil)
        }
    }
}

/// Names side by side, and where each ends.
private struct NameColumn: @unchecked Sendable {
    // Sendable: the bytes are never written, and `column` keeps them.
    private let ends: Column<Int64>
    private let column: StoredColumn?

    init(_ image: IndexImage, ends: ColumnID, names: ColumnID) {
        self.ends = image.values(ends, as: Int64.self) ?? Column([])
        column = image.column(names)
    }

    /// The bytes of a name; none where the index has no such name.
    func bytes(of code: Int32) -> UnsafeRawBufferPointer {
        let empty = UnsafeRawBufferPointer(start: nil, count: 0)
        guard let bytes = column?.bytes, code >= 0, Int(code) < ends.count else { return empty }
        let (start, end) = (code == 0 ? 0 : Int(ends[Int(code) - 1]), Int(ends[Int(code)]))
        guard start >= 0, start <= end, end <= bytes.count else { return empty }
        return UnsafeRawBufferPointer(rebasing: bytes[start..<end])
    }

    subscript(code: Int32) -> String { String(decoding: bytes(of: code), as: UTF8.self) }
}

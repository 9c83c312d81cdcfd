import Foundation
import JourneyModel

/// What is made of the fields of a row before anybody looks at them: other words for values, and further columns that several
/// of the table say together.
struct RowShape: Sendable {
    struct Words: Sendable {
        var column: Int
        /// By the value as names are compared.
        var meanings: [String: [UInt8]]
    }

    /// A column behind the table's own.
    struct Made: Sendable {
        enum Way: Sendable {
            /// A date and a clock.
            case joined
            /// The first that has a value.
            case first
        }

        var way: Way
        var parts: [Int]
    }

    /// Columns of the table itself.
    let ownCount: Int
    /// Of all columns, those that are made behind the table's own.
    private(set) var names: [String]
    /// The mapping, in which columns that are made are columns like any other.
    private(set) var mapping: Mapping
    private(set) var words: [Words] = []
    private(set) var made: [Made] = []
    /// The columns of ids that are one person's where a row has several, the surest first; empty where there is one.
    private(set) var persons: [Int] = []
    let missing: MissingWords

    /// Whether a row stays as it is.
    var isPlain: Bool { words.isEmpty && made.isEmpty }

    /// - Throws: `ImportError` where the mapping names a column that is not there.
    init(_ mapping: Mapping, columns: [String], fileName: String) throws {
        self.mapping = mapping
        ownCount = columns.count
        names = columns
        missing = MissingWords(mapping.missing)
        for map in mapping.valueMaps {
            let column = try RowShape.place(map.column, for: "values", columns, fileName)
            var meanings: [String: [UInt8]] = [:]
            for word in map.words { meanings[FoldedName.of(word.name)] = Array(word.value.utf8) }
            words.append(Words(column: column, meanings: meanings))
        }
        var parts: Set<String> = []
        for index in mapping.columns.indices {
            self.mapping.columns[index] = try single(mapping.columns[index], columns, fileName, &parts)
        }
        for event in mapping.events.indices {
            for index in mapping.events[event].columns.indices {
                self.mapping.events[event].columns[index] =
                    try single(mapping.events[event].columns[index], columns, fileName, &parts)
            }
        }
        let used = Set((self.mapping.columns + self.mapping.events.flatMap(\.columns)).map(\.column))
        self.mapping.dropped += parts.subtracting(used).subtracting(mapping.dropped).sorted()
    }

    /// The assignment of one column that says what that of several does.
    private mutating func single(
        _ assignment: Mapping.Assignment,
        _ columns: [String],
        _ fileName: String,
        _ parts: inout Set<String>
    ) throws -> Mapping.Assignment {
        let listed = ListedColumns.names(in: assignment, columns)
        guard listed.count > 1 else { return assignment }
        let places = try listed.map { try RowShape.place($0, for: assignment.field, columns, fileName) }
        let kind = mapping.rows ?? .events
        let way = kind.timeFields.contains(assignment.field) ? Made.Way.joined : .first
        if assignment.field == "person", kind == .events { persons = places }
        let name = listed.joined(separator: way == .joined ? " and " : " or ")
        if !names.contains(name) {
            names.append(name)
            made.append(Made(way: way, parts: places))
        }
        parts.formUnion(places.map { columns[$0] })
        return Mapping.Assignment(field: assignment.field, column: name)
    }

    private static func place(_ name: String, for field: String, _ columns: [String], _ file: String) throws -> Int {
        guard let column = ColumnPlanner.resolve(name, among: columns), let place = columns.firstIndex(of: column)
        else {
            throw ColumnPlanner.unknown(.init(field: field, column: name), columns, file)
        }
        return place
    }
}

/// Several columns that say one field together.
enum ListedColumns {
    /// Stands between them where they are written as one: `--column time=date+clock`.
    static let mark = "+"

    /// The columns that an assignment names: those of its list, else the one that it names, else those that its name is made
    /// of.
    static func names(in assignment: Mapping.Assignment, _ columns: [String]) -> [String] {
        guard assignment.others.isEmpty, assignment.column.contains(mark),
            ColumnPlanner.resolve(assignment.column, among: columns) == nil
        else { return assignment.columns }
        let parts = assignment.column.components(separatedBy: mark).map { $0.trimmingCharacters(in: .whitespaces) }
        return parts.allSatisfy { ColumnPlanner.resolve($0, among: columns) != nil } ? parts : assignment.columns
    }
}

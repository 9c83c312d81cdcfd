import Foundation
import JourneyModel
import Spelling

/// What becomes of a column.
enum ColumnUse: Hashable, Sendable {
    /// One or several: an id may be the event's and the case's.
    case fields([String])
    /// Kept under its own name.
    case dimension, trait, attribute
    case drop
}

/// Decides what becomes of each column: what the mapping says, and for the rest what the sample says.
final class ColumnPlanner {
    private let mapping: Mapping
    private let kind: RowKind
    private let sample: TableSample
    private var fields: [String: [String]] = [:]
    private let names: Set<String>
    /// Columns that the mapping names and that have not occurred yet.
    private(set) var waiting: [Mapping.Assignment] = []
    /// What was decided about columns that the mapping does not name; handed on from one file to the next.
    private(set) var decisions: [String: ColumnUse]

    /// - Throws: `ImportError` where the mapping names a column that is not there (unless `isOpen`: more columns may come
    ///   later).
    init(
        _ mapping: Mapping,
        sample: TableSample,
        decisions: [String: ColumnUse],
        fileName: String,
        isOpen: Bool
    ) throws {
        self.mapping = mapping
        self.sample = sample
        self.decisions = decisions
        kind = mapping.rows ?? .events
        names = Set(mapping.columns.map(\.field) + mapping.constants.map(\.name))
        let columns = sample.columns.map(\.name)
        for assignment in mapping.columns {
            guard let column = ColumnPlanner.resolve(assignment.column, among: columns) else {
                guard isOpen else { throw ColumnPlanner.unknown(assignment, columns, fileName) }
                waiting.append(assignment)
                continue
            }
            fields[column, default: []].append(assignment.field)
        }
        for column in mapping.dropped where !isOpen && ColumnPlanner.resolve(column, among: columns) == nil {
            throw ColumnPlanner.unknown(.init(field: "drop", column: column), columns, fileName)
        }
        guard kind != .events else { return }
        for column in columns where fields[column] == nil && kind.fields.contains(column) && !names.contains(column) {
            fields[column] = [column]
        }
    }

    /// The column that `name` means: the one so called, else the trace's attribute of that name, else the only one that
    /// differs in nothing but case and spacing.
    static func resolve(_ name: String, among columns: [String]) -> String? {
        if columns.contains(name) { return name }
        if columns.contains("case:" + name) { return "case:" + name }
        let plain = simplified(name)
        let alike = columns.filter { simplified($0) == plain }
        return alike.count == 1 ? alike[0] : nil
    }

    /// The column of the sample that feeds `field`; nil where none does.
    func column(of field: String) -> String? { fields.first { $0.value.contains(field) }?.key }

    /// The fields that columns of the sample feed.
    var mappedFields: Set<String> { Set(fields.values.joined()) }

    func use(of column: String) -> ColumnUse {
        if let known = fields[column] { return .fields(known) }
        let met = waiting.filter { $0.column == column || "case:" + $0.column == column }
        if !met.isEmpty {
            waiting.removeAll(where: met.contains)
            fields[column] = met.map(\.field)
            return .fields(met.map(\.field))
        }
        if mapping.dropped.contains(where: { $0 == column || ColumnPlanner.resolve($0, among: [column]) != nil }) {
            return .drop
        }
        if let known = decisions[column] { return known }
        let use = decide(column)
        decisions[column] = use
        return use
    }

    private func decide(_ column: String) -> ColumnUse {
        let wish = mapping.unmapped ?? .auto
        if wish == .drop { return .drop }
        switch kind {
        case .events:
            if Dimension.subject(of: column) != .event { return .trait }
            // A name that is already a field's would make one event say two things.
            if wish == .attributes || Field.reserved.contains(column) || names.contains(column) { return .attribute }
            return wish == .dimensions || sample.profile(column)?.isDimension == true ? .dimension : .attribute
        case .people: return .trait
        case .records: return .drop
        }
    }

    private static func simplified(_ name: String) -> String {
        name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The error for a column that is not there.
    static func unknown(_ wanted: Mapping.Assignment, _ columns: [String], _ file: String) -> ImportError {
        let near = Spelling.nearest(to: wanted.column, among: columns).first.map { "Did you mean \"\($0)\"? " } ?? ""
        let shown = columns.prefix(40).map { "\"\($0)\"" }.joined(separator: ", ")
        let more = columns.count > 40 ? " and \(columns.count - 40) more" : ""
        return ImportError(
            "\(file): there is no column \"\(wanted.column)\" (for \(wanted.field))",
            hint: "\(near)Columns: \(shown)\(more)"
        )
    }
}

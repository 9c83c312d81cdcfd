import JourneyModel
import Wording

/// An answer as one tidy table for a spreadsheet or a program: one header, one kind of row, plain numbers. What a report
/// shows in several tables is told apart by a column here, because a CSV file has one header only (RFC 4180).
public struct Records: Hashable, Sendable {
    public enum Field: Hashable, Sendable {
        case text(String)
        case integer(Int)
        case number(Double)
        /// An empty field.
        case none

        static func number(orNone number: Double?) -> Field { number.map { .number($0) } ?? .none }
        /// A hidden value is marked, because an empty field is one that is absent.
        static func value(of measure: Measure) -> Field {
            measure.isHidden ? .text("hidden") : .number(orNone: measure.value)
        }
        static func integer(orNone number: Int?) -> Field { number.map { .integer($0) } ?? .none }
        static func text(orNone text: String?) -> Field { text.map { .text($0) } ?? .none }
        static func time(_ time: Timestamp?) -> Field { time.map { .text($0.iso8601) } ?? .none }
    }

    public var header: [String]
    public var rows: [[Field]]

    public init(_ header: [String], _ rows: [[Field]]) {
        self.header = header
        self.rows = rows
    }

    /// The columns of a measure, in the order of `fields(of:)`.
    static func measureHeader(_ name: String) -> [String] {
        [name, name + "_low", name + "_high", name + "_n"]
    }

    static func fields(of measure: Measure) -> [Field] {
        [.value(of: measure)] + [measure.low, measure.high, measure.denominator].map { .number(orNone: $0) }
    }

    /// For tables that have a row a measure.
    static let longMeasureHeader = [
        "measure", "value", "numerator", "denominator", "low", "high", "definition", "caveat",
    ]

    static func longFields(_ name: String, _ measure: Measure) -> [Field] {
        let numbers = [measure.numerator, measure.denominator, measure.low, measure.high]
        return [.text(name), .value(of: measure)] + numbers.map { .number(orNone: $0) }
            + [
                .text(measure.definition.rawValue),
                .text(orNone: measure.caveats.isEmpty ? nil : measure.caveats.map(\.text).joined(separator: "; ")),
            ]
    }
}

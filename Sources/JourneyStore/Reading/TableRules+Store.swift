internal import JourneyModel

extension TableRules {
    /// Of a table beside the events: its number, then its fields.
    init(_ kind: RecordKind, _ limits: StoreLimits) {
        self.init(
            kind.name,
            key: [("id", .number(ValueRule.anyNumber))],
            kind.fields.map { ($0.column, $0.rule(limits)) }
        )
    }

    /// - Parameter version: of the tables: each batch says how far it reaches since `Schema.firstWithDates`.
    static func batches(version: Int) -> TableRules {
        TableRules(
            "batches",
            key: [("id", .count)],
            [
                ("source", .count), ("format", .text), ("file", .optionalText), ("imported_at", .time),
                ("read", .count),
                ("stored", .count), ("duplicates", .count), ("rejected", .count), ("skipped", .count),
                ("first_event", .optionalNumber(ValueRule.counts)), ("last_event", .optionalNumber(ValueRule.counts)),
                ("events", .count), ("first_time", .optionalTime), ("last_time", .optionalTime), ("identical", .count),
                ("ties", .count), ("without_person", .count), ("without_case", .count), ("without_channel", .count),
                ("without_service", .count), ("before_1990", .count), ("in_future", .count),
            ] + (version >= Schema.firstWithDates ? [("horizon", .optionalTime)] : [])
        )
    }

    static let dimensions = TableRules(
        "dimensions",
        key: [("id", .number(1...1_000_000))],
        [("name", .text), ("column_name", .optionalText)]
    )

    static func names(_ table: String) -> TableRules {
        TableRules(table, key: [("id", .number(1...StoreLimits.highest))], [("name", .text)])
    }

    /// The highest number of a value depends on the trait: whoever reads it looks at that.
    ///
    /// - Parameter isDated: they say in which import, and since when they are known.
    static func traits(_ table: String, _ subject: String, _ rule: ValueRule, isDated: Bool) -> TableRules {
        let dates: [(String, ValueRule)] =
            isDated
            ? [("batch", .optionalNumber(ValueRule.counts)), ("known", .optionalNumber(ValueRule.anyNumber))] : []
        return TableRules(
            table,
            key: [(subject, rule), ("trait", .number(1...1_000_000))],
            [("value", .number(1...StoreLimits.highest))] + dates
        )
    }

    /// The columns that every event has.
    static func events(_ limits: StoreLimits, _ dimensions: [EventScan.Dimension]) -> TableRules {
        func code(_ highest: Int64) -> ValueRule { .optionalNumber(1...max(1, highest)) }
        return TableRules(
            "events",
            key: [("id", .number(1...ValueRule.counts.upperBound))],
            [
                ("time", .time), ("person", code(limits.people)), ("case", code(limits.cases)),
                ("session", code(limits.sessions)), ("end_time", .optionalTime), ("recorded", .optionalTime),
                ("sequence", .optionalNumber(ValueRule.anyNumber)), ("duration", .optionalNumber(EventScan.spans)),
                ("cost", .optionalReal), ("attributes", .optionalText),
            ] + dimensions.map { ($0.column, code(limits.values(of: $0.number))) }
        )
    }
}

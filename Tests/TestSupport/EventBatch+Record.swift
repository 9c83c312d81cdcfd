public import JourneyModel

extension EventBatch {
    /// The event at `index` as a record of its own; its line is not known any more.
    public func record(_ index: Int) -> EventRecord {
        func number(_ column: [Int64]) -> Int64? {
            column.isEmpty || column[index] == EventBatch.none ? nil : column[index]
        }
        func text(_ column: TextColumn) -> String? {
            let text = column.text(index)
            return text.isEmpty ? nil : text
        }
        func named(_ columns: [Column]) -> [NamedValue] {
            columns.compactMap { column in
                let code = column.codes[index]
                return code < 0 ? nil : NamedValue(column.name, column.values[Int(code)])
            }
        }
        return EventRecord(
            eventID: text(eventID),
            person: text(person),
            caseID: text(caseID),
            session: text(session),
            time: Timestamp(milliseconds: time[index]),
            end: number(end).map(Timestamp.init(milliseconds:)),
            recorded: number(recorded).map(Timestamp.init(milliseconds:)),
            sequence: number(sequence),
            cost: cost.isEmpty || cost[index].isNaN ? nil : cost[index],
            duration: number(duration),
            dimensions: named(dimensions),
            traits: named(traits),
            attributes: attributes.compactMap { attribute in
                text(attribute.texts).map { NamedValue(attribute.name, $0) }
            }
        )
    }
}

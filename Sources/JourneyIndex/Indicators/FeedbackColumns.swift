import JourneyModel

/// Feedback as its columns have it.
struct FeedbackColumns: Sendable {
    let count: Int
    let time: Column<Int64>
    let touchpoint: CodeColumn
    let service: CodeColumn
    let channel: CodeColumn
    let outcome: CodeColumn
    private let records: RecordRows
    private let persons: CodeColumn
    private let aliases: AliasTable
    private let services: [String]
    private let scores: Column<Double>?
    private let scales: Column<Double>?

    init(_ source: EventSource) {
        records = source.records(.feedback)
        count = records.count
        time = records.everyTime(.feedbackTime)
        touchpoint = records.codes(.feedbackTouchpoint)
        service = records.codes(.feedbackService)
        channel = records.codes(.feedbackChannel)
        outcome = records.codes(.feedbackOutcome)
        persons = records.codes(.feedbackPerson)
        aliases = source.aliases
        services = records.table(.feedbackService) { $0 ?? Dimension.notSet }
        scores = records.reals(.feedbackScore)
        scales = records.reals(.feedbackScale)
    }

    /// By code + 1 of a field of texts: what `value` makes of the text, nil for none.
    func table<Value>(_ field: RecordField, _ value: (String?) -> Value) -> [Value] { records.table(field, value) }

    /// Who stands for the person whom the record names (D26); -1 for nobody.
    func person(of row: Int) -> Int32 { aliases[persons[row]] }

    func serviceName(of row: Int) -> String { services[Int(service[row]) + 1] }

    /// Not a number where somebody was asked and did not answer.
    func score(of row: Int) -> Double { scores?[row] ?? .nan }

    /// The scale's highest value.
    func scale(of row: Int) -> Double { scales?[row] ?? .nan }

    private static func field(of dimension: String) -> RecordField? {
        switch dimension {
        case Dimension.service: .feedbackService
        case Dimension.channel: .feedbackChannel
        case Dimension.touchpoint: .feedbackTouchpoint
        case Dimension.outcome: .feedbackOutcome
        default: nil
        }
    }

    /// What a filter asks of a record's own words; nil where it asks for a trait of its person.
    func condition(_ filter: Filter) -> Condition? {
        guard let field = FeedbackColumns.field(of: filter.dimension) else { return nil }
        return Condition(
            codes: records.codes(field),
            allowed: records.table(field) { filter.values.contains($0 ?? Dimension.notSet) != filter.isNegated }
        )
    }

    struct Condition: Sendable {
        fileprivate let codes: CodeColumn
        /// By code + 1.
        fileprivate let allowed: [Bool]

        func keeps(_ row: Int) -> Bool { allowed[Int(codes[row]) + 1] }
    }
}

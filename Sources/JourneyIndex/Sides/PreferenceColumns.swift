import JourneyModel

/// Preferences as their columns have them, told by the codes that journeys are told by.
struct PreferenceColumns: Sendable {
    /// The value of a record that says what nobody answered.
    static let noValue: Int32 = -1

    let time: Column<Int64>
    /// 1 is the first choice.
    let rank: WholeColumn
    private let persons: CodeColumn
    private let aliases: AliasTable
    private let kind: CodeColumn
    private let purpose: CodeColumn
    private let purposes: [PreferenceRecord.Purpose?]
    private let service: CodeColumn
    private let valueText: CodeColumn
    /// By code + 1 of the record's own words.
    private let kinds: [PreferenceRecord.Kind?]
    private let services: [Int32]
    private let valueTexts: [String]
    private var values: [Int32]
    private let count: Int

    init(_ source: EventSource, _ codes: SideCodes) {
        let records = source.records(.preferences)
        count = records.count
        time = records.everyTime(.preferenceTime)
        rank = records.wholes(.preferenceRank)
        persons = records.codes(.preferencePerson)
        aliases = source.aliases
        kind = records.codes(.preferenceKind)
        kinds = records.table(.preferenceKind) { $0.flatMap(PreferenceRecord.Kind.init(rawValue:)) }
        purpose = records.codes(.preferencePurpose)
        purposes = records.table(.preferencePurpose) { $0.flatMap(PreferenceRecord.Purpose.init(rawValue:)) }
        service = records.codes(.preferenceService)
        services = records.table(.preferenceService) { codes.service($0) }
        valueText = records.codes(.preferenceValue)
        valueTexts = records.texts(.preferenceValue)
        values = Array(repeating: PreferenceColumns.noValue, count: valueTexts.count + 1)
    }

    func rows(of wanted: PreferenceRecord.Purpose) -> [Int32] {
        (0..<Int32(count)).filter { purposes[Int(purpose[Int($0)]) + 1] == wanted }
    }

    /// Gives codes to the values that `rows` captured, in their order.
    mutating func meet(_ rows: [Int32], _ make: (String) -> Int32) {
        var met = CodesOfTexts(valueTexts, none: PreferenceColumns.noValue)
        for row in rows where kinds[Int(kind[Int(row)]) + 1] == .captured { met.meet(valueText[Int(row)], make) }
        values = met.table
    }

    /// Who stands for the person whom the record names (D26).
    func person(of row: Int) -> Int32 { aliases[persons[row]] }

    func isPrompt(_ row: Int) -> Bool { kinds[Int(kind[row]) + 1] == .asked }

    /// -1: for every service.
    func service(of row: Int) -> Int32 { services[Int(service[row]) + 1] }

    /// What was captured: a channel's code, or `SideCodes.noPreference`; `noValue` where nothing was.
    func value(of row: Int) -> Int32 {
        guard kinds[Int(kind[row]) + 1] == .captured else { return PreferenceColumns.noValue }
        return values[Int(valueText[row]) + 1]
    }
}

import JourneyModel

/// Reads the fields of an event that are stored as a number.
struct EventNumber: Sendable {
    enum Outcome {
        case value(Int64)
        /// A time that says more than its milliseconds.
        case marked(Int64, TimeMark)
        /// A time that says neither zone nor offset, and none was given.
        case withoutZone
        case unreadable
    }

    private enum Form: UInt8 { case milliseconds, seconds, time, whole, duration, cost }

    private let form: Form
    private let parser: TimestampParser?
    private let reading: NumberReading
    /// What a bare number of a length of time counts; 0 where nobody says.
    private let unit: Milliseconds

    /// - Parameters:
    ///   - parser: of a field that holds a time.
    ///   - reading: of one that holds none.
    init(_ field: EventPlan.NumberField, parser: TimestampParser?, reading: NumberReading) {
        self.parser = parser
        self.reading = reading
        unit = reading.unit?.length ?? 0
        switch (field, parser?.format) {
        case (.sequence, _): form = .whole
        case (.cost, _): form = .cost
        case (.duration, _): form = .duration
        case (_, .epochMilliseconds): form = .milliseconds
        case (_, .epochSeconds): form = .seconds
        default: form = .time
        }
    }

    /// What a field should have held, for the reject.
    var expectation: String {
        switch form {
        case .milliseconds, .seconds, .time: "a time (read as \(parser?.format.name ?? "iso"))"
        case .whole: "a whole number"
        case .duration: unit == 0 ? "a length of time with a unit" : "a length of time"
        case .cost: "a number"
        }
    }

    /// The field's value: milliseconds since 1970 or of a length of time, a whole number, or the bit pattern of a decimal.
    @inline(__always)
    func read(_ text: CSVScanner.Field) -> Outcome {
        switch form {
        case .milliseconds:
            if text.count <= 15, let value = PlainNumber.whole(text) { return .value(value) }
        case .seconds:
            if text.count <= 15, let value = PlainNumber.whole(text) { return .value(value * .second) }
        case .duration:
            if unit > 0, text.count <= (unit == 1 ? 15 : 8), let value = PlainNumber.whole(text) {
                return .value(value &* unit)
            }
        case .whole:
            if let value = PlainNumber.whole(text) { return .value(value) }
        case .cost:
            if reading.decimal == .point, let value = PlainNumber.decimal(text) {
                return .value(Int64(bitPattern: value.bitPattern))
            }
        case .time: break
        }
        return readAny(text)
    }

    /// The same for bytes that nothing need follow.
    func read(_ bytes: [UInt8]) -> Outcome {
        bytes.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return .unreadable }
            return readAny(CSVScanner.Field(base: base, count: bytes.count))
        }
    }

    @inline(never)
    private func readAny(_ text: CSVScanner.Field) -> Outcome {
        let value: Int64?
        switch form {
        case .milliseconds, .seconds, .time:
            guard let parser else { return .unreadable }
            let (outcome, mark) = parser.read(text.bytes)
            switch outcome {
            case .time(let time):
                if mark != TimeMark() { return .marked(time.milliseconds, mark) }
                value = time.milliseconds
            case .withoutZone: return .withoutZone
            case .unreadable: value = nil
            }
        case .whole: value = ValueParsing.integer(text.string, reading.decimal)
        case .duration: value = ValueParsing.duration(text.string, unit: reading.unit, reading.decimal)
        case .cost:
            value = ValueParsing.number(text.string, reading.decimal).map { Int64(bitPattern: $0.bitPattern) }
        }
        return value.map(Outcome.value) ?? .unreadable
    }
}

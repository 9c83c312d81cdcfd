import JourneyModel
import Testing

@testable import JourneyFormats

/// The short ways of reading numbers agree with the long one wherever they answer, and they answer for what is common.
struct PlainNumberTests {
    private func field<Result>(_ text: String, _ body: (CSVScanner.Field) -> Result) -> Result {
        let bytes = PaddedBytes(capacity: text.utf8.count)
        Array(text.utf8).withUnsafeBytes(bytes.append)
        return body(bytes.field(0..<bytes.count))
    }

    private func bits(_ outcome: EventNumber.Outcome) -> Int64? {
        switch outcome {
        case .value(let value), .marked(let value, _): value
        case .withoutZone, .unreadable: nil
        }
    }

    @Test func randomTexts() {
        var generator = SplitMix64(seed: 9)
        let alphabet = Array("0123456789012345678901234567890123456789..-+, e:")
        for _ in 0..<60_000 {
            let length = Int.random(in: 0...20, using: &generator)
            let text = String((0..<length).compactMap { _ in alphabet.randomElement(using: &generator) })
            if let value = field(text, PlainNumber.decimal) {
                #expect(value.bitPattern == ValueParsing.number(text)?.bitPattern, "\(text)")
            }
            if let value = field(text, PlainNumber.whole) {
                #expect(value == ValueParsing.integer(text), "\(text)")
            }
            for unit in LengthUnit.allCases {
                let duration = EventNumber(.duration, parser: nil, reading: NumberReading(unit: unit))
                let expected = ValueParsing.duration(text, unit: unit)
                #expect(field(text) { bits(duration.read($0)) } == expected, "\(text) \(unit)")
            }
            for format in [TimeFormat.epochSeconds, .epochMilliseconds] {
                let parser = TimestampParser(format: format, zone: .utc)
                let short = field(text) { bits(EventNumber(.time, parser: parser, reading: NumberReading()).read($0)) }
                let long = text.withBytes(parser.parse)
                #expect(short.map { .time(Timestamp(milliseconds: $0)) } ?? .unreadable == long, "\(text)")
            }
        }
    }

    @Test(arguments: 1...18)
    func wholeNumbersOfEveryLength(_ length: Int) {
        var generator = SplitMix64(seed: UInt64(length))
        for _ in 0..<500 {
            let text = String((0..<length).compactMap { _ in "0123456789".randomElement(using: &generator) })
            #expect(field(text, PlainNumber.whole) == Int64(text))
            if length <= 15 { #expect(field(text, PlainNumber.decimal) == Double(text)) }
        }
    }

    @Test func decimalsOfEveryLength() {
        var generator = SplitMix64(seed: 3)
        for _ in 0..<20_000 {
            let digits = Int64.random(in: 0...999_999_999_999, using: &generator)
            let fraction = Int64.random(in: 0...999, using: &generator)
            let text = "-\(digits).\(fraction)"
            #expect(field(text, PlainNumber.decimal)?.bitPattern == Double(text)?.bitPattern)
        }
    }

    @Test(arguments: ["", "-", ".", "-.", "1.", "1..2", "12a", "1 ", "99999999999999999999"])
    func whatIsNotPlainIsLeftToOthers(_ text: String) {
        #expect(field(text, PlainNumber.decimal) == nil)
        #expect(field(text, PlainNumber.whole) == nil)
    }
}

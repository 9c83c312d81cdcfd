import Foundation
import JourneyModel
import Testing

@testable import JourneyFormats

struct TimeParsingTests {
    private func parse(_ text: String, _ format: TimeFormat = .iso8601, zone: Zone? = nil) -> TimestampParser.Outcome {
        text.withBytes(TimestampParser(format: format, zone: zone).parse)
    }

    private func iso(_ outcome: TimestampParser.Outcome) -> String? {
        if case .time(let time) = outcome { time.iso8601 } else { nil }
    }

    @Test(arguments: [
        ("2010-10-02T07:20:39.266Z", "2010-10-02T07:20:39.266Z"),
        ("2011-10-11 13:45:40.276000+02:00", "2011-10-11T11:45:40.276Z"),
        ("2011-10-11T13:45:40+0200", "2011-10-11T11:45:40.000Z"),
        ("2011-10-11T13:45-05", "2011-10-11T18:45:00.000Z"),
        ("2011-10-11T13:45:40,5Z", "2011-10-11T13:45:40.500Z"),
        ("2011-10-11t13:45:40.123456789z", "2011-10-11T13:45:40.123Z"),
        (" 2011-10-11T13:45:40Z ", "2011-10-11T13:45:40.000Z"),
        ("2011-10-11 13:45:40 UTC", "2011-10-11T13:45:40.000Z"),
        ("2011-10-11 13:45:40 +05:30", "2011-10-11T08:15:40.000Z"),
        ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00.000Z"),
        ("2016-12-31T24:00:00Z", "2017-01-01T00:00:00.000Z"),
        ("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"),
    ])
    func isoWithZone(_ text: String, _ expected: String) {
        #expect(iso(parse(text)) == expected)
    }

    @Test(arguments: ["2011-10-11", "2011-10-11T13:45", "2011-10-11 13:45:40.5"])
    func isoWithoutZone(_ text: String) throws {
        #expect(parse(text) == .withoutZone)
        let amsterdam = try Zone.named("Europe/Amsterdam")
        let local = text.count == 10 ? "2011-10-10T22:00:00.000Z" : "2011-10-11T11:45:"
        #expect(iso(parse(text, zone: amsterdam))?.hasPrefix(local) == true)
    }

    @Test(arguments: [
        "", "2011", "2011-13-01", "2011-02-29", "2011-1-2", "2011-10-11T", "2011-10-11T25:00Z", "2011-10-11T13:60Z",
        "2011-10-11T13:45:40.Z", "2011-10-11T13:45:40Zx", "2011-10-11T13:45:40+2", "2011-10-11T13:45:40+02:",
        "yesterday",
        "2011-10-11T24:00:01Z", "2011-10-11T13:45:40+19:00", "2011-10-11T13:45:40.1234567890Z",
    ])
    func unreadable(_ text: String) {
        #expect(parse(text) == .unreadable)
    }

    /// Random instants, written by Foundation in random offsets, come back as they were.
    @Test func isoAgreesWithFoundation() throws {
        var generator = SplitMix64(seed: 11)
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.calendar = Calendar(identifier: .gregorian)
        for pattern in ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX", "yyyy-MM-dd HH:mm:ss.SSSxx", "yyyy-MM-dd'T'HH:mm:ss.SSSX"] {
            formatter.dateFormat = pattern
            for _ in 0..<300 {
                let milliseconds = Int64.random(in: -1_000_000_000_000...4_000_000_000_000, using: &generator)
                let hours = Int.random(in: -12...14, using: &generator)
                // `X` alone writes whole hours or, for others, four digits.
                let half = Bool.random(using: &generator) ? 1800 : 0
                formatter.timeZone = TimeZone(secondsFromGMT: hours * 3600 + half)
                let text = formatter.string(from: Date(timeIntervalSince1970: Double(milliseconds) / 1000))
                #expect(parse(text) == .time(Timestamp(milliseconds: milliseconds)), "\(text)")
            }
        }
    }

    /// Random local times, in zones with all kinds of changes, mean the instant that Foundation finds.
    @Test(arguments: [
        "Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Africa/Casablanca",
    ])
    func localTimesAgreeWithFoundation(_ name: String) throws {
        var generator = SplitMix64(seed: 12)
        let zone = try Zone.named(name)
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: name)
        let patterns = [
            "d.M.yy H:mm", "M/d/yyyy h:mm:ss a", "yyyy-MM-dd HH:mm:ss.SSS", "d MMM yyyy HH:mm", "EEE MMMM d, yyyy H:mm",
        ]
        for pattern in patterns {
            formatter.dateFormat = pattern
            let format = TimeFormat.pattern(try TimePattern(pattern))
            for _ in 0..<150 {
                let minutes = Int64.random(in: 0...2_000_000_000 / 60, using: &generator)
                let date = Date(timeIntervalSince1970: Double(minutes * 60))
                let text = formatter.string(from: date)
                guard case .time(let time) = parse(text, format, zone: zone) else {
                    Issue.record("\(text) is not read as \(pattern)")
                    continue
                }
                // An hour that occurs twice reads as its first occurrence: the text is all that can be compared.
                let again = formatter.string(from: Date(timeIntervalSince1970: Double(time.milliseconds) / 1000))
                #expect(again == text)
                #expect(time.milliseconds <= minutes * 60_000)
            }
        }
    }

    @Test(arguments: [
        ("d.M.yy H:mm", "3.11.24 9:05", "2024-11-03T09:05:00.000Z"),
        ("d.M.yy H:mm", "03.11.99 09:05", "1999-11-03T09:05:00.000Z"),
        ("M/d/yyyy", "11/3/2024", "2024-11-03T00:00:00.000Z"),
        ("M/d/yyyy h:mm a", "11/3/2024 12:05 AM", "2024-11-03T00:05:00.000Z"),
        ("M/d/yyyy h:mm a", "11/3/2024 12:05 pm", "2024-11-03T12:05:00.000Z"),
        ("yyyy-MM-dd HH:mm:ss.SSS", "2024-11-03 09:05:07.25", "2024-11-03T09:05:07.250Z"),
        ("d-MMM-yyyy", "3-Sep-2024", "2024-09-03T00:00:00.000Z"),
        ("d MMMM yyyy", "3 SEPTEMBER 2024", "2024-09-03T00:00:00.000Z"),
        ("yyyyMMdd'T'HHmmssX", "20241103T090507+0100", "2024-11-03T08:05:07.000Z"),
    ])
    func patterns(_ pattern: String, _ text: String, _ expected: String) throws {
        let format = TimeFormat.pattern(try TimePattern(pattern))
        #expect(iso(parse(text, format, zone: .utc)) == expected)
    }

    @Test(arguments: [
        ("d.M.yy H:mm", "31.2.24 9:05"), ("d.M.yy H:mm", "3.11.2024 9:05"), ("M/d/yyyy h:mm a", "1/2/2024 13:05 PM"),
        ("dd.MM.yyyy", "3.11.2024"), ("d-MMM-yyyy", "3-Sex-2024"), ("M/d/yyyy", "1/2/2024 10:00"),
    ])
    func patternsRefuse(_ pattern: String, _ text: String) throws {
        #expect(parse(text, .pattern(try TimePattern(pattern)), zone: .utc) == .unreadable)
    }

    @Test(arguments: ["", "H:mm", "d.M", "d.M.yyyy Q", "yyy-MM-dd", "bogus"])
    func patternsWithoutMeaningAreErrors(_ pattern: String) {
        #expect(importError { _ = try TimeFormat(named: pattern) } != nil)
    }

    @Test func epochs() {
        #expect(iso(parse("1320000000", .epochSeconds)) == "2011-10-30T18:40:00.000Z")
        #expect(iso(parse("1320000000.25", .epochSeconds)) == "2011-10-30T18:40:00.250Z")
        #expect(iso(parse("-1", .epochSeconds)) == "1969-12-31T23:59:59.000Z")
        #expect(iso(parse("1320000000123", .epochMilliseconds)) == "2011-10-30T18:40:00.123Z")
        #expect(parse("12x", .epochSeconds) == .unreadable)
        #expect(parse("99999999999999999999", .epochSeconds) == .unreadable)
    }

    @Test func detection() throws {
        func find(_ values: String...) -> TimeDetection.Finding { TimeDetection.find(values) }
        func pattern(_ text: String) throws -> TimeFormat { .pattern(try TimePattern(text)) }
        #expect(find("2024-01-02T03:04:05Z", "2024-01-02") == .format(.iso8601, needsZone: true))
        #expect(find("2024-01-02T03:04:05Z", "2024-01-02 00:00+01") == .format(.iso8601, needsZone: false))
        #expect(find("1320000000", "1320000500") == .format(.epochSeconds, needsZone: false))
        #expect(find("1320000000000") == .format(.epochMilliseconds, needsZone: false))
        #expect(try find("3.11.24 9:05", "13.1.24 19:05") == .format(pattern("d.M.yy H:mm"), needsZone: true))
        #expect(try find("1/2/2024", "1/13/2024") == .format(pattern("M/d/yyyy"), needsZone: true))
        #expect(try find("1/2/2024", "13/1/2024") == .format(pattern("d/M/yyyy"), needsZone: true))
        #expect(try find("1/2/2024", "3/4/2024") == .ambiguous([pattern("d/M/yyyy"), pattern("M/d/yyyy")]))
        #expect(find("red", "green") == .none)
        #expect(find() == .none)
        // Both orders are needed to read all: neither is chosen.
        let mixed = Array(repeating: "1/2/2024", count: 30) + ["13/1/2024", "1/13/2024"]
        #expect(try TimeDetection.find(mixed) == .ambiguous([pattern("d/M/yyyy"), pattern("M/d/yyyy")]))
        // A few broken values do not hide the rest.
        let broken = Array(repeating: "2024-01-02T03:04:05Z", count: 19) + ["soon"]
        #expect(TimeDetection.find(broken) == .format(.iso8601, needsZone: false))
        // In a column said to hold times even one good value settles the form; of any other column it settles nothing.
        let mostlyBroken = ["soon", "later", "never", "2024-01-02T03:04:05Z"]
        #expect(TimeDetection.find(mostlyBroken) == .format(.iso8601, needsZone: false))
        #expect(TimeDetection.guess(mostlyBroken) == .none)
        #expect(try TimeDetection.find(["soon", "13.1.24", "x"]) == .format(pattern("d.M.yy"), needsZone: true))
    }

    @Test(arguments: [
        "Europe/Amsterdam", "America/Sao_Paulo", "Pacific/Apia", "Africa/Casablanca", "Europe/Moscow", "Asia/Tehran",
    ])
    func zonesAgreeWithFoundation(_ name: String) throws {
        let zone = try Zone.named(name)
        let reference = try #require(TimeZone(identifier: name))
        var generator = SplitMix64(seed: 13)
        for _ in 0..<2000 {
            let second = Int64.random(in: 0...4_000_000_000, using: &generator)
            let offset = reference.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
            #expect(zone.offsetSeconds(at: Timestamp(milliseconds: second * 1000)) == offset)
        }
        for transition in zone.transitions {
            let second = Double(transition.from.milliseconds / 1000)
            #expect(reference.secondsFromGMT(for: Date(timeIntervalSince1970: second)) == transition.offsetSeconds)
            #expect(reference.secondsFromGMT(for: Date(timeIntervalSince1970: second - 1)) != transition.offsetSeconds)
        }
    }

    @Test func zoneNames() throws {
        #expect(try Zone.named("UTC") == .utc)
        #expect(try Zone.named("+02:00").initialOffsetSeconds == 7200)
        #expect(try Zone.named("-0330").initialOffsetSeconds == -12_600)
        #expect(try Zone.named("+2").initialOffsetSeconds == 7200)
        #expect(try Zone.named("europe/amsterdam").name == "Europe/Amsterdam")
        let city = importError { _ = try Zone.named("Amsterdam") }
        #expect(city?.hint.contains("Europe/Amsterdam") == true)
        let typo = importError { _ = try Zone.named("Europe/Amsterdm") }
        #expect(typo?.message.contains("Europe/Amsterdm") == true)
        #expect(typo?.hint.contains("Europe/Amsterdam") == true)
        for name in ["", "Mars/Phobos", "+25:00", "+xx"] { #expect(importError { _ = try Zone.named(name) } != nil) }
    }
}

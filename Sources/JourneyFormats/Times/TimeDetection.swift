import JourneyModel

/// Finds how a column's times are written from a sample of them, and does not choose where two readings fit alike.
enum TimeDetection {
    enum Finding: Hashable, Sendable {
        /// `needsZone`: at least one value of the sample has no zone.
        case format(TimeFormat, needsZone: Bool)
        /// Day and month could be either way round.
        case ambiguous([TimeFormat])
        case none
    }

    /// What reads the sample of a column that is said to hold times: the form that reads nine in ten values, else half,
    /// else any at all, because the values that it does not read are rejected one by one, with their lines.
    static func find(_ sample: [String]) -> Finding {
        for tenths in [9, 5, 0] {
            let finding = find(sample, tenths: tenths)
            if finding != .none { return finding }
            // Numbers like these could be anything where nobody says that they are times.
            if let finding = days(sample, tenths: tenths) { return finding }
        }
        return .none
    }

    /// Days of 1990 to 2099 as spreadsheets count them.
    private static func days(_ sample: [String], tenths: Int) -> Finding? {
        let least = max(1, (sample.count * tenths + 9) / 10)
        let found = sample.filter { text in
            let first = text.split(separator: " ").first.map(String.init) ?? ""
            return Double(first).map { (32_874..<73_051).contains($0) } ?? false
        }
        guard found.count >= least else { return nil }
        return fixed(.spreadsheet, sample.map { Array($0.utf8) }, least)
    }

    /// What reads at least nine in ten values of a column of which nobody has said what it holds.
    static func guess(_ sample: [String]) -> Finding {
        find(sample, tenths: 9)
    }

    private static func find(_ sample: [String], tenths: Int) -> Finding {
        let values = sample.map { Array($0.utf8) }
        let least = max(1, (values.count * tenths + 9) / 10)
        guard !values.isEmpty else { return .none }
        if let finding = fixed(.iso8601, values, least) { return finding }
        if let finding = epoch(values, least) { return finding }
        if let finding = fixed(.rfc2822, values, least) { return finding }
        let readings = candidates.map { (format: TimeFormat.pattern($0), read: reads(.pattern($0), values)) }
            .filter { $0.read.count >= least }
        guard
            let best = readings.enumerated().max(by: {
                ($0.element.read.count, $1.offset) < ($1.element.read.count, $0.offset)
            })?.element
        else { return .none }
        // The other order of day and month must not read anything that this one does not.
        let rival = readings.first {
            isOtherOrder($0.format, than: best.format) && !$0.read.isStrictSubset(of: best.read)
        }
        if let rival { return .ambiguous([best.format, rival.format]) }
        return .format(best.format, needsZone: needsZone(best.format, values))
    }

    private static func fixed(_ format: TimeFormat, _ values: [[UInt8]], _ least: Int) -> Finding? {
        guard reads(format, values).count >= least else { return nil }
        return .format(format, needsZone: needsZone(format, values))
    }

    /// By their size: 9 to 10 digits are seconds (1973 to 2286), 12 to 13 milliseconds; of longer numbers, which ids are too,
    /// those that are microseconds or nanoseconds of 1990 to 2099.
    private static func epoch(_ values: [[UInt8]], _ least: Int) -> Finding? {
        var seconds = 0
        var milliseconds = 0
        var microseconds = 0
        var nanoseconds = 0
        for value in values {
            let digits = value.prefix { (48...57).contains($0) }.count
            let rest = value.dropFirst(digits)
            guard rest.isEmpty || rest.first == UInt8(ascii: "."),
                rest.dropFirst().allSatisfy({ (48...57).contains($0) })
            else { continue }
            if digits == 9 || digits == 10 { seconds += 1 }
            if digits == 12 || digits == 13 { milliseconds += 1 }
            guard (15...19).contains(digits), let whole = Int64(String(decoding: value.prefix(digits), as: UTF8.self))
            else { continue }
            if sensibleSeconds.contains(whole / 1_000_000) { microseconds += 1 }
            if sensibleSeconds.contains(whole / 1_000_000_000) { nanoseconds += 1 }
        }
        if seconds >= least { return .format(.epochSeconds, needsZone: false) }
        if milliseconds >= least { return .format(.epochMilliseconds, needsZone: false) }
        if microseconds >= least { return .format(.epochMicroseconds, needsZone: false) }
        if nanoseconds >= least { return .format(.epochNanoseconds, needsZone: false) }
        return nil
    }

    /// 1990 to 2099.
    private static let sensibleSeconds: Range<Int64> = 631_152_000..<4_102_444_800

    private static func reads(_ format: TimeFormat, _ values: [[UInt8]]) -> Set<Int> {
        let parser = TimestampParser(format: format, zone: .utc)
        var read: Set<Int> = []
        for (index, value) in values.enumerated() where value.withUnsafeBufferPointer(parser.parse) != .unreadable {
            read.insert(index)
        }
        return read
    }

    private static func needsZone(_ format: TimeFormat, _ values: [[UInt8]]) -> Bool {
        let parser = TimestampParser(format: format, zone: nil)
        return values.contains { $0.withUnsafeBufferPointer(parser.parse) == .withoutZone }
    }

    /// Whether the two patterns put day and month the other way round.
    private static func isOtherOrder(_ format: TimeFormat, than other: TimeFormat) -> Bool {
        guard case .pattern(let left) = format, case .pattern(let right) = other else { return false }
        return isDayFirst(left) != isDayFirst(right)
    }

    private static func isDayFirst(_ pattern: TimePattern) -> Bool? {
        for token in pattern.tokens {
            switch token {
            case .day: return true
            case .month: return false
            case .monthName, .year(digits: 4): return nil
            default: continue
            }
        }
        return nil
    }

    /// Dates in the orders that people write them, with and without times.
    private static let candidates: [TimePattern] = {
        let dates = [
            "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "d.M.yyyy", "d.M.yy",
            "d/M/yyyy", "M/d/yyyy", "d/M/yy", "M/d/yy", "d-M-yyyy", "M-d-yyyy", "d-M-yy", "M-d-yy",
            "d MMM yyyy", "d-MMM-yyyy", "d-MMM-yy", "d/MMM/yyyy", "d/MMM/yy", "MMM d, yyyy", "MMM d yyyy",
        ]
        let clocks = ["H:mm", "H:mm:ss", "H:mm:ss.SSS", "h:mm a", "h:mm:ss a", "H:mm:ssX", "H:mm:ss X", "H:mmX"]
        let whole = dates + dates.flatMap { date in clocks.flatMap { ["\(date) \($0)", "\(date), \($0)"] } }
        let compact = ["yyyyMMdd'T'HHmmssX", "yyyyMMdd'T'HHmmss", "yyyyMMdd HHmmss", "yyyyMMddHHmmss"]
        return (whole + compact).compactMap { try? TimePattern($0) }
    }()
}

import JourneyModel

/// How the times of a column are written.
public enum TimeFormat: Hashable, Sendable {
    case iso8601
    case epochSeconds
    case epochMilliseconds
    case epochMicroseconds
    case epochNanoseconds
    /// As mail and feeds have them: `Thu, 02 Jan 2025 10:00:00 +0000`.
    case rfc2822
    /// Days since the end of 1899, as spreadsheets keep them: `45659.416667`.
    case spreadsheet
    case pattern(TimePattern)

    /// What `--time-format` and a mapping file's `[times] format` mean: `iso`, `epoch`, `epoch-ms`, `epoch-us`, `epoch-ns`,
    /// `rfc2822`, `excel` or a pattern.
    ///
    /// - Throws: `ImportError` for a pattern that means nothing.
    public init(named name: String) throws {
        switch name.lowercased() {
        case "iso", "iso8601", "iso-8601": self = .iso8601
        case "epoch", "epoch-s", "unix": self = .epochSeconds
        case "epoch-ms": self = .epochMilliseconds
        case "epoch-us": self = .epochMicroseconds
        case "epoch-ns": self = .epochNanoseconds
        case "rfc2822", "rfc-2822": self = .rfc2822
        case "excel": self = .spreadsheet
        default: self = .pattern(try TimePattern(name))
        }
    }

    /// The name or pattern that `init(named:)` takes.
    public var name: String {
        switch self {
        case .iso8601: "iso"
        case .epochSeconds: "epoch"
        case .epochMilliseconds: "epoch-ms"
        case .epochMicroseconds: "epoch-us"
        case .epochNanoseconds: "epoch-ns"
        case .rfc2822: "rfc2822"
        case .spreadsheet: "excel"
        case .pattern(let pattern): pattern.text
        }
    }
}

/// What a time says beyond its milliseconds: rare, and of use to whoever puts the rows of a file in order.
struct TimeMark: Hashable, Sendable {
    /// What clocks did at the time as it is written.
    enum Clock: Hashable, Sendable {
        /// It comes again, so much later.
        case repeats(after: Milliseconds)
        /// It never was.
        case skipped
    }

    /// Beyond the millisecond.
    var nanoseconds = 0
    var clock: Clock?
}

/// Reads the times of one column.
struct TimestampParser: Sendable {
    enum Outcome: Hashable, Sendable {
        case time(Timestamp)
        /// The text is a time, but says neither zone nor offset, and none was given.
        case withoutZone
        case unreadable
    }

    let format: TimeFormat
    /// What times without a zone of their own are in; nil where that is not known.
    let zone: Zone?

    /// Of a time that comes twice, the first.
    func parse(_ text: UnsafeBufferPointer<UInt8>) -> Outcome { read(text).outcome }

    /// The same, and what else the time says.
    func read(_ text: UnsafeBufferPointer<UInt8>) -> (outcome: Outcome, mark: TimeMark) {
        let bytes = ByteCursor.trimmed(text)
        return switch format {
        case .iso8601: instant(ISO8601.parse(bytes))
        case .pattern(let pattern): instant(pattern.parse(bytes))
        case .epochSeconds: epoch(bytes, unit: 1_000_000_000)
        case .epochMilliseconds: epoch(bytes, unit: 1_000_000)
        case .epochMicroseconds: epoch(bytes, unit: 1000)
        case .epochNanoseconds: epoch(bytes, unit: 1)
        case .rfc2822: instant(MailTime.parse(bytes))
        case .spreadsheet: instant(SpreadsheetTime.parse(bytes))
        }
    }

    private func instant(_ wall: WallTime?) -> (outcome: Outcome, mark: TimeMark) {
        guard let wall else { return (.unreadable, TimeMark()) }
        var mark = TimeMark(nanoseconds: wall.nanoseconds)
        if let offset = wall.offsetSeconds {
            return (.time(Timestamp(milliseconds: wall.localMilliseconds - Int64(offset) * .second)), mark)
        }
        guard let zone else { return (.withoutZone, mark) }
        switch zone.times(localMilliseconds: wall.localMilliseconds) {
        case .once(let time): return (.time(time), mark)
        case .twice(let first, let second):
            mark.clock = .repeats(after: second.since(first))
            return (.time(first), mark)
        case .never(let moved):
            mark.clock = .skipped
            return (.time(moved), mark)
        }
    }

    /// A whole number, perhaps with a fraction, of `unit` nanoseconds since 1970-01-01T00:00Z.
    private func epoch(_ bytes: UnsafeBufferPointer<UInt8>, unit: Int64) -> (outcome: Outcome, mark: TimeMark) {
        var cursor = ByteCursor(bytes)
        let isNegative = cursor.take(UInt8(ascii: "-"))
        guard let whole = cursor.wholeNumber() else { return (.unreadable, TimeMark()) }
        var rest: Int64 = 0
        if cursor.take(UInt8(ascii: ".")) {
            guard let fraction = cursor.fraction() else { return (.unreadable, TimeMark()) }
            // Billionths of the unit.
            rest = (Int64(fraction.milliseconds) * 1_000_000 + Int64(fraction.nanoseconds)) * unit / 1_000_000_000
        }
        // Whole numbers of more than 15 digits are no seconds and no milliseconds.
        guard cursor.isAtEnd, unit <= 1000 || whole < 1_000_000_000_000_000 else { return (.unreadable, TimeMark()) }
        // In milliseconds and nanoseconds apart: seconds in nanoseconds would not fit.
        let perMillisecond = max(1, 1_000_000 / unit)
        let scale = max(1, unit / 1_000_000)
        var milliseconds = whole / perMillisecond * scale + rest / 1_000_000
        var nanoseconds = whole % perMillisecond * unit + rest % 1_000_000
        milliseconds += nanoseconds / 1_000_000
        nanoseconds %= 1_000_000
        if isNegative {
            milliseconds = -milliseconds
            if nanoseconds > 0 { (milliseconds, nanoseconds) = (milliseconds - 1, 1_000_000 - nanoseconds) }
        }
        return (.time(Timestamp(milliseconds: milliseconds)), TimeMark(nanoseconds: Int(nanoseconds)))
    }
}

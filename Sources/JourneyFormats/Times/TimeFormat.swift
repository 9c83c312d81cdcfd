import JourneyModel

/// How the times of a column are written.
public enum TimeFormat: Hashable, Sendable {
    case iso8601
    case epochSeconds
    case epochMilliseconds
    case pattern(TimePattern)

    /// What `--time-format` and a mapping file's `[times] format` mean: `iso`, `epoch`, `epoch-ms` or a pattern.
    ///
    /// - Throws: `ImportError` for a pattern that means nothing.
    public init(named name: String) throws {
        switch name.lowercased() {
        case "iso", "iso8601", "iso-8601": self = .iso8601
        case "epoch", "epoch-s", "unix": self = .epochSeconds
        case "epoch-ms": self = .epochMilliseconds
        default: self = .pattern(try TimePattern(name))
        }
    }

    /// The name or pattern that `init(named:)` takes.
    public var name: String {
        switch self {
        case .iso8601: "iso"
        case .epochSeconds: "epoch"
        case .epochMilliseconds: "epoch-ms"
        case .pattern(let pattern): pattern.text
        }
    }
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

    func parse(_ text: UnsafeBufferPointer<UInt8>) -> Outcome {
        let bytes = ByteCursor.trimmed(text)
        switch format {
        case .iso8601: return instant(ISO8601.parse(bytes))
        case .pattern(let pattern): return instant(pattern.parse(bytes))
        case .epochSeconds: return epoch(bytes, unit: .second)
        case .epochMilliseconds: return epoch(bytes, unit: 1)
        }
    }

    private func instant(_ wall: WallTime?) -> Outcome {
        guard let wall else { return .unreadable }
        if let offset = wall.offsetSeconds {
            return .time(Timestamp(milliseconds: wall.localMilliseconds - Int64(offset) * .second))
        }
        guard let zone else { return .withoutZone }
        return .time(zone.instant(localMilliseconds: wall.localMilliseconds))
    }

    /// A whole number, perhaps with a fraction, of `unit` milliseconds since 1970-01-01T00:00Z.
    private func epoch(_ bytes: UnsafeBufferPointer<UInt8>, unit: Milliseconds) -> Outcome {
        var cursor = ByteCursor(bytes)
        let isNegative = cursor.take(UInt8(ascii: "-"))
        guard let whole = cursor.number(1, 15) else { return .unreadable }
        var rest = 0
        if cursor.take(UInt8(ascii: ".")) {
            guard let fraction = cursor.fraction() else { return .unreadable }
            rest = fraction
        }
        guard cursor.isAtEnd else { return .unreadable }
        let milliseconds = Int64(whole) * unit + Int64(rest) * unit / 1000
        return .time(Timestamp(milliseconds: isNegative ? -milliseconds : milliseconds))
    }
}

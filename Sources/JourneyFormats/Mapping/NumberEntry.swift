import Foundation
public import JourneyModel

/// What stands before the decimals of a number.
public enum DecimalMark: String, CaseIterable, Hashable, Sendable {
    case point = "."
    case comma = ","
}

/// How the numbers of one column are written.
public struct NumberEntry: Hashable, Sendable {
    /// Of the column, or of the field that it feeds.
    public var name: String
    /// Nil: as in the whole file.
    public var decimal: DecimalMark?
    /// Of lengths of time that are bare numbers.
    public var unit: LengthUnit?
    /// Of ratings; nil: from 1 on, as far as the record's scale goes.
    public var scale: RatingScale?

    public init(name: String, decimal: DecimalMark? = nil, unit: LengthUnit? = nil, scale: RatingScale? = nil) {
        self.name = name
        self.decimal = decimal
        self.unit = unit
        self.scale = scale
    }
}

/// What a bare number counts that stands for a length of time.
public enum LengthUnit: String, CaseIterable, Hashable, Sendable {
    case milliseconds = "ms"
    case seconds = "s"
    case minutes = "min"
    case hours = "h"
    case days = "d"

    public var length: Milliseconds {
        switch self {
        case .milliseconds: 1
        case .seconds: .second
        case .minutes: .minute
        case .hours: .hour
        case .days: .day
        }
    }

    /// - Throws: `ImportError` where there is no such unit.
    init(named word: String) throws {
        guard let unit = LengthUnit.spelled(word) else {
            throw ImportError("there is no unit of time \"\(word)\"", hint: "One of \(LengthUnit.list)")
        }
        self = unit
    }

    static let list = allCases.map(\.rawValue).joined(separator: ", ")

    /// The unit that is so called, in any of its usual spellings.
    static func spelled(_ word: String) -> LengthUnit? {
        switch word.lowercased() {
        case "ms", "msec", "msecs", "millis", "millisecond", "milliseconds": .milliseconds
        case "s", "sec", "secs", "second", "seconds": .seconds
        case "min", "mins", "minute", "minutes": .minutes
        case "h", "hr", "hrs", "hour", "hours": .hours
        case "d", "day", "days": .days
        default: nil
        }
    }

    /// The unit that a column's name ends with, as `duration_ms` and `Wait (min)` do; nil where it ends with none.
    static func named(by column: String) -> LengthUnit? {
        var words: [String] = []
        var wasSmall = false
        for character in column {
            guard character.isLetter else {
                words.append("")
                wasSmall = false
                continue
            }
            if words.isEmpty || (wasSmall && character.isUppercase) { words.append("") }
            words[words.count - 1].append(character)
            wasSmall = character.isLowercase
        }
        let parts = words.filter { !$0.isEmpty }
        guard parts.count > 1, let last = parts.last, last.lowercased() != "d" else { return nil }
        return spelled(last)
    }
}

/// The lowest and the highest rating that could be given.
public struct RatingScale: Hashable, Sendable {
    public var least: Double
    public var most: Double

    /// `1..5`, `0..10`, or `percent` for 0 to 100.
    ///
    /// - Throws: `ImportError` where it is no scale.
    init(named word: String) throws {
        if word.lowercased() == "percent" {
            (least, most) = (0, 100)
            return
        }
        let ends = word.components(separatedBy: "..").map { Double($0) }
        guard ends.count == 2, let low = ends[0], let high = ends[1], low.isFinite, high.isFinite, low < high else {
            throw ImportError(
                "\"\(word)\" is no scale of ratings",
                hint: "Say the lowest and the highest: 1..5, 0..10, or percent"
            )
        }
        (least, most) = (low, high)
    }

    /// The word that `init(named:)` takes.
    public var word: String { "\(RatingScale.text(least))..\(RatingScale.text(most))" }

    /// A rating as one from 1 to `highest`: the share of the way from the lowest to the highest stays the same. Nil for one
    /// that is not on the scale.
    func rating(_ value: Double, upTo highest: Double) -> Double? {
        guard (least...most).contains(value) else { return nil }
        return 1 + (value - least) / (most - least) * (highest - 1)
    }

    private static func text(_ value: Double) -> String {
        Int(exactly: value).map { "\($0)" } ?? "\(value)"
    }
}

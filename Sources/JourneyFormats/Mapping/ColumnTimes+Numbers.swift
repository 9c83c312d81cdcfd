import JourneyModel

/// How the numbers of a column are read.
struct NumberReading: Hashable, Sendable {
    var decimal = DecimalMark.point
    /// Of lengths of time that are bare numbers; nil where nobody says.
    var unit: LengthUnit?
    var scale: RatingScale?
}

extension ColumnTimes {
    /// How the numbers of `column`, which feeds `field`, are read: as the mapping says of the column, of the field, or of the
    /// whole file.
    ///
    /// - Throws: `ImportError` where it holds lengths of time that are bare numbers, and neither the mapping nor the column's
    ///   name says what they count.
    func numbers(column: String, field: String) throws -> NumberReading {
        let entries = [column, field].compactMap { name in mapping.numbers.first { $0.name == name } }
        var reading = NumberReading()
        reading.decimal = entries.compactMap(\.decimal).first ?? mapping.decimal ?? .point
        reading.unit = entries.compactMap(\.unit).first
        reading.scale = entries.compactMap(\.scale).first
        guard field == "duration", reading.unit == nil else { return reading }
        reading.unit = LengthUnit.named(by: column)
        let bare = (sample.profile(column)?.values ?? []).first { text in
            !mapping.missing.contains(text) && ValueParsing.isBareLength(text, reading.decimal)
        }
        guard reading.unit == nil, let bare else { return reading }
        throw ImportError(
            "\(fileName): the lengths of time in column \"\(column)\" (such as \"\(bare)\") have no unit",
            hint: "Say what they count: --unit duration=s (one of \(LengthUnit.list))"
        )
    }
}

import JourneyModel

/// A length of time in one unit, so that a column of them aligns on the point: `9.2 d`, `3.0 h`.
enum ShortSpan {
    static func text(_ milliseconds: Double?) -> String {
        guard let milliseconds, milliseconds.isFinite else { return NumberText.absent }
        let units: [(name: String, length: Milliseconds)] = [
            ("d", .day), ("h", .hour), ("min", .minute), ("s", .second),
        ]
        let unit = units.first { abs(milliseconds) >= Double($0.length) } ?? ("s", .second)
        return "\(NumberText.decimal(milliseconds / Double(unit.length))) \(unit.name)"
    }
}

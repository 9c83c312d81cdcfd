/// A figure with everything that is needed to trust it: D0 asks that a rate carries its n, interval and definition, and
/// that a figure which the data does not support is absent, never 0.
public struct Measure: Codable, Hashable, Sendable {
    /// The figure: a rate as 0…1, an amount in its unit; nil where the data does not support it.
    public var value: Double?
    public var numerator: Double?
    public var denominator: Double?
    /// The interval's ends (95%, D7), in the unit of `value`.
    public var low: Double?
    public var high: Double?
    /// The rule it follows.
    public var definition: DefinitionID
    /// Why `value` is absent, or what the reader should know before using it.
    public var caveats: [Remark]

    public init(
        value: Double?,
        numerator: Double? = nil,
        denominator: Double? = nil,
        low: Double? = nil,
        high: Double? = nil,
        definition: DefinitionID,
        caveats: [Remark] = []
    ) {
        self.value = value
        self.numerator = numerator
        self.denominator = denominator
        self.low = low
        self.high = high
        self.definition = definition
        self.caveats = caveats
    }

    /// `count` of `total` as a rate with its 95% Wilson interval (D7); absent where `total` is 0 (D0), and
    /// where either is hidden (D25).
    public static func rate(_ count: Int, of total: Int, _ definition: DefinitionID, caveats: [Remark] = []) -> Measure
    {
        if let reason = count.hiddenReason ?? total.hiddenReason { return .absent(definition, because: reason) }
        guard total > 0, count >= 0, count <= total else {
            let reason: Remark = total == 0 ? .nobodyToCount : .noShare(count, of: total)
            return Measure(
                value: nil,
                numerator: Double(count),
                denominator: Double(total),
                definition: definition,
                caveats: caveats + [reason]
            )
        }
        let interval = wilsonInterval(count, of: total)
        return Measure(
            value: Double(count) / Double(total),
            numerator: Double(count),
            denominator: Double(total),
            low: interval.low,
            high: interval.high,
            definition: definition,
            caveats: caveats
        )
    }

    /// A figure that cannot be given, with the reason.
    public static func absent(_ definition: DefinitionID, because reason: Remark) -> Measure {
        Measure(value: nil, definition: definition, caveats: [reason])
    }
}

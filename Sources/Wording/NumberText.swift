public import JourneyModel

/// Numbers as people read them. One place, so that a figure looks the same on a screen, in a report and read aloud. The
/// forms below are those of ``WordingStyle/Numbers/comma``; the style in use decides.
public enum NumberText {
    /// What stands where a figure is absent (D0): never 0, never blank.
    public static let absent = "–"

    /// `1234567` as `1,234,567`; a hidden count as `<10` (D25).
    public static func count(_ number: Int) -> String {
        if let hidden = number.hiddenText { return hidden }
        let digits = String(number.magnitude)
        let mark = WordingStyle.current.numbers.groupMark
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(mark) }
            text.append(digit)
        }
        return number < 0 ? "-" + text : text
    }

    /// What is left when one shown count is taken from another; few are not named in public (D25).
    public static func rest(_ number: Int) -> String {
        count(WordingStyle.current.protection?.count(number) ?? number)
    }

    /// `0.7143` as `71.4%`; absent as a dash.
    public static func percent(_ share: Double?, decimals: Int = 1) -> String {
        guard let share, share.isFinite else { return absent }
        return decimal(share * 100, decimals: ofShares(decimals)) + "%"
    }

    /// The interval of a rate (D7) in percent: half its width, `±1.5`, or its ends, `75.7–100.0`, where `±` would reach
    /// below 0 or above 100%; nil without one. Never `±0.0` where there is a width, and the ends are rounded outwards: either
    /// would say that the rate is certain.
    public static func margin(_ measure: Measure, decimals: Int = 1) -> String? {
        guard let low = measure.low, let high = measure.high else { return nil }
        let digits = ofShares(decimals)
        let half = (high - low) / 2
        if high > low, let value = measure.value, value - half < 0 || value + half > 1 {
            return ends(low, high, digits)
        }
        let least = (0..<digits).reduce(1.0) { least, _ in least / 10 }
        return "±" + decimal(high > low ? max(least, half * 100) : 0, decimals: digits)
    }

    private static func ends(_ low: Double, _ high: Double, _ decimals: Int) -> String {
        let scale = (0..<decimals).reduce(100.0) { scale, _ in scale * 10 }
        // What lies on a digit but for the last bit stays there.
        let down = ((low * scale) + 1e-6).rounded(.down) / scale
        let up = ((high * scale) - 1e-6).rounded(.up) / scale
        return [down, up].map { decimal($0 * 100, decimals: decimals) }.joined(separator: absent)
    }

    /// A difference of rates in percentage points with its sign: `+6.8`, `−13.0`.
    public static func points(_ difference: Double, decimals: Int = 1) -> String {
        signed(difference * 100, decimals: ofShares(decimals))
    }

    /// A difference in percentage points without its sign: `6.8`.
    public static func size(_ difference: Double) -> String {
        decimal(abs(difference) * 100, decimals: ofShares(1))
    }

    /// The digits that a share in percent, or a difference of shares in points, is written with.
    private static func ofShares(_ decimals: Int) -> Int { WordingStyle.current.protection != nil ? 0 : decimals }

    /// A number with its sign; the minus is U+2212, as wide as the plus.
    public static func signed(_ number: Double, decimals: Int = 1) -> String {
        let text = decimal(abs(number), decimals: decimals)
        // What rounds to nothing has no sign.
        guard text.contains(where: { ("1"..."9").contains($0) }) else { return text }
        return (number < 0 ? "−" : "+") + text
    }

    /// `1234.567` as `1,234.6`: rounded half away from zero, grouped.
    public static func decimal(_ number: Double, decimals: Int = 1) -> String {
        guard number.isFinite, abs(number) < 1e15 else { return absent }
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let scaled = (abs(number) * scale).rounded(.toNearestOrAwayFromZero)
        let whole = Int(scaled / scale)
        let sign = number < 0 && scaled > 0 ? "-" : ""
        guard decimals > 0 else { return sign + count(whole) }
        let fraction = Int(scaled - Double(whole) * scale)
        return sign + count(whole) + String(WordingStyle.current.numbers.decimalMark) + padded(fraction, decimals)
    }

    /// `2.136` in `GBP` as `£2.14`; other currencies by their code: `2.14 SEK`.
    public static func money(_ amount: Double?, currency: String?) -> String {
        guard let amount, amount.isFinite else { return absent }
        // What was rounded to whole amounts to protect people has no pence.
        let isRounded = WordingStyle.current.protection != nil && amount == amount.rounded()
        let text = decimal(abs(amount), decimals: abs(amount) >= 1000 || isRounded ? 0 : 2)
        let sign = amount < 0 ? "−" : ""
        switch currency {
        case "GBP": return sign + "£" + text
        case "EUR": return sign + "€" + text
        case "USD", "AUD", "CAD", "NZD": return sign + "$" + text
        case .some(let code): return sign + text + " " + code
        case nil: return sign + text
        }
    }
}

import JourneyModel
import Wording

/// Numbers in few characters.
enum BareDecimal {
    /// With one decimal, and without it where there is nothing behind the point.
    static func short(_ number: Double) -> String {
        NumberText.decimal(number, decimals: abs(number - number.rounded()) < 0.05 ? 0 : 1)
    }

    /// A number below 1 as statisticians write it, without the zero before its point: `.16`, `−.05`, `1.00`.
    static func text(_ number: Double?, decimals: Int = 2) -> String {
        guard let number, number.isFinite else { return NumberText.absent }
        let text = NumberText.decimal(abs(number), decimals: decimals)
        let bare = text.count > 1 && text.hasPrefix("0") ? String(text.dropFirst()) : text
        let isZero = !text.contains { ("1"..."9").contains($0) }
        return number < 0 && !isZero ? "\u{2212}" + bare : bare
    }
}

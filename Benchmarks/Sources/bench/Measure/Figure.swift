import Foundation

/// Measurements as text.
enum Figure {
    static func seconds(_ seconds: Double) -> String { String(format: "%.2f", seconds) }

    static func milliseconds(_ seconds: Double) -> String {
        String(format: seconds < 0.1 ? "%.2f" : "%.1f", seconds * 1000)
    }

    /// A million bytes is a megabyte.
    static func megabytes(_ bytes: Int) -> String { String(format: "%.1f", Double(bytes) / 1e6) }

    static func count(_ count: Int) -> String {
        let digits = Array(String(count.magnitude))
        let groups = stride(from: digits.count, to: 0, by: -3).map { String(digits[max(0, $0 - 3)..<$0]) }
        return (count < 0 ? "-" : "") + groups.reversed().joined(separator: ",")
    }
}

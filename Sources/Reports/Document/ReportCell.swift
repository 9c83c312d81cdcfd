import JourneyModel
import Wording

/// A worded figure or text. A figure that is absent is a dash, and carries the reason, which is shown below its table.
public struct ReportCell: Hashable, Sendable {
    public var text: String
    /// Why the figure is absent.
    public var reason: String?

    public init(_ text: String, reason: String? = nil) {
        self.text = text
        self.reason = reason
    }

    public var isAbsent: Bool { text == NumberText.absent }

    static func count(_ number: Int?) -> ReportCell {
        ReportCell(number.map(NumberText.count) ?? NumberText.absent)
    }

    /// A rate with half its interval's width in points: `71.4% ±0.4`.
    static func rate(_ measure: Measure) -> ReportCell {
        let margin = measure.value == nil ? nil : NumberText.margin(measure)
        let text = [NumberText.percent(measure.value), margin].compactMap { $0 }.joined(separator: " ")
        return ReportCell(text, reason: measure.reasonForAbsence)
    }

    /// A share whose interval says nothing, because it is no sample.
    static func share(_ measure: Measure) -> ReportCell {
        ReportCell(NumberText.percent(measure.value), reason: measure.reasonForAbsence)
    }

    static func span(_ milliseconds: Double?, orBecause reason: String) -> ReportCell {
        milliseconds.map { ReportCell(SpanText.text($0)) } ?? absent(because: reason)
    }

    /// What has no reason of its own may be hidden, where answers are protected (D25).
    private static func absent(because reason: String) -> ReportCell {
        let hidden = WordingStyle.current.protection == nil ? "" : "hidden, or "
        return ReportCell(NumberText.absent, reason: hidden + reason)
    }

    static func money(_ measure: Measure, currency: String?) -> ReportCell {
        ReportCell(NumberText.money(measure.value, currency: currency), reason: measure.reasonForAbsence)
    }

    static func n(_ measure: Measure) -> ReportCell {
        ReportCell(measure.denominator.map { NumberText.decimal($0, decimals: 0) } ?? "")
    }

    static func difference(_ difference: RateDifference?) -> ReportCell {
        guard let difference else { return absent(because: "nobody to compare with") }
        // As in figures with a sign, the minus is the sign of its own (U+2212).
        let ends = [difference.interval.low, difference.interval.high].map { end in
            (end < 0 ? "−" : "") + NumberText.size(end)
        }
        return ReportCell("\(NumberText.points(difference.value)) (\(ends[0]) to \(ends[1]))")
    }
}

extension Measure {
    /// The first caveat where there is no value.
    var reasonForAbsence: String? { value == nil ? (caveats.last ?? .noData).text : nil }

    /// `71.4% ±0.4, n 41,208`, or a dash with the reason.
    var sentence: String {
        guard let value else { return "\(NumberText.absent) (\(reasonForAbsence ?? ""))" }
        let parts = [NumberText.percent(value), NumberText.margin(self)].compactMap { $0 }
        let n = denominator.map { ", n " + NumberText.decimal($0, decimals: 0) } ?? ""
        return parts.joined(separator: " ") + n
    }
}

import JourneyModel
import Wording

/// A figure that matters. A page shows it large; plain text says it in a sentence.
public struct KeyFigure: Hashable, Sendable {
    public var label: String
    /// Worded: `38.2%`; a dash where it is absent.
    public var figure: String
    /// Half the width of its interval: `±1.5`.
    public var margin: String?
    /// What belongs to it: n, the goal, what it was before, or why it is absent.
    public var notes: [String]
    /// The figure over time, oldest first; empty where that is not known.
    public var trend: [Double?]
    /// By the index of a period of the trend, what happened in it.
    public var trendNotes: [Int: [String]]
    /// The same for plain text; nil where a table of the report says it.
    public var sentence: String?

    public init(
        label: String,
        figure: String,
        margin: String? = nil,
        notes: [String] = [],
        trend: [Double?] = [],
        trendNotes: [Int: [String]] = [:],
        sentence: String? = nil
    ) {
        self.label = label
        self.figure = figure
        self.margin = margin
        self.notes = notes
        self.trend = trend
        self.trendNotes = trendNotes
        self.sentence = sentence
    }
}

extension KeyFigure {
    /// A count and what is counted: `1,609 events of 41 people`.
    static func count(_ label: String, _ count: Int, sentence: String) -> KeyFigure {
        KeyFigure(label: label, figure: NumberText.count(count), sentence: sentence)
    }

    /// A rate: `Convert: 71.4% ±0.4, n 41,208`.
    static func rate(_ label: String, _ measure: Measure, notes: [String] = []) -> KeyFigure {
        KeyFigure(
            label: label,
            figure: NumberText.percent(measure.value),
            margin: measure.value == nil ? nil : NumberText.margin(measure),
            notes: measure.figureNotes + notes,
            sentence: "\(label): \(measure.sentence)"
        )
    }

    /// An amount of money: `Cost a transaction: £2.14, n 29,430`.
    static func money(_ label: String, _ measure: Measure, currency: String?, notes: [String] = []) -> KeyFigure {
        let money = NumberText.money(measure.value, currency: currency)
        let rest = measure.reasonForAbsence.map { " (\($0))" } ?? measure.nText.map { ", " + $0 } ?? ""
        return KeyFigure(
            label: label,
            figure: money,
            notes: measure.figureNotes + notes,
            sentence: "\(label): \(money)\(rest)"
        )
    }
}

extension Measure {
    /// `n 41,208`.
    fileprivate var nText: String? { denominator.map { "n " + NumberText.decimal($0, decimals: 0) } }

    /// n, or why there is no figure.
    fileprivate var figureNotes: [String] { (reasonForAbsence ?? nText).map { [$0] } ?? [] }
}

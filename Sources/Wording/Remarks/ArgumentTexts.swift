import JourneyModel

/// What stands in a remark, by its name, in words.
@dynamicMemberLookup
struct ArgumentTexts {
    private let remark: Remark

    init(_ remark: Remark) { self.remark = remark }

    subscript(dynamicMember name: String) -> ArgumentText { ArgumentText(remark[name]) }
}

/// One of them.
struct ArgumentText: CustomStringConvertible {
    /// Stands for what a remark lacks: a test looks that nothing does.
    static let missing = "\u{FFFD}"

    private let value: Remark.Value?

    init(_ value: Remark.Value?) { self.value = value }

    var isGiven: Bool { value != nil }

    var description: String {
        switch value {
        case .count(let count): NumberText.count(count)
        case .part(let part, let whole): "\(NumberText.count(part)) of \(NumberText.count(whole))"
        case .rate(let part, let whole): NumberText.percent(part.share(of: whole))
        case .number(let number): NumberText.decimal(number, decimals: number == number.rounded() ? 0 : 1)
        case .share(let share): NumberText.percent(share)
        case .points(let points): NumberText.points(points)
        case .span(let span): SpanText.text(span)
        case .day(let day): DateText.text(day)
        case .period(let period): period.label
        case .name(let name): name
        case .names: joined(", ")
        case .dimension(let name): Dimension.title(name)
        case .choice(let word): word
        case .remark(let remark): remark.text
        case .remarks(let remarks): remarks.map(\.text).joined(separator: "; ")
        case nil: Self.missing
        }
    }

    /// The first of two counts.
    var part: String { counts.map { NumberText.count($0.part) } ?? Self.missing }

    /// The second of them.
    var whole: String { counts.map { NumberText.count($0.whole) } ?? Self.missing }

    private var counts: (part: Int, whole: Int)? {
        switch value {
        case .part(let part, let whole), .rate(let part, let whole): (part, whole)
        default: nil
        }
    }

    /// How often, where that is more than once: `, 3 contacts`.
    func times(_ what: String) -> String {
        guard case .count(let count) = value, count > 1 else { return "" }
        return ", \(self) \(what)"
    }

    func joined(_ separator: String) -> String {
        guard case .names(let names) = value else { return Self.missing }
        return names.joined(separator: separator)
    }
}

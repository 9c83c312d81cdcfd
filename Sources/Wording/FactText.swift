public import JourneyModel

extension Receipt.Value {
    /// What a fact of a receipt says; times are those of `zone`.
    public func text(in zone: Zone) -> String {
        switch self {
        case .count(let count): NumberText.count(count)
        case .time(let time): time.map { DateText.text($0, in: zone) } ?? NumberText.absent
        case .span(let span): span.map { SpanText.text($0) } ?? NumberText.absent
        case .choice(let word): word
        case .remark(let remark): remark.text
        }
    }
}

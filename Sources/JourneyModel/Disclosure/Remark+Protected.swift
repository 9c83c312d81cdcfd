extension DisclosurePolicy {
    /// What of `remarks` may be said in public.
    func remarks(_ remarks: [Remark]) -> [Remark] { remarks.compactMap { $0.protected(by: self) } }
}

extension Remark {
    /// The same with its arguments protected as figures are (D25): counts hidden and rounded, shares from rounded counts, names
    /// as they are. Nil where something in it cannot be shown and cannot be said to be few.
    public func protected(by policy: DisclosurePolicy) -> Remark? {
        if let plainer { return plainer }
        var shown: [Argument] = []
        for argument in arguments {
            guard let value = argument.value.protected(by: policy) else { return nil }
            shown.append(Argument(name: argument.name, value: value))
        }
        return Remark(id, shown)
    }

    /// What is said in its place where it has so many counts of the same people that rounding each does not hide them.
    private var plainer: Remark? { id == .completionsOutnumberStarts ? .moreCompletionsThanStarts : nil }

    /// A rule hides the figure that this is said of.
    var hides: Bool { id == .hiddenFew || id == .hiddenWithAnother }
}

extension Remark.Value {
    fileprivate func protected(by policy: DisclosurePolicy) -> Self? {
        switch self {
        case .count(let count): return .count(policy.count(count))
        case .part(let part, let whole): return .part(policy.count(part, of: whole), of: policy.count(whole))
        case .rate(let part, let whole):
            let (shownPart, shownWhole) = (policy.count(part, of: whole), policy.count(whole))
            // All or nobody of a few is a statement on each (rule 4), and there is no room for a warning.
            let isSome = part > 0 && shownPart < shownWhole
            let isShown = isSome || shownWhole >= DisclosurePolicy.smallGroup && (part > 0 || policy.zero == .shown)
            return shownPart.isHidden || shownWhole.isHidden || !isShown
                ? nil : .rate(min(shownPart, shownWhole), of: shownWhole)
        case .share(let share): return .share(share.wholePercent)
        case .points(let points): return .points(points.wholePercent)
        // Only what is said of one person has them; nobody can tell of how many this is.
        case .span, .day: return nil
        case .number, .period, .name, .names, .dimension, .choice: return self
        case .remark(let remark): return remark.protected(by: policy).map { .remark($0) }
        case .remarks(let remarks): return .remarks(policy.remarks(remarks))
        }
    }
}

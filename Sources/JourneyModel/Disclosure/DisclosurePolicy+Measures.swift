extension DisclosurePolicy {
    /// Below this many, "all" and "nobody" are said with a warning (rule 4).
    static let smallGroup = 50

    /// A figure as it may be shown: a share from rounded counts in whole percent (rule 4), a mean of enough (rule 5).
    ///
    /// - Parameter isOfGroup: of people with something in common, in whom nobody is a statement on each.
    func measure(_ measure: Measure, isOfGroup: Bool = false) -> Measure {
        guard let total = measure.denominator.flatMap({ Int(exactly: $0) }) else { return withoutCount(measure) }
        guard measure.value != nil else { return absent(measure, of: isEnough(total) ? total : nil) }
        guard isEnough(total) else { return hidden(measure, of: nil) }
        guard let part = measure.wholePart(of: total) else { return mean(measure, of: total) }
        let shown = count(part, of: total)
        guard !shown.isHidden, part > 0 || !isOfGroup || zero == .shown else {
            return hidden(measure, of: total, because: shown.hiddenReason)
        }
        let whole = rounding.rounded(total)
        return rounded(.rate(min(shown, whole), of: whole, measure.definition, caveats: remarks(measure.caveats)))
    }

    /// A share of shown counts in whole percent, its interval outwards; all or nobody of a small group is flagged (rule 4).
    func rounded(_ rate: Measure) -> Measure {
        var rate = percent(rate)
        if rate.value == 0 || rate.value == 1, rate.denominator ?? 0 < Double(Self.smallGroup) {
            rate.caveats.append(.allAlike)
        }
        return rate
    }

    /// A difference of shares in whole points, its interval outwards.
    func rounded(_ difference: RateDifference) -> RateDifference {
        RateDifference(
            value: difference.value.wholePercent,
            interval: Interval(
                low: difference.interval.low.wholePercent(.down),
                high: difference.interval.high.wholePercent(.up)
            )
        )
    }

    private func percent(_ measure: Measure) -> Measure {
        var measure = measure
        measure.value = measure.value?.wholePercent
        measure.low = measure.low?.wholePercent(.down)
        measure.high = measure.high?.wholePercent(.up)
        return measure
    }

    /// A duration, or another mean or median, of `count` (rule 5).
    func mean(_ value: Double?, of count: Int) -> Double? { isEnough(count) ? value : nil }

    /// An amount that `count` things make up, as if the rounded number of them did.
    func amount(_ amount: Double?, of count: Int) -> Double? {
        guard let amount, isEnough(count) else { return nil }
        return (amount / Double(count) * Double(rounding.rounded(count))).rounded()
    }

    private func mean(_ measure: Measure, of total: Int) -> Measure {
        var shown = measure
        shown.denominator = Double(rounding.rounded(total))
        shown.caveats = remarks(measure.caveats)
        if measure.definition == .d14 {
            // Costs are published anyway, so their total by the rounded number, to the penny.
            shown.value = measure.value.map { value in
                (value * Double(total) / Double(rounding.rounded(total)) * 100).rounded() / 100
            }
            shown.numerator = nil
            return shown
        }
        shown.numerator = nil
        return percent(shown)
    }

    /// Nothing says of how many it is: what has a value cannot be judged, and is not shown.
    private func withoutCount(_ measure: Measure) -> Measure {
        measure.value == nil ? absent(measure, of: nil) : hidden(measure, of: nil)
    }

    private func hidden(_ measure: Measure, of total: Int?, because reason: Remark? = nil) -> Measure {
        var shown = absent(measure, of: total)
        shown.caveats = [reason ?? self.reason]
        return shown
    }

    private func absent(_ measure: Measure, of total: Int?) -> Measure {
        Measure(
            value: nil,
            denominator: total.map { Double(rounding.rounded($0)) },
            definition: measure.definition,
            caveats: remarks(measure.caveats)
        )
    }
}

extension Measure {
    /// A rule hides the value; what is absent for another reason is not hidden.
    public var isHidden: Bool { value == nil && caveats.last?.hides == true }

    /// The numerator where the figure is that share of `total`; nil for a mean, or a price.
    fileprivate func wholePart(of total: Int) -> Int? {
        guard definition != .d14, definition != .d15, value != nil else { return nil }
        guard let part = numerator.flatMap({ Int(exactly: $0) }), part >= 0, part <= total else { return nil }
        return part
    }
}

extension Double {
    /// To whole percent.
    var wholePercent: Double { wholePercent(.toNearestOrAwayFromZero) }

    func wholePercent(_ rule: FloatingPointRoundingRule) -> Double {
        // What lies at a whole percent but for the last binary digits is one.
        let nearest = (self * 100).rounded()
        return abs(self * 100 - nearest) < 1e-9 ? nearest / 100 : (self * 100).rounded(rule) / 100
    }
}

/// What may be said in public of groups of people (D25): counts too small are hidden, the others rounded.
///
/// A shown figure is a function of shown figures: a total is the sum of its rounded parts, in which a hidden part counts as
/// ``standIn``, whatever it is. Subtracting one shown figure from another therefore gives the rule back, and nobody.
public struct DisclosurePolicy: Codable, Hashable, Sendable {
    public enum Rounding: String, CaseIterable, Codable, Hashable, Sendable {
        /// To the nearest multiple of five.
        case five = "5"
        /// To the midpoint of 1-6, 7-12, 13-18 …: 3, 9, 15 …
        case midpointSix = "midpoint-6"
    }

    /// What a rate of nobody in a group is: a statement on everybody in it, or a figure like others.
    public enum Zero: String, CaseIterable, Codable, Hashable, Sendable { case hidden, shown }

    public static let usualThreshold = 10
    public static let thresholds = 2...1000

    /// k: fewer are not shown.
    public let threshold: Int
    public let rounding: Rounding
    public let zero: Zero
    /// The smallest count that is shown: k, or the first after it that is not rounded to less than k.
    public let lowest: Int

    /// - Parameter threshold: is taken to the nearest of ``thresholds``.
    public init(threshold: Int = Self.usualThreshold, rounding: Rounding = .five, zero: Zero = .hidden) {
        let threshold = min(max(threshold, Self.thresholds.lowerBound), Self.thresholds.upperBound)
        self.threshold = threshold
        self.rounding = rounding
        self.zero = zero
        lowest = (threshold...(threshold + 6)).first { rounding.rounded($0) >= threshold } ?? threshold
    }

    /// What a hidden part adds to a total: of two of them that are k together, the total is at least k.
    var standIn: Int {
        let half = (threshold + 1) / 2
        return rounding.rounded((half...(half + 6)).first { 2 * rounding.rounded($0) >= threshold } ?? threshold)
    }

    /// Why a figure is not there.
    public var reason: Remark { .hiddenFew(below: lowest) }

    /// What a receipt says of it.
    public var remark: Remark {
        switch rounding {
        case .five: .roundedToFive(below: lowest)
        case .midpointSix: .roundedToMidpoint(below: lowest)
        }
    }
}

extension DisclosurePolicy.Rounding {
    /// `count` as it is shown, were it large enough; 0 stays 0.
    public func rounded(_ count: Int) -> Int {
        guard count > 0 else { return 0 }
        return switch self {
        case .five: (count + 2) / 5 * 5
        case .midpointSix: (count - 1) / 6 * 6 + 3
        }
    }
}

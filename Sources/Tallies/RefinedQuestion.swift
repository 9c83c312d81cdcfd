/// A question that says more of a few things than how many they are: which these are is known once all have been counted, and
/// only of them the rest is counted, in a second round.
public protocol RefinedQuestion: TalliedQuestion {
    associatedtype Chosen: Codable, Hashable, Sendable

    /// Of what to count more, where `tally` is the whole of the first round.
    func chosen(from tally: Counts) -> Chosen
}

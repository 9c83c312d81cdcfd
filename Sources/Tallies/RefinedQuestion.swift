/// A question that says more of a few things than how many they are: which these are is known once all have been counted, and
/// only of them the rest is counted, in a second round.
public protocol RefinedQuestion: TalliedQuestion {
    associatedtype Chosen: Codable, Hashable, Sendable
    associatedtype Details: Tally

    /// Of what to count more, where `tally` is the whole of the first round.
    func chosen(from tally: Counts) -> Chosen

    /// The tally with what was counted of what was chosen.
    func refined(_ tally: Counts, with details: Details) -> Counts
}

public import JourneyModel

/// What was counted of some of the people for one question, by names and times and never by an index's own codes: it can be
/// added to what was counted of others, written down, and read by another machine.
///
/// Adding up is exact: in any order, over any parts of the people, the sum is the tally of all of them.
public protocol Tally: Codable, Hashable, Sendable {
    mutating func add(_ other: Self)
}

/// A question whose answer follows from a tally, whoever counted it: an index, the two halves of one, or a server.
public protocol TalliedQuestion: Question {
    associatedtype Counts: Tally

    /// The answer to what `tally` is the whole of. Pure: equal tallies have equal answers, to the last digit.
    func answer(from tally: Counts) -> Answer
}

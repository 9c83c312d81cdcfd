import JourneyModel

/// A group of people that a figure counts, and what it is narrowed by.
struct GroupBehind: Hashable, Sendable {
    var group: SubjectGroup
    var narrowing: [Filter]
}

/// Whom a list names.
enum SubjectName: Hashable, Sendable {
    /// By code.
    case person(Int32)
    case `case`(Int32)
    /// A person in a store whose events know none, by code.
    case stranger(Int32)
    case nobody
}

/// Where the events of one subject lie.
enum SubjectPlace: Sendable {
    case rows(Range<Int>)
    /// A case whose events lie among those of others: its place in `ScatteredCases.cases`.
    case scattered(Int)
    case none
}

/// Why a subject is in a group. What the codes and times are depends on the group; `SubjectWhy` knows it.
struct SubjectReason: Sendable {
    /// When it happened; of several times the latest.
    var at: Int64
    var first: Int32 = -1
    var second: Int32 = -1
    /// What came before.
    var before: Int64 = .min
    /// How often it happened, of how many times.
    var count = 1
    var total = 1
}

/// One subject of a group.
struct SubjectMember: Sendable {
    let name: SubjectName
    let place: SubjectPlace
    private(set) var reason: SubjectReason

    init(_ name: SubjectName, _ place: SubjectPlace, _ reason: SubjectReason) {
        self.name = name
        self.place = place
        self.reason = reason
    }

    /// Takes in another reason why the same subject is in the group.
    mutating func add(_ other: SubjectReason) {
        let (count, total) = (reason.count + other.count, reason.total + other.total)
        if other.at >= reason.at { reason = other }
        (reason.count, reason.total) = (count, total)
    }
}

/// Whom to erase.
public struct ErasureRequest: Hashable, Sendable {
    /// Ids of persons; every id that is one with them (D26) is meant too.
    public var people: [String]
    /// Cases whose events are to go, whosever they are.
    public var cases: [String]

    public init(people: [String], cases: [String] = []) {
        self.people = people
        self.cases = cases
    }
}

/// Somebody is to be erased whom the store does not know: then nobody is.
public struct ErasureError: Error, Hashable, Sendable {
    public var people: [String]
    public var cases: [String]

    public var message: String {
        let names = people.map { "person '\($0)'" } + cases.map { "case '\($0)'" }
        let listed = names.prefix(ErasureError.mostListed).joined(separator: ", ")
        let more = names.count - ErasureError.mostListed
        return "the store knows no " + listed + (more > 0 ? " and \(more) more" : "")
    }

    public var hint: String {
        "nothing was erased; ids are told apart to the letter, and lists show pseudonyms: "
            + "cxm show people --names has the ids"
    }

    private static let mostListed = 5
}

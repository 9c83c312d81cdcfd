/// Among whose events a transaction was found.
enum Finder: Hashable, Sendable {
    /// A subject, all of whose transactions are found one after another.
    case subject(Int)
    /// A person who also has transactions elsewhere.
    case personElsewhere(Int32)
    /// A case of nobody, whose events lie scattered: it is a person of its own.
    case caseElsewhere(Int32)
    /// Nobody known: every transaction stands for a person of its own.
    case nobody
}

/// Who did something, by the value of the `actor` dimension, in capitals or small letters (D24, P6; project rule): a system, the
/// person of the event, or else staff, whom data name by role or by name.
public enum Actor: BitwiseCopyable, Sendable {
    case system, person, staff

    /// - Parameter name: the value of the dimension.
    public init(_ name: String) {
        let word = name.lowercased()
        self = word == "system" ? .system : Actor.persons.contains(word) ? .person : .staff
    }

    private static let persons: Set<String> = [
        "person", "citizen", "customer", "user", "client", "applicant", "resident", "self", "public",
    ]
}

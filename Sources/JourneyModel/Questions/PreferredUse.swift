/// Whether people use the channel that they prefer: of the persons with an event, by the channel that they say they
/// prefer, those whose last event was on it.
public struct PreferredUseResult: Hashable, Sendable {
    public struct Row: Hashable, Sendable {
        /// The value of `person.preferred_channel`.
        public var preferred: String
        /// Persons with an event in scope.
        public var people: Int
        /// Of these, those whose last event in scope was on the channel; capitals and small letters are one.
        public var lastOnIt: Int

        public init(preferred: String, people: Int, lastOnIt: Int) {
            self.preferred = preferred
            self.people = people
            self.lastOnIt = lastOnIt
        }
    }

    /// By the channel's name.
    public var rows: [Row]
    public var receipt: Receipt

    public init(rows: [Row], receipt: Receipt) {
        self.rows = rows
        self.receipt = receipt
    }
}

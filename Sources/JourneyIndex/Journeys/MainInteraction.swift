/// The event that decides the channel of a transaction (D13), while its events pass in the order of D1: what was submitted,
/// else what the person did last. A decision by letter, a notice, or what staff or a system do never decides, unless there is
/// nothing else: then the last thing done with or for the person does, and never what was sent to them.
struct MainInteraction: Sendable {
    /// What an event has to say; of equal ones the last is heard.
    enum Weight: UInt8, Comparable, Sendable {
        /// Outbound, or on no known channel.
        case none
        /// By staff or a system.
        case handled
        case own
        case submission

        @inline(__always)
        static func < (left: Weight, right: Weight) -> Bool { left.rawValue < right.rawValue }
    }

    /// Nothing has decided yet: -1.
    private(set) var row = -1
    private(set) var channel: Int32 = -1
    private var weight = Weight.none

    @inline(__always)
    mutating func take(_ index: Int, _ meaning: ServiceRules.Meaning, _ events: JourneyEvents) {
        let weight = events.weight(of: index, meaning)
        if weight == .none || weight < self.weight { return }
        self.weight = weight
        row = index
        channel = events.channel[index]
    }
}

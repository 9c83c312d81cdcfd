public import JourneyModel

/// Riverbend: an invented town whose services are simulated from a seed, so that every screen has something to find.
/// What was planted, and where it shows, is listed in docs/DEMO.md. Nothing in it describes a real place or person.
///
/// The same people, seed and last day give the same records, byte for byte, on every machine: chance is drawn in whole
/// numbers from a generator of the module's own. A person's records depend on the seed and the person's number only,
/// so a small town is the beginning of a larger one.
public struct DemoTown: Sendable {
    /// 2025-12-31, the day on which the stories in docs/DEMO.md end.
    public static let defaultLastDay = CivilDate(daysSinceEpoch: 20_453)

    public var people: Int
    public var seed: UInt64
    /// The last of the two years; nothing happens after it.
    public var lastDay: CivilDate

    public init(people: Int = 20_000, seed: UInt64 = 2014, lastDay: CivilDate = DemoTown.defaultLastDay) {
        self.people = max(0, people)
        self.seed = seed
        self.lastDay = lastDay
    }

    /// Hands every record of the town to `sink`: declarations first, then person by person, costs last. Within a
    /// person, and over all, events are in no order of time.
    /// - Parameter progress: called with the share of people done, 0…1, about a hundred times.
    /// - Throws: only what the sink throws.
    public func emit(into sink: any RecordSink, progress: (Double) -> Void) throws {
        let calendar = TownCalendar(lastDay: lastDay)
        let writer = TownWriter(sink: sink, calendar: calendar)
        try writer.declare()
        let seasons = Seasons(calendar: calendar)
        let step = max(1, people / 100)
        for number in 0..<people {
            var life = Life(number: number, seed: seed, calendar: calendar, seasons: seasons, writer: writer)
            try life.unfold()
            if number % step == 0 { progress(Double(number) / Double(people)) }
        }
        try writer.writeCosts()
        progress(1)
    }
}

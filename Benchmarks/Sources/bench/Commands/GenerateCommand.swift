import ArgumentParser

/// `bench generate`: files of any size to import.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Makes up journeys of people through twelve services on eight channels, and writes them as CSV.",
        discussion: "The same number of events and the same seed give the same file on every machine."
    )

    @Argument(help: "The file of events to write.") var file: String
    @Option(help: "How many events.") var events = 1_000_000
    @Option(help: "Another seed, other journeys.") var seed: UInt64 = 1
    @Option(help: "The file of people to write.") var people: String?

    func validate() throws {
        guard (1...2_000_000_000).contains(events) else { throw ValidationError("--events: from 1 to 2,000,000,000") }
    }

    func run() throws {
        var journeys = Journeys(events: events, seed: seed)
        if let people { try write(people: journeys.people, to: people) }
        try write(&journeys)
    }

    private func write(_ journeys: inout Journeys) throws {
        var csv = try CSVFile(
            path: file,
            columns: [
                "event_id", "person_id", "ts", "channel", "touchpoint", "service", "outcome", "region", "duration_ms",
                "cost_pence",
            ]
        )
        var number: Int64 = 0
        while let event = journeys.next() {
            csv.field(number)
            csv.field(Int64(event.person), prefix: "P", digits: 8)
            csv.field(event.time)
            csv.field(Town.channels[Int(event.channel)].name)
            csv.field(event.touchpoint)
            csv.field(Town.services[Int(event.service)])
            csv.field(Town.outcomes[Int(event.outcome)])
            csv.field(Town.regions[Int(event.region)])
            csv.field(Int64(event.duration))
            csv.field(Int64(event.cost))
            try csv.endRow()
            number += 1
        }
        try csv.finish()
    }

    private func write(people: Int, to path: String) throws {
        var csv = try CSVFile(path: path, columns: ["person_id", "preferred_channel", "region", "consent"])
        for person in 0..<people {
            let traveller = Traveller(person: person, seed: seed, most: 1)
            csv.field(Int64(person), prefix: "P", digits: 8)
            csv.field(traveller.preferredChannel)
            csv.field(Town.regions[Int(traveller.region)])
            csv.field(traveller.hasConsented ? "true" : "false")
            try csv.endRow()
        }
        try csv.finish()
    }
}

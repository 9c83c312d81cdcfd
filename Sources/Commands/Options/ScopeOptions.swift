import ArgumentParser
import JourneyFormats
import JourneyModel

/// What a question is about; the same on every view.
struct ScopeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("First day, or a time. 2025-10, 2025-Q4 and 2025 mean their first day.", valueName: "date")
    )
    var from: String?

    @Option(
        help: ArgumentHelp(
            "Last day, which is part of the range, or a time, which is not. 2025-12, 2025-Q4 and 2025 mean their last day.",
            valueName: "date"
        )
    )
    var to: String?

    @Option(
        name: .customLong("where"),
        help: ArgumentHelp(
            "Only these: channel=web,app or channel!=post, person.region=north. May be given several times: all must hold.",
            valueName: "dimension=value"
        )
    )
    var conditions: [String] = []

    @Option(help: ArgumentHelp("What is counted. Default: person where the store knows persons, else case."))
    var unit: CountingUnit?

    @Option(help: ArgumentHelp("Only what was known then; a date means its end.", valueName: "time"))
    var asOf: String?

    @Option(help: ArgumentHelp("Time zone of days and months: Europe/London, +02:00. Default: UTC.", valueName: "zone"))
    var zone: String?

    @OptionGroup var publicity: PublicOption

    /// - Parameter usual: the zone where none is given; nil: UTC.
    /// - Throws: `ParsingError` and `ImportError` (for the zone) where an option cannot be read.
    func scope(zone usual: Zone? = nil) throws -> Scope {
        let zone = try zone.map { try Zone.named($0) } ?? usual ?? .utc
        return Scope(
            range: try TimeRange(parsingFrom: from, to: to, in: zone),
            filters: try conditions.map { try Filter(parsing: $0) },
            unit: unit,
            asOf: try asOf.map { try Timestamp(parsingAsOf: $0, in: zone) },
            zone: zone
        )
    }
}

import ArgumentParser
import JourneyFormats
import JourneyModel

/// What a question is about; the same on every view.
struct ScopeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "First day, or a time. 2025-10, 2025-Q4, 2025 and last week mean their first day; also 31/12/2025, 31 Dec 2025, Q4.",
            valueName: "date"
        )
    )
    var from: String?

    @Option(
        help: ArgumentHelp(
            "Last day, which is part of the range, or a time, which is not. 2025-12, 2025-Q4, 2025 and last week mean their last day.",
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

    /// - Parameters:
    ///   - usual: the zone where none is given; nil: UTC.
    ///   - endOfData: by which periods like `last week` are told (`scope(zone:of:)`).
    /// - Throws: `ParsingError` and `ImportError` (for the zone) where an option cannot be read.
    func scope(zone usual: Zone? = nil, endOfData: Timestamp? = nil) throws -> Scope {
        let zone = try zone.map { try Zone.named($0) } ?? usual ?? .utc
        return Scope(
            range: try TimeRange(parsingFrom: from, to: to, in: zone, endOfData: endOfData),
            filters: try conditions.map { try Filter(parsing: $0) },
            unit: unit,
            asOf: try asOf.map { try Timestamp(parsingAsOf: $0, in: zone) },
            zone: zone
        )
    }

    /// Says what is wrong with the options before a large store is read.
    func check() throws { _ = try scope(endOfData: Timestamp(milliseconds: 0)) }

    /// As above; periods that are told by the end of the data are told by that of `analyst`, which is asked for nothing else.
    func scope(zone usual: Zone? = nil, of analyst: any JourneyAnalyst) async throws -> Scope {
        try scope(zone: usual, endOfData: try await analyst.endOfData(forPeriods: [from, to]))
    }

    var movesWithData: Bool { [from, to].contains { $0.map(TimeRange.movesWithData) ?? false } }
}

extension JourneyAnalyst {
    /// When the data end, where one of the texts is a period that is told by that; else nil, and nothing is asked.
    func endOfData(forPeriods texts: [String?]) async throws -> Timestamp? {
        guard texts.contains(where: { $0.map(TimeRange.movesWithData) ?? false }) else { return nil }
        return try await answer(CatalogQuestion()).last
    }
}

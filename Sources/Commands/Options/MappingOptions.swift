import ArgumentParser
import JourneyFormats

/// What the columns of a table mean.
struct MappingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A file that says which column is which; options below overrule it.",
            valueName: "mapping.toml"
        )
    )
    var map: String?

    @Option(
        help: ArgumentHelp(
            "FIELD is person, case, time, end, touchpoint, channel, service, outcome, event_id, direction, cost, duration, "
                + "purpose, session, variant, or any name of your own (person.NAME for a trait). date+clock is two columns.",
            valueName: "field=column"
        )
    )
    var column: [String] = []

    @Option(help: ArgumentHelp("The same value for every row.", valueName: "field=value"))
    var set: [String] = []

    @Option(help: ArgumentHelp("A column to leave out.", valueName: "column"))
    var drop: [String] = []

    @Option(help: ArgumentHelp("A word that stands for no value, such as NA.", valueName: "word"))
    var missing: [String] = []

    @Option(help: "What becomes of columns that no field names.")
    var unmapped: Mapping.Unmapped?

    @Option(help: "Text encoding of the file. Default: utf-8.")
    var encoding: TextEncoding?

    @Option(help: ArgumentHelp("How times are written, such as 'dd/MM/yyyy HH:mm'.", valueName: "format"))
    var timeFormat: String?

    @Option(help: ArgumentHelp("Time zone of times that have none: Europe/London, +02:00.", valueName: "zone"))
    var zone: String?

    @Option(help: ArgumentHelp("Lines above the names of the columns. Default: found.", valueName: "n"))
    var skip: Int?

    @Option(help: ArgumentHelp("Rows right below the names that are none. Default: found.", valueName: "n"))
    var skipBelow: Int?

    @Option(help: ArgumentHelp("What stands before decimals: . or a comma.", valueName: "mark"))
    var decimal: DecimalMark?

    @Option(help: ArgumentHelp("What bare lengths of time count: ms, s, min, h or d.", valueName: "field=unit"))
    var unit: [String] = []

    @Option(help: ArgumentHelp("The scale of ratings: 1..5, 0..10 or percent.", valueName: "field=scale"))
    var scale: [String] = []

    /// - Throws: `ImportError` where the file or an option cannot be read.
    func mapping() throws -> Mapping {
        var given = Mapping()
        for argument in column { try given.addColumn(argument) }
        for argument in set { try given.addConstant(argument) }
        for argument in unit { try given.addUnit(argument) }
        for argument in scale { try given.addScale(argument) }
        for (lines, option) in [(skip, "--skip"), (skipBelow, "--skip-below")] {
            guard let lines, !Mapping.linesToSkip.contains(lines) else { continue }
            throw ImportError(
                "\(option) \(lines): not a number of lines",
                hint: "From 0 to \(Mapping.linesToSkip.upperBound)"
            )
        }
        given.skip = skip
        given.skipBelow = skipBelow
        given.decimal = decimal
        given.dropped = drop
        given.missing = missing
        given.unmapped = unmapped
        given.encoding = encoding
        given.timeFormat = timeFormat
        given.zone = zone
        return try map.map { try Mapping(contentsOfFile: $0).overruled(by: given) } ?? given
    }
}

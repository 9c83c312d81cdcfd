import JourneyModel

/// How the times and numbers in the columns of one file are read.
struct ColumnTimes {
    let fileName: String
    let mapping: Mapping
    let sample: TableSample
    private let zone: Zone?

    /// - Throws: `ImportError` for a zone that does not exist.
    init(_ mapping: Mapping, sample: TableSample, fileName: String) throws {
        self.fileName = fileName
        self.mapping = mapping
        self.sample = sample
        zone = try mapping.zone.map(Zone.named)
    }

    /// How the times of `column` are read: as the mapping says, else as the sample shows.
    ///
    /// - Throws: `ImportError` where the sample leaves it open, or needs a zone and none is given.
    func parser(column: String) throws -> TimestampParser {
        if let name = mapping.timeFormat { return TimestampParser(format: try TimeFormat(named: name), zone: zone) }
        let values = (sample.profile(column)?.values ?? []).filter { !mapping.missing.contains($0) }
        switch TimeDetection.find(values) {
        case .format(let format, let needsZone):
            if needsZone, zone == nil { throw withoutZone(column: column, example: values.first, line: nil) }
            return TimestampParser(format: format, zone: zone)
        case .ambiguous(let formats):
            let names = formats.map { "'\($0.name)'" }
            throw ImportError(
                "\(fileName): the times in column \"\(column)\" (such as \"\(values.first ?? "")\") read as "
                    + names.joined(separator: " and as ") + "; day and month could be either way round",
                hint: "Say which: --time-format \(names.joined(separator: " or --time-format "))"
            )
        case .none:
            guard let example = values.first else { return TimestampParser(format: .iso8601, zone: zone) }
            throw ImportError(
                "\(fileName): the values in column \"\(column)\" (such as \"\(example)\") are no times of a known form",
                hint: "Say how to read them: --time-format PATTERN. \(TimePattern.help)"
            )
        }
    }

    /// The error for a time that cannot be placed.
    func withoutZone(column: String, example: String?, line: Int?) -> ImportError {
        let place = line.map { ", line \($0)" } ?? ""
        return ImportError(
            "\(fileName)\(place): the times in column \"\(column)\" (such as \"\(example ?? "")\") have no zone",
            hint: "Say which one they are in, for example --zone Europe/Amsterdam or --zone UTC"
        )
    }
}

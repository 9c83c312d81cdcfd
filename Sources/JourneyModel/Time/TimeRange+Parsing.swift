extension TimeRange {
    /// Reads the ends as a person gives them (``GivenTime``). A date stands for the whole day in `zone`, a month, quarter or year
    /// for all of it: from its beginning, and to its end (`to 2025-12-31` includes the 31st, `to 2025-12` all of December).
    /// A time as the end is not part of the range.
    ///
    /// - Parameter endOfData: by which `last week` and a `Q4` without its year are told.
    /// - Throws: `ParsingError` where an end cannot be read, or the range would be empty.
    public init(
        parsingFrom from: String?,
        to: String?,
        in zone: Zone,
        endOfData: Timestamp? = nil
    ) throws(ParsingError) {
        self.init()
        if let from { self.from = try GivenTime(parsing: from).range(in: zone, endOfData: endOfData).from }
        if let to { self.to = try GivenTime(parsing: to).range(in: zone, endOfData: endOfData).to }
        if let start = self.from, let end = self.to, start >= end {
            throw ParsingError(
                message: "the range from '\(from ?? "")' to '\(to ?? "")' is empty",
                hint: "--from must lie before --to"
            )
        }
    }

    /// Whether what was typed can be read only where it is known when the data end: `last week`, `Q4`.
    public static func movesWithData(_ text: String) -> Bool {
        (try? GivenTime(parsing: text)).map(\.movesWithData) ?? false
    }
}

extension Timestamp {
    /// Reads what was known when: a time as it stands; a date, month or year means its last instant in `zone`.
    ///
    /// - Throws: `ParsingError` where it is neither.
    public init(parsingAsOf text: String, in zone: Zone) throws(ParsingError) {
        guard let end = try GivenTime(parsing: text).asOf(in: zone) else { throw GivenTime.noTime(text) }
        self = end
    }
}

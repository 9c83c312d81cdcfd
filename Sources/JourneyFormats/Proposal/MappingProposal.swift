public import JourneyModel

/// What a table without a mapping could mean: found from its header and a sample of its rows, to be looked at. It is used
/// only where somebody says so.
public struct MappingProposal: Hashable, Sendable {
    /// A column that is a field.
    public struct Guess: Hashable, Sendable {
        public var field: String
        public var column: String
        /// Why: what the name or the values say.
        public var reason: String
        /// 1 to 3: could be, likely, hardly anything else.
        public var sureness: Int
    }

    /// A time of a wide row, which is an event of its own.
    public struct Event: Hashable, Sendable {
        public var touchpoint: String
        public var time: String
        /// The column of the day, where `time` holds clock times.
        public var day: String?
    }

    /// A field that is left to whoever knows.
    public struct Open: Hashable, Sendable {
        public var field: String
        public var columns: [String]
        public var why: String

        init(_ field: String, _ columns: [String], _ why: String) {
            self.field = field
            self.columns = columns
            self.why = why
        }
    }

    /// How times are written and in which zone; nil: not known, or each says its own.
    public struct Time: Hashable, Sendable {
        /// One, or a day and a clock time.
        public var columns: [String] = []
        public var format: String?
        public var zone: String?
        /// The forms that read the values alike, with day and month either way round.
        public var eitherFormat: [String] = []
        /// Times without a zone: an import needs `--zone`.
        public var needsZone = false
    }

    /// Words of a column that a rule needs as others.
    public struct ValueMap: Hashable, Sendable {
        public var column: String
        public var words: [NamedValue]
    }

    public internal(set) var rows: ProposedRows
    /// What speaks for that kind of rows.
    public internal(set) var rowsReason: String
    /// One for each field that was found, in the order of the fields.
    public internal(set) var guesses: [Guess] = []
    /// Fields with one value for every row.
    public internal(set) var constants: [NamedValue] = []
    public internal(set) var time = Time()
    public internal(set) var events: [Event] = []
    /// A visitor's id beside the person's.
    public internal(set) var visitor: String?
    /// Words that stand for no value somewhere; offered, as they may be values.
    public internal(set) var missing: [String] = []
    public internal(set) var valueMaps: [ValueMap] = []
    /// Numbers are written with a decimal comma.
    public internal(set) var hasDecimalComma = false
    /// Lines above the header.
    public internal(set) var skip = 0
    public internal(set) var unsure: [Open] = []
    /// What else the user should know.
    public internal(set) var notes: [String] = []
    /// Columns that nothing is guessed for: those that would be dimensions, and those kept as attributes.
    public internal(set) var dimensions: [String] = []
    public internal(set) var attributes: [String] = []
    /// Samples of each column's values, in the order of the columns.
    public internal(set) var samples: [NamedList] = []
    /// The first rows as they would be stored: names of fields, and values by row.
    public internal(set) var preview = Preview()
    /// The guesses as a mapping.
    public internal(set) var mapping: Mapping

    public struct NamedList: Hashable, Sendable {
        public var name: String
        public var values: [String]
    }

    public struct Preview: Hashable, Sendable {
        public var fields: [String] = []
        public var rows: [[String]] = []
    }

    /// The column that is `field`.
    public func column(_ field: String) -> String? { guesses.first { $0.field == field }?.column }

    /// A column of which each row has a value of its own, where a row tells of several events: by it they are known when they
    /// come again.
    public internal(set) var rowID: String?
    /// A column of months, quarters or years that is both ends of a cost's span.
    public internal(set) var period: String?

    /// Whether only a mapping file can say all of it: options cannot.
    public var needsFile: Bool {
        rows == .wide || time.columns.count > 1 || !valueMaps.isEmpty || hasDecimalComma || visitor != nil
            || period != nil
    }

    /// The mapping that an import reads by: what `toml` says.
    ///
    /// - Throws: `ImportError` where a mapping cannot say it.
    public func whole() throws -> Mapping { try Mapping(toml: toml, name: "the proposal") }

    /// Fields that such rows must have and that nothing was found for.
    public var lacking: [String] {
        guard let kind = rows.kind else { return [] }
        if rows == .wide { return [] }
        let named = Set(guesses.map(\.field)).union(constants.map(\.name))
        return kind.required.filter { !named.contains($0) && !(field($0) && !time.columns.isEmpty) }
    }

    private func field(_ name: String) -> Bool {
        name == "time" || rows == .costs && (name == "from" || name == "to")
    }
}

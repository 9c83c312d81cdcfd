import JourneyModel

/// What an index consists of: which state of which store it is of, how many rows its columns have, and the checksums by
/// which they are known to be whole. It is small, is written anew with every change, and takes effect by being renamed.
struct IndexManifest: Sendable {
    /// One column: its file, its width in bytes, the number of its values, and a sum for each block.
    struct Column: Sendable {
        var id: ColumnID
        var file: String
        var width: Int
        var count: Int
        var sums: [UInt64]

        /// In bytes. A number that makes no sense is larger than any file.
        var size: Int {
            let (size, isTooLarge) = count.multipliedReportingOverflow(by: width)
            return isTooLarge || count < 0 ? .max : size
        }
    }

    /// A dimension of events, or a trait.
    struct Dimension: Sendable {
        var name: String
        /// By code, as answers call them (`Dimension.shown`); empty where a code was never used.
        var values: [String]
        /// How many events (persons, cases) have each value; the first is how many have none.
        var counts: [Int]
    }

    var stamp = StoreStamp(store: 0, generation: 0, state: 0)
    /// Folder of the columns.
    var folder: String
    /// The unit by which events lie together: persons, or cases where no event has a person.
    var unit: CountingUnit = .person
    /// The number of the last event in the store; events above it are not in the index.
    var lastEvent: Int64 = 0
    /// Events in the index that count; more rows are there, of slots that have been replaced.
    var events = 0
    var slots = 0
    /// Slots that have been replaced, or hold events of nobody: their bits are set.
    var dead: [UInt64] = []
    /// Rows of events that belong to no subject.
    var loose: [Range<Int>] = []
    var columns: [Column] = []
    var dimensions: [Dimension] = []
    var personTraits: [Dimension] = []
    var caseTraits: [Dimension] = []
    /// Codes in use: one more than the highest.
    var people = 0
    var cases = 0
    var sessions = 0
    /// Subjects of `unit` that an event has.
    var subjects = 0
    /// Parts to the unit that costs are kept in; 0: as floating-point numbers.
    var costScale: Int64 = 0
    var first: Int64?
    var last: Int64?
    var reach = DataReach()
    /// Ids that another one stands for (D26).
    var aliases: [MergedID] = []
    var roles: [JourneySnapshot.RoleDeclaration] = []
    var channelKinds: [String: Channel.Kind] = [:]
    /// What somebody has declared: applied when the index is opened, and to no column.
    var declared: Declared?
    var isDemo = false
    var records: [RecordKind: Records] = [:]

    /// What there is of one table beside the events.
    struct Records: Sendable {
        var count = 0
        /// The number in the store of the last row that was looked at.
        var lastRow: Int64 = 0
        /// The text of each code.
        var texts: [RecordField: [String]] = [:]
    }

    init(folder: String) {
        self.folder = folder
    }

    func column(_ id: ColumnID) -> Column? { columns.first { $0.id == id } }

    /// Rows of the columns of events, those that do not count any more included.
    var rows: Int { column(.time)?.count ?? 0 }
}

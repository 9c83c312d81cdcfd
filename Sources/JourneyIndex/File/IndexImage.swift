public import JourneyModel
import Synchronization

/// An index opened for reading: columns of one state of a store, in files that are mapped or in memory.
///
/// What is damaged is found when it is first read. The question then goes on over zeros, and must be asked again of an
/// index made anew: whoever asks looks at `fault` before believing an answer.
public final class IndexImage: Sendable {
    let manifest: IndexManifest
    private let columns: [ColumnID: StoredColumn]
    private let found = Mutex<IndexFault?>(nil)

    init(_ manifest: IndexManifest, columns: [ColumnID: StoredColumn]) {
        self.manifest = manifest
        self.columns = columns
    }

    /// The state of the store that it is of.
    public var stamp: StoreStamp { manifest.stamp }
    /// The number of the last event of the store that it knows.
    public var lastEvent: Int64 { manifest.lastEvent }
    public var events: Int { manifest.events }
    /// The store is of made-up data.
    public var isDemo: Bool { manifest.isDemo }
    /// Codes in use: one more than the highest.
    public var people: Int { manifest.people }
    public var cases: Int { manifest.cases }
    public var sessions: Int { manifest.sessions }

    /// The number in the store of the last record of a table beside the events that it knows.
    public func lastRecord(of kind: RecordKind) -> Int64 { manifest.records[kind]?.lastRow ?? 0 }

    /// What is wrong with it, as far as anybody has looked: also what has become of a file since it was checked.
    public var fault: IndexFault? {
        if let fault = found.withLock({ $0 }) { return fault }
        guard let changed = columns.values.first(where: { !$0.isStillWhole }) else { return nil }
        return note(changed.id)
    }

    private func note(_ id: ColumnID) -> IndexFault {
        found.withLock { found in
            let fault = found ?? .damaged("column \(id.fileName) has been changed")
            found = fault
            return fault
        }
    }

    /// Whether a file has more than counts: an import is at work on it, or was cut off.
    var hasLongerFiles: Bool { columns.values.contains { ($0.owner as? MappedFile)?.isLonger == true } }

    /// The column, its bytes checked; nil where the index has none, or it is damaged.
    func column(_ id: ColumnID) -> StoredColumn? {
        guard let column = columns[id] else { return nil }
        if column.isWhole { return column }
        _ = note(id)
        return nil
    }

    func codes(_ id: ColumnID, count: Int) -> CodeColumn {
        guard let column = column(id), column.count == count, let base = column.bytes.baseAddress else {
            return CodeColumn(absent: count)
        }
        return CodeColumn(width: column.width, count: count, bytes: base, owner: column.owner)
    }

    /// A column of values that are as wide as `Element`; zeros where it is damaged, nil where there is none.
    func values<Element: BitwiseCopyable & Sendable & ExpressibleByIntegerLiteral>(
        _ id: ColumnID,
        as type: Element.Type
    ) -> Column<Element>? {
        guard let known = columns[id] else { return nil }
        guard let column = column(id) else {
            return Column(count: known.count) { $0.initialize(repeating: 0) }
        }
        return Column(values: column.bytes.bindMemory(to: Element.self), owner: column.owner)
    }
}

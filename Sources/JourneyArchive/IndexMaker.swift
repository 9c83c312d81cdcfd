import JourneyIndex
import JourneyModel
import JourneyStore
import Threads

/// Makes an index from what a store holds, or brings one up to date.
///
/// The store is read a part at a time and let go between two parts, so that an import never has to wait for it: what the
/// import adds meanwhile is read as well.
struct IndexMaker {
    private let reader: StoreReader
    private let folder: IndexFolder?

    /// - Parameter folder: nil: in memory.
    init(_ reader: StoreReader, in folder: IndexFolder?) {
        self.reader = reader
        self.folder = folder
    }

    func anew(cancellation: Cancellation, progress: (Double) -> Void) throws -> IndexImage {
        for _ in 0..<IndexMaker.attempts {
            let (start, unit) = try reader.reading { (try $0.stamp(), try $0.unit()) }
            let builder = try IndexBuilder(in: folder, unit: unit)
            do {
                if let image = try finish(builder, nil, from: start, after: 0, cancellation, progress) { return image }
            } catch IndexFault.unfit {
                // The first persons came into a store of cases meanwhile.
            } catch IndexFault.unknownCode(let detail) {
                throw StoreError.damaged(path: reader.path, detail: "table events: \(detail)")
            }
        }
        throw StoreError.failed(path: reader.path, detail: "it changes faster than it can be read")
    }

    /// - Throws: `IndexFault.stale` where `older` is of another store, or of events that have changed.
    func upToDate(_ older: IndexImage, cancellation: Cancellation, progress: (Double) -> Void) throws -> IndexImage {
        guard case .appended(let last) = try reader.change(since: older.stamp), last == older.lastEvent else {
            throw IndexFault.stale
        }
        let builder = try IndexBuilder(over: older, in: folder)
        guard let image = try finish(builder, older, from: older.stamp, after: last, cancellation, progress) else {
            throw IndexFault.stale
        }
        return image
    }

    private static let attempts = 3

    /// Reads the events above `number`, then all else; nil where events that were read have changed since `start`.
    private func finish(
        _ builder: IndexBuilder,
        _ older: IndexImage?,
        from start: StoreStamp,
        after number: Int64,
        _ cancellation: Cancellation,
        _ progress: (Double) -> Void
    ) throws -> IndexImage? {
        var last = number
        while true {
            try cancellation.check()
            let tables = try reader.reading { reading -> IndexTables? in
                let end = try reading.lastEvent()
                if last < end {
                    let next = try take(reading, after: last, builder)
                    // A damaged table may name a last event that nobody comes to.
                    guard next > last else {
                        throw StoreError.damaged(path: reader.path, detail: "table events has no row \(end)")
                    }
                    last = next
                    progress(Double(last - number) / Double(max(1, end - number)))
                    return nil
                }
                // Where nothing but declarations came, nothing but them is read.
                let isDeclared = try older.map { try reading.hasOnlyDeclared(since: $0.stamp) } ?? false
                return try IndexTables(reading, knowing: older, changes: isDeclared ? [] : nil)
            }
            guard let tables else { continue }
            if start.store != 0, try reader.change(since: start) == .unknown { return nil }
            return try builder.finish(tables, cancellation: cancellation)
        }
    }

    /// One part of the events; the number of its last.
    private func take(_ reading: StoreReading, after number: Int64, _ builder: IndexBuilder) throws -> Int64 {
        var last = number
        do {
            try reading.events(after: number, blockSize: 1 << 18) { block in
                try builder.take(block)
                last = block.numbers.last ?? last
                throw EndOfPart()
            }
        } catch is EndOfPart {}
        return last
    }

    private struct EndOfPart: Error {}
}

extension IndexTables {
    /// Everything but events, of one moment of the store; of names and records only those that `known` does not have.
    ///
    /// - Parameter changes: what there is to read again besides names; nil: everything.
    init(_ reading: StoreReading, knowing known: IndexImage?, changes: ImportChanges? = nil) throws {
        let names = known.map { ($0.people, $0.cases, $0.sessions) } ?? (0, 0, 0)
        let people = try IndexTables.names(reading, .people, after: names.0)
        let cases = try IndexTables.names(reading, .cases, after: names.1)
        let sessions = try IndexTables.names(reading, .sessions, after: names.2)
        let limit = names.0 + people.count
        let readsTraits = known == nil || changes.map { !$0.isDisjoint(with: [.traits, .aliases, .values]) } ?? true
        self.init(
            stamp: try reading.stamp(),
            lastEvent: try reading.lastEvent(),
            reach: try reading.reach(),
            snapshot: try reading.tables(),
            people: limit,
            cases: names.1 + cases.count,
            sessions: names.2 + sessions.count,
            newPeopleNames: people,
            newCaseNames: cases,
            personTraits: readsTraits ? try reading.traits(of: .person) : nil,
            caseTraits: readsTraits ? try reading.traits(of: .case) : nil,
            records: try RecordKind.indexed.map { kind in
                try reading.records(kind, after: known?.lastRecord(of: kind) ?? 0, people: limit)
            },
            aliases: try reading.canonicalPeople()
        )
    }

    private static func names(
        _ reading: StoreReading,
        _ names: StoreReading.Names,
        after count: Int
    ) throws -> TextColumn {
        var column = TextColumn()
        try reading.names(of: names, after: count - 1) { column.append($0) }
        return column
    }
}

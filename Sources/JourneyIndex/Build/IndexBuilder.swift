public import JourneyModel

/// Makes an index, or brings one up to date: takes events as they are stored, and at the end puts those of each subject
/// together in the order of D1.
///
/// What is there already is not touched: the events of a subject that has new ones are written again, old and new
/// together, at the end of the columns, and the slot they had is dead from then on. An addition so costs what it touches;
/// once that is a good part of all there is, a new set of columns is written instead.
public final class IndexBuilder: StoredEventSink {
    let older: IndexImage?
    let folder: OpenIndexFolder?
    let staging: Staging
    private(set) var blocks: [StagedBlock] = []
    private(set) var unit: CountingUnit?
    /// Names of the dimensions of events, in the index's order.
    private(set) var dimensions: [String]
    /// By dimension, code + 1: how many of the new events have it.
    private(set) var counts: [[Int]]
    /// The highest codes of persons, cases and sessions that the new events have; -1 for none.
    private(set) var highest = (person: Int32(-1), caseID: Int32(-1), session: Int32(-1))
    private(set) var events = 0
    private(set) var costs = CostScale()
    private(set) var first: Int64?
    private(set) var last: Int64?
    /// The columns of events, where they were written before the rest is known.
    var arranged: IndexAssembly?
    private var hasPersons: Bool
    private var hasCases: Bool

    /// - Parameters:
    ///   - older: brought up to date; nil to begin anew.
    ///   - folder: where the index is to be; nil for memory.
    ///   - unit: persons where any event has one, else cases; nil where nobody knows yet: then the first events say.
    /// - Throws: `IndexFault.notWritable`.
    public init(over older: IndexImage? = nil, in folder: IndexFolder?, unit: CountingUnit? = nil) throws {
        self.older = older
        self.folder = try folder?.make()
        staging = Staging(folder: self.folder?.folder)
        let known = older.flatMap { $0.events > 0 ? $0.manifest : nil }
        self.unit = known?.unit ?? unit
        hasPersons = known.map { $0.unit == .person && $0.subjects > 0 } ?? false
        hasCases = known?.column(.caseID) != nil
        dimensions = older?.manifest.dimensions.map(\.name) ?? []
        counts = dimensions.map { _ in [] }
    }

    /// - Throws: `IndexFault.notWritable`.
    public func take(_ block: StoredEvents) throws {
        guard block.count > 0 else { return }
        let table = block.events
        hasPersons = hasPersons || table.person.contains { $0 >= 0 }
        hasCases = hasCases || table.caseID.contains { $0 >= 0 }
        if unit == nil { unit = rightUnit }
        let subjects = unit == .case ? table.caseID : table.person
        let places = table.dimensions.map { place(of: $0.name) }
        for (column, place) in zip(table.dimensions, places) { count(column.codes, place) }
        highest.person = max(highest.person, table.person.max() ?? -1)
        highest.caseID = max(highest.caseID, table.caseID.max() ?? -1)
        highest.session = max(highest.session, table.session.max() ?? -1)
        events += block.count
        costs.take(table.cost)
        extend(&first, &last, table.time)
        blocks.append(try StagedBlock(block, subjects: subjects, dimensions: places, into: staging))
    }

    /// - Throws: `IndexFault.unfit` where the older index cannot be brought up to date: make one anew.
    func checkFit(_ aliases: AliasTable) throws {
        // The first events may have said otherwise.
        if let unit, unit != rightUnit { throw IndexFault.unfit }
        for alias in older?.manifest.aliases ?? [] where aliases[alias.alias] != aliases[alias.person] {
            throw IndexFault.unfit
        }
    }

    /// Everything that asks an index takes its codes for places in lists.
    ///
    /// - Throws: `IndexFault.unknownCode`.
    func checkCodes(_ tables: IndexTables) throws(IndexFault) {
        for (kind, highest, count) in [
            ("person", highest.person, tables.people), ("case", highest.caseID, tables.cases),
            ("session", highest.session, tables.sessions),
        ] where Int(highest) >= count {
            throw .unknownCode("its events have \(kind) \(highest + 1), and there are names of \(count)")
        }
        for merged in tables.aliases {
            let highest = max(merged.alias, merged.person, merged.other)
            guard Int(highest) >= tables.people else { continue }
            throw .unknownCode("its aliases have person \(highest + 1), and there are names of \(tables.people)")
        }
        for (place, name) in dimensions.enumerated() {
            let values = tables.snapshot.events.dimensions.first { $0.name == name }?.values.count ?? 0
            let known = older.flatMap { place < $0.manifest.dimensions.count ? $0.manifest.dimensions[place] : nil }
            let used = max(counts[place].count, known?.counts.count ?? 0) - 1
            guard used > values else { continue }
            throw .unknownCode("its events have value \(used) of '\(name)', and there are \(values)")
        }
    }

    private var rightUnit: CountingUnit { hasPersons || !hasCases ? .person : .case }

    /// The place of the dimension called `name`, which is made if need be.
    @discardableResult
    func place(of name: String) -> Int {
        if let place = dimensions.firstIndex(of: name) { return place }
        dimensions.append(name)
        counts.append([])
        return dimensions.count - 1
    }

    private func count(_ codes: [Int32], _ place: Int) {
        let needed = Int(codes.max() ?? -1) + 2
        if counts[place].count < needed {
            counts[place] += Array(repeating: 0, count: needed - counts[place].count)
        }
        counts[place].withUnsafeMutableBufferPointer { counts in
            for code in codes { counts[Int(code) + 1] += 1 }
        }
    }

    private func extend(_ low: inout Int64?, _ high: inout Int64?, _ times: [Int64]) {
        guard let least = times.min(), let most = times.max() else { return }
        low = min(low ?? least, least)
        high = max(high ?? most, most)
    }
}

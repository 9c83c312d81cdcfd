import JourneyModel
import Synchronization
import Tallies

/// The index as the kernels read it: its rows of events in the index's own order, the dimensions there are, and what the
/// store holds besides.
final class EventSource: Sendable {
    let image: IndexImage
    /// Where this is a part of a store, what is true of the whole.
    let facts: StoreFacts?
    /// Dimensions of events first: touchpoint, channel, service, then the others by name; then traits of persons, of cases.
    let dimensions: [IndexedDimension]
    /// What somebody has declared of the store; nil where nobody has.
    let declared: Declared?
    /// The parts of touchpoints: what is declared, else what mappings say. In no order.
    let roles: [JourneySnapshot.RoleDeclaration]
    /// What mappings and declarations say of channels.
    private let channelKinds: [String: Channel.Kind]
    let reach: DataReach
    /// The first event of all.
    let begins: Timestamp?
    /// Codes in use of persons and cases: one more than the highest.
    let people: Int
    let cases: Int
    /// Who stands for whom (D26): records beside the events call persons as they were called when they came.
    let aliases: AliasTable
    /// Since when they do.
    let merges: IdentityMerges
    private let made = Mutex<[IndexedDimension.Place: CodeColumn]>([:])
    private let persons = Mutex<CodeColumn?>(nil)
    private let starts = Mutex<Column<UInt32>?>(nil)

    init(_ image: IndexImage, facts: StoreFacts?) {
        self.image = image
        self.facts = facts
        let manifest = image.manifest
        let declarations = manifest.declared?.declarations
        let events = EventSource.list(manifest.dimensions, facts?.eventValues, declarations) { .event($0) }
        dimensions =
            events + EventSource.list(manifest.personTraits, facts?.personTraits) { .person($0) }
            + EventSource.list(manifest.caseTraits, facts?.caseTraits) { .case($0) }
        declared = manifest.declared
        roles = EventSource.roles(facts.map { Array($0.roles) } ?? manifest.roles, declarations, events)
        channelKinds = EventSource.kinds(facts?.channelKinds ?? manifest.channelKinds, declarations)
        reach = facts?.reach ?? manifest.reach
        begins = facts.map(\.begins) ?? manifest.first.map { Timestamp(milliseconds: $0) }
        people = manifest.people
        cases = manifest.cases
        aliases = AliasTable(manifest.aliases)
        merges = IdentityMerges(manifest.aliases)
    }

    /// Dimensions as `dimensions` has them. What only other parts of the store know is here without values.
    private static func list(
        _ own: [IndexManifest.Dimension],
        _ whole: [String: Set<String>]?,
        _ declarations: Declarations? = nil,
        _ place: (Int) -> IndexedDimension.Place
    ) -> [IndexedDimension] {
        let first = [Dimension.touchpoint, Dimension.channel, Dimension.service]
        let others = Set((whole ?? [:]).keys).subtracting(own.map(\.name)).sorted()
        return (own + others.map { IndexManifest.Dimension(name: $0, values: [], counts: [0]) })
            .enumerated()
            .map { number, own in
                let same = declarations?.sameNames(own.name) ?? [:]
                return IndexedDimension(own, place: place(number), of: whole?[own.name], same: same)
            }
            .sorted { left, right in
                let (a, b) = (first.firstIndex(of: left.name) ?? 3, first.firstIndex(of: right.name) ?? 3)
                return (a, left.name) < (b, right.name)
            }
    }

    /// H of the definitions without an as-of time; nil where nothing says.
    var horizon: Timestamp? { reach.horizon }

    /// Rows of the columns of events, those included that do not count any more.
    var rows: Int { image.manifest.rows }
    /// Events that count.
    var count: Int { image.manifest.events }
    /// Whether anything in the store belongs to a case.
    var hasCases: Bool { facts?.hasCases ?? (cases > 0) }
    var isDemo: Bool { image.manifest.isDemo }

    /// The records of a table beside the events.
    func records(_ kind: RecordKind) -> RecordRows { RecordRows(kind, of: image, declared?.declarations) }

    /// What happened that readers of a chart should know: few, and of no person.
    var annotations: Set<AnnotationRecord> {
        Set(records(.annotations).all.compactMap { AnnotationRecord($0) })
            .union(declared?.declarations.annotationRecords ?? [])
    }

    /// Channels of which a mapping or a declaration said what they are, whether or not an event names them; in no order.
    var declaredChannels: [String] { Array(channelKinds.keys) }

    func kind(ofChannel name: String) -> Channel.Kind? { channelKinds[name] ?? Channel.kind(ofName: name) }

    var personTraits: [IndexedDimension] {
        dimensions.filter { if case .person = $0.place { true } else { false } }
    }

    /// - Throws: `AnalysisError.unknownDimension` with the nearest names.
    func dimension(_ name: String) throws(AnalysisError) -> IndexedDimension {
        if let known = dimensions.first(where: { $0.name == name }) { return known }
        throw .unknownDimension(name, suggestions: nearestNames(to: name, in: dimensions.map(\.name)))
    }

    /// The dimension of that name, or one without values where no event brought it.
    func dimensionIfAny(_ name: String) -> IndexedDimension? {
        dimensions.first { $0.name == name }
    }

    // MARK: Columns in the index's order

    var time: Column<Int64> { image.values(.time, as: Int64.self) ?? Column([]) }
    var recorded: Column<Int64>? { image.values(.recorded, as: Int64.self) }
    var sequence: Column<Int64>? { image.values(.sequence, as: Int64.self) }

    /// Nil where no event has one.
    var cost: CostColumn? {
        guard image.manifest.column(.cost) != nil else { return nil }
        let scale = image.manifest.costScale
        if scale > 0 { return CostColumn(codes(.cost), scale: scale) }
        guard let bits = image.values(.cost, as: Int64.self) else { return nil }
        return bits.values.withMemoryRebound(to: Double.self) { CostColumn(Column(values: $0, owner: bits.owner)) }
    }

    /// The number of the event in a row: the order of import.
    var numbers: (Int) -> Int64 {
        if let narrow = image.column(.number), narrow.width == 4 {
            let values = Column<UInt32>(values: narrow.bytes.bindMemory(to: UInt32.self), owner: narrow.owner)
            return { Int64(values[$0]) }
        }
        let values = image.values(.number, as: Int64.self)
        return { values?[$0] ?? 0 }
    }

    func codes(_ id: ColumnID) -> CodeColumn { image.codes(id, count: rows) }

    /// One a row: the event's own code, or that of the person or case it belongs to.
    func codes(of dimension: IndexedDimension) -> CodeColumn {
        switch dimension.place {
        case .event(let place):
            if let folded = dimension.folded {
                kept(dimension.place) { codes(.dimension(place)).renamed(folded, limit: dimension.values.count) }
            } else {
                codes(.dimension(place))
            }
        case .person: rowCodes(of: dimension, subjects: person, of: traitCodes(dimension))
        case .case: rowCodes(of: dimension, subjects: codes(.caseID), of: traitCodes(dimension))
        }
    }

    /// The codes of a trait, by person or case; shorter than there are of these where the last ones have none.
    func traitCodes(_ dimension: IndexedDimension) -> CodeColumn {
        switch dimension.place {
        case .event: CodeColumn(absent: 0)
        case .person(let place): trait(.personTrait(place))
        case .case(let place): trait(.caseTrait(place))
        }
    }

    private func trait(_ id: ColumnID) -> CodeColumn {
        image.codes(id, count: image.manifest.column(id)?.count ?? 0)
    }

    private func rowCodes(of dimension: IndexedDimension, subjects: CodeColumn, of codes: CodeColumn) -> CodeColumn {
        kept(dimension.place) {
            CodeColumn(count: rows, limit: dimension.values.count) { row in
                let subject = Int(subjects[row])
                return subject >= 0 && subject < codes.count ? codes[subject] : -1
            }
        }
    }

    /// A column that is made in memory when it is first asked for.
    private func kept(_ place: IndexedDimension.Place, _ make: () -> CodeColumn) -> CodeColumn {
        made.withLock { known in
            if let column = known[place] { return column }
            let column = make()
            known[place] = column
            return column
        }
    }

    /// The id by which each row calls its person (D26); -1 where it is the one that stands for the person.
    var ownPerson: CodeColumn { codes(.ownPerson) }

    /// The person of each row: the subject of its slot.
    var person: CodeColumn {
        guard image.manifest.unit == .person else { return CodeColumn(absent: rows) }
        return persons.withLock { known in
            if let known { return known }
            let codes = image.codes(.slotSubject, count: image.manifest.slots)
            let starts = slotStarts
            var slot = 0
            let column = CodeColumn(count: rows, limit: Int(Int32.max)) { row in
                while slot + 2 < starts.count, Int(starts[slot + 1]) <= row { slot += 1 }
                return codes[slot]
            }
            known = column
            return column
        }
    }

    /// Slot `s` has the rows `slotStarts[s] ..< slotStarts[s + 1]`.
    ///
    /// A copy, in order and of rows that there are: a mapped file may be cut at any moment, and kernels that were told
    /// different rows at two moments would read and write beyond their memory.
    var slotStarts: Column<UInt32> {
        starts.withLock { known in
            if let known { return known }
            let stored = image.values(.slotStart, as: UInt32.self) ?? Column([0])
            var last: UInt32 = 0
            let copy = Column<UInt32>(count: stored.count) { buffer in
                for slot in 0..<stored.count {
                    last = max(last, min(stored[slot], UInt32(clamping: rows)))
                    buffer[slot] = last
                }
            }
            known = copy
            return copy
        }
    }
}

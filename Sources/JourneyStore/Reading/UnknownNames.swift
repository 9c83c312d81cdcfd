internal import JourneyModel

/// Services and channels that records beside the events name and no event does, nor anybody declares: what such a preference, consent,
/// cost or rating says is of nobody (D14 to D17). Channels of preferences have a check of their own.
enum UnknownNames {
    /// A column that holds something else altogether would fill the page.
    private static let mostNamed = 5

    private static let places: [(kind: RecordKind, field: RecordField, dimension: String)] = [
        (.preferences, .preferenceService, Dimension.service), (.consents, .consentChannel, Dimension.channel),
        (.costs, .costService, Dimension.service), (.costs, .costChannel, Dimension.channel),
        (.feedback, .feedbackService, Dimension.service), (.feedback, .feedbackChannel, Dimension.channel),
    ]

    /// Nothing is unknown where no event has any.
    static func read(_ connection: OpaquePointer) throws -> [StoreSummary.Finding] {
        let declared = try DeclaredText.latest(connection)?.declared.declarations
        return try places.flatMap { place in
            let known = try names(connection, place.dimension, declared)
            return known.isEmpty ? [] : try findings(connection, place.kind, place.field, place.dimension, known)
        }
    }

    private static func names(
        _ connection: OpaquePointer,
        _ dimension: String,
        _ declared: Declarations?
    ) throws -> Set<String> {
        let rows = try RawStatement(
            connection,
            "SELECT v.value FROM dimension_values v JOIN dimensions d ON d.id = v.dimension WHERE d.name = ?1"
        )
        rows.bind(dimension, at: 1)
        var names: Set<String> = []
        while try rows.step() { names.insert(rows.text(0)) }
        for (other, name) in declared?.sameNames(dimension) ?? [:] where !names.isDisjoint(with: [other, name]) {
            names.formUnion([other, name])
        }
        return names
    }

    private static func findings(
        _ connection: OpaquePointer,
        _ kind: RecordKind,
        _ field: RecordField,
        _ dimension: String,
        _ known: Set<String>
    ) throws -> [StoreSummary.Finding] {
        // Channels are the same in capitals and small letters.
        func word(_ name: String) -> String { dimension == Dimension.channel ? name.lowercased() : name }
        let words = Set(known.map(word))
        let rows = try RawStatement(
            connection,
            "SELECT \(field.column), count(*) FROM \(kind.name) WHERE \(field.column) IS NOT NULL GROUP BY 1 ORDER BY 1"
        )
        var (unknown, all): ([(name: String, rows: Int)], Int) = ([], 0)
        while try rows.step() {
            let (name, count) = (rows.text(0), Int(rows.int(1)))
            all += count
            if !words.contains(word(name)) { unknown.append((name, count)) }
        }
        let sorted = unknown.sorted { (-$0.rows, $0.name) < (-$1.rows, $1.name) }
        var findings = sorted.prefix(mostNamed).map { one in
            StoreSummary.Finding(
                title: .recordsOfNobodysName(kind.name, dimension, one.name, among: known),
                count: one.rows,
                of: all
            )
        }
        let rest = sorted.dropFirst(mostNamed)
        if !rest.isEmpty {
            let count = rest.reduce(0) { $0 + $1.rows }
            findings.append(
                .init(title: .recordsOfMoreNames(kind.name, dimension, rest.count), count: count, of: all)
            )
        }
        return findings
    }
}

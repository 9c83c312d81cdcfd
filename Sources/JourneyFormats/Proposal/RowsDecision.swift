/// Finds out what the rows of a table are: points for and against each kind, and the words that say why.
struct RowsDecision {
    let rows: ProposedRows
    let reason: String
    /// What they could be nearly as well.
    let rival: ProposedRows?

    private static let least = 5.0
    private static let close = 0.6

    init(_ clues: TableClues) {
        guard clues.table.rows > 0 || !clues.table.columns.isEmpty else {
            self.init(.unknown, "there are no columns", nil)
            return
        }
        if let own = RowsDecision.named(clues) {
            self.init(own, "its columns are called as the fields of \(own.rawValue) are", nil)
            return
        }
        let subject = Subject(clues)
        let points: [(rows: ProposedRows, points: Double, reason: String)] = [
            RowsDecision.totals(clues, subject), RowsDecision.aliases(clues, subject),
            RowsDecision.costs(clues, subject),
            RowsDecision.consents(clues, subject), RowsDecision.preferences(clues, subject),
            RowsDecision.feedback(clues, subject), RowsDecision.communications(clues, subject),
            RowsDecision.people(clues, subject), RowsDecision.wide(clues, subject), RowsDecision.events(clues, subject),
        ]
        let order = points.enumerated().sorted {
            ($1.element.points, $0.offset) < ($0.element.points, $1.offset)
        }.map(\.element)
        guard let best = order.first, best.points >= RowsDecision.least else {
            self.init(.unknown, "neither names nor values speak for a kind of rows", nil)
            return
        }
        let rival = order.dropFirst().first {
            best.points - $0.points < RowsDecision.close && $0.points >= RowsDecision.least
        }
        // Where no case has a second row, several times in a row are its events, and there is nothing to follow else.
        if subject.moments.count > 1, subject.caseID?.isUnique == true,
            Set([best.rows, rival?.rows]) == [.wide, .events],
            let wide = points.first(where: { $0.rows == .wide })
        {
            self.init(.wide, wide.reason, nil)
            return
        }
        self.init(best.rows, best.reason, rival?.rows)
    }

    /// The kind whose fields are the names of the columns: all that it must have, and hardly any other.
    private static func named(_ clues: TableClues) -> ProposedRows? {
        let names = Set(clues.table.columns.map { $0.name.lowercased() })
        return [ProposedRows.costs, .consents, .preferences, .aliases].first { rows in
            guard let kind = rows.kind else { return false }
            return names.isSuperset(of: kind.required) && names.subtracting(kind.fields).count <= 1
        }
    }

    private init(_ rows: ProposedRows, _ reason: String, _ rival: ProposedRows?) {
        self.rows = rows
        self.reason = reason
        self.rival = rival
    }

    typealias Points = (rows: ProposedRows, points: Double, reason: String)

    /// What several kinds ask of.
    struct Subject {
        let caseID: ColumnValues?
        let person: ColumnValues?
        let touchpoint: ColumnValues?
        let traits: Int
        let calls: Int
        /// Moments of one request in a row, where it is so.
        let moments: [Lifecycle.Moment]
        let happens: Bool
        /// An id that is anything like one.
        let hasID: Bool

        init(_ clues: TableClues) {
            let caseID = clues.caseID
            let person = clues.person
            self.caseID = caseID
            self.person = person
            touchpoint = clues.best(.touchpoint, least: 72)
            traits =
                clues.table.columns.filter { $0.distinct.count > 1 && TableClues.traits.score($0.words) >= 80 }.count
            calls = clues.count(TableClues.call)
            moments = clues.lifecycle.events(isCall: calls >= 2)
            happens = clues.happens(to: caseID) || clues.happens(to: person) || clues.happens(to: clues.session)
            hasID = [caseID, person, clues.eventID, clues.session].contains {
                $0 != nil && $0?.isNumeric != true || $0?.isUnique == true
            }
        }

        var isRequest: Bool { moments.count >= 2 }
    }
}

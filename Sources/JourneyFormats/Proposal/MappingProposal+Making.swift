import JourneyModel

extension MappingProposal {
    /// Guesses from `sample`; what `given` says already is kept.
    ///
    /// - Parameter standard: what the format itself says; nil: names and values are all there is to go by.
    init(sample: TableSample, standard: Mapping?, given: Mapping) {
        var known = given
        let names = sample.columns.map(\.name)
        known.columns = given.columns.map { assignment in
            Mapping.Assignment(
                field: assignment.field,
                column: ColumnPlanner.resolve(assignment.column, among: names) ?? assignment.column
            )
        }
        let table = SampleTable(sample, given: Set(given.missing), dropped: Set(given.dropped))
        if let standard {
            mapping = standard.overruled(by: known)
            rows = .events
            rowsReason = "the format says what its keys mean"
            guesses = mapping.columns.map {
                Guess(field: $0.field, column: $0.column, reason: "standard key", sureness: 3)
            }
            missing = given.missing
            if let column = column("time").flatMap({ table[$0] }) { say(column.times, columns: [column.name], sample) }
        } else {
            let clues = TableClues(table)
            let decision = RowsDecision(clues)
            mapping = known
            rows = known.rows.flatMap(ProposedRows.init) ?? decision.rows
            rowsReason = known.rows == nil ? decision.reason : "given"
            if let rival = decision.rival, known.rows == nil {
                unsure.append(Open("rows", [], "they could also be \(rival.rawValue)"))
            }
            missing = given.missing + table.missing
            fill(clues, known, sample)
        }
        notes += sample.notes.map(\.text)
        skip = sample.linesAbove
        explain(sample)
        complete(table, sample)
    }

    private mutating func fill(_ clues: TableClues, _ known: Mapping, _ sample: TableSample) {
        let table = clues.table
        let calls = clues.count(TableClues.call)
        let moments = rows == .wide ? clues.lifecycle.events(isCall: calls >= 2) : []
        events = moments.map { Event(touchpoint: $0.touchpoint, time: $0.column.name, day: clues.lifecycle.day?.name) }
        let found = FieldAssignment(clues, rows: rows, moments: moments, given: known.columns)
        visitor = found.visitor?.name
        unsure += found.unsure
        let order = rows.kind?.fields ?? []
        if rows == .wide {
            rowID = found.matching.matches.first { $0.field == "case" && $0.column.isUnique }?.column.name
        }
        func place(_ field: String) -> Int { order.firstIndex(of: field) ?? order.count }
        guesses = found.matching.matches.map { Self.guess($0, table) }.sorted { place($0.field) < place($1.field) }
        if rows == .costs, let from = column("from").flatMap({ table[$0] }), from.isPeriod, column("to") == nil {
            period = from.name
        }
        if rows == .wide, let first = moments.first {
            say(first.column.times, columns: [], sample)
        } else {
            say(found.times, columns: found.time.map(\.name), sample)
        }
        if rows == .costs, mapping.zone == nil, !time.needsZone {
            // Days, months and years begin somewhere.
            time.needsZone = true
            unsure.append(Open("zone", time.columns, "the times have no zone"))
        }
        addConstants(table)
    }

    private static func guess(_ match: FieldMatching.Match, _ table: SampleTable) -> Guess {
        let column = match.column
        var reasons: [String] = []
        if match.score >= 200 {
            reasons = ["given"]
        } else {
            if match.score >= 60 { reasons.append("its name means \(match.field)") }
            switch match.field {
            case "time", "end", "recorded", "from", "to", "until":
                reasons.append(column.isTime ? "its values read as times" : "its values are months, quarters or years")
            case "person", "case", "session", "event_id", "alias":
                reasons.append(
                    column.isUnique
                        ? "one value a row" : "\(column.distinct.count) values in \(column.filled.count) rows"
                )
            case "cost", "amount", "score", "scale", "rank", "sequence": reasons.append("its values are numbers")
            case "comment": reasons.append("text of several words")
            default: reasons.append("\(column.distinct.count) distinct values in \(column.filled.count) rows")
            }
        }
        let sureness = match.score >= 84 ? 3 : match.score >= 58 ? 2 : 1
        return Guess(
            field: match.field,
            column: column.name,
            reason: reasons.joined(separator: "; "),
            sureness: sureness
        )
    }

    // MARK: Times

    private mutating func say(_ finding: TimeDetection.Finding, columns: [String], _ sample: TableSample) {
        time.columns = columns
        time.zone = mapping.zone
        // The whole sample knows more than the rows that were looked at closely.
        let whole = columns.count == 1 ? columns.first.flatMap { sample.profile($0) }?.times : nil
        switch whole.flatMap({ $0 == .none ? nil : $0 }) ?? finding {
        case .format(let format, let needsZone):
            time.format = mapping.timeFormat ?? format.name
            if case .pattern = format, rows != .wide, columns.count == 1 {
                mapping.timeFormat = mapping.timeFormat ?? format.name
            }
            time.needsZone = needsZone && mapping.zone == nil
        case .ambiguous(let formats):
            time.format = mapping.timeFormat
            time.needsZone = mapping.zone == nil
            if mapping.timeFormat == nil {
                time.eitherFormat = formats.map(\.name)
                unsure.append(Open("time-format", columns, "day and month could be either way round"))
            }
        case .none: time.format = mapping.timeFormat
        }
        if time.needsZone { unsure.append(Open("zone", columns, "the times have no zone")) }
    }

    // MARK: What every row has

    private mutating func addConstants(_ table: SampleTable) {
        func isFree(_ field: String) -> Bool {
            column(field) == nil && !mapping.constants.contains { $0.name == field }
        }
        var proposed: [NamedValue] = []
        switch rows {
        case .communications: proposed = [NamedValue(Dimension.direction, "outbound")]
        case .preferences: proposed = [NamedValue("kind", "captured"), NamedValue("purpose", "communication")]
        case .consents: proposed = [NamedValue("purpose", "communication")]
        case .feedback:
            if let score = column("score").flatMap({ table[$0] }), let most = score.range?.upperBound, most > 5 {
                proposed = [NamedValue("scale", most > 10 ? "100" : "10")]
            }
        case .costs:
            if let amount = column("amount").flatMap({ table[$0] }) {
                proposed = Self.currency(amount).map { [NamedValue("currency", $0)] } ?? []
            }
        default: break
        }
        constants = proposed.filter { isFree($0.name) }
        mapConsents(table)
        let numbers = ["amount", "cost", "score"].compactMap(column).compactMap { table[$0] }
        hasDecimalComma = numbers.contains(where: Self.hasDecimalComma)
    }

    /// Whether what is behind each comma is a fraction: `1.234,50`, and not `1,234`.
    private static func hasDecimalComma(_ column: ColumnValues) -> Bool {
        let behind = column.filled.filter { $0.contains(",") }.map { value in
            value.split(separator: ",").last?.filter(\.isNumber).count ?? 0
        }
        return !behind.isEmpty && behind.allSatisfy { (1...2).contains($0) }
    }

    /// The currency that a sign in name or values says.
    private static func currency(_ amount: ColumnValues) -> String? {
        let signs = [("£", "GBP"), ("€", "EUR"), ("GBP", "GBP"), ("EUR", "EUR"), ("USD", "USD"), ("CHF", "CHF")]
        let text = amount.name.uppercased() + " " + amount.filled.prefix(20).joined(separator: " ")
        let found = Set(signs.filter { text.contains($0.0) }.map(\.1))
        return found.count == 1 ? found.first : nil
    }

    /// The words of consents that a rule knows by others.
    private mutating func mapConsents(_ table: SampleTable) {
        guard rows == .consents, let status = column("status").flatMap({ table[$0] }) else { return }
        let known = Set(ConsentRecord.Status.allCases.map(\.rawValue))
        let isOut = status.words.contains("out") || status.words.containsAny(["optout", "unsubscribed", "withdrawn"])
        var words: [NamedValue] = []
        for value in status.distinct.sorted() where !known.contains(value.lowercased()) {
            let plain = KnownValues.plain(value)
            if let means = Self.consentWords.first(where: { $0.words.contains(plain) })?.means {
                let turned =
                    isOut && KnownValues.booleans.contains(plain)
                    ? (means == "granted" ? "withdrawn" : "granted") : means
                words.append(NamedValue(value, turned))
            } else {
                unsure.append(
                    Open(
                        "status",
                        [status.name],
                        "\"\(value)\" is none of \(ConsentRecord.Status.allCases.map(\.rawValue).joined(separator: ", "))"
                    )
                )
            }
        }
        if !words.isEmpty { valueMaps = [ValueMap(column: status.name, words: words)] }
    }

    private static let consentWords: [(means: String, words: Set<String>)] = [
        (
            "granted",
            [
                "opt in", "optin", "opted in", "given", "yes", "y", "true", "1", "subscribed", "active", "accepted",
                "consented", "confirmed", "allow", "erteilt", "ja", "oui", "gegeven", "accorde", "explicit",
            ]
        ),
        (
            "denied",
            [
                "no", "n", "false", "0", "refused", "rejected", "declined", "deny", "not given", "nein", "nee", "non",
                "geweigerd", "verweigert", "refuse", "not opted in",
            ]
        ),
        (
            "withdrawn",
            [
                "opt out", "optout", "opted out", "unsubscribed", "revoked", "inactive", "widerrufen", "ingetrokken",
                "retire",
            ]
        ),
        ("asked", ["pending", "seen", "notseen", "not seen", "no response"]),
    ]
}

extension ProposedRows {
    fileprivate init?(_ kind: RowKind) {
        self.init(rawValue: kind.rawValue)
    }
}

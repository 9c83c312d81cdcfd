import JourneyModel

/// Which column is which field, once it is known what the rows are.
struct FieldAssignment {
    private(set) var matching: FieldMatching
    /// The columns that say when it was: one, or a day and a clock time.
    private(set) var time: [ColumnValues] = []
    /// How those are written.
    private(set) var times: TimeDetection.Finding = .none
    /// A second id of the same person: a visitor's beside a customer's.
    private(set) var visitor: ColumnValues?
    /// Fields that are left open, with the reason.
    private(set) var unsure: [MappingProposal.Open] = []

    private let table: SampleTable
    private let rows: ProposedRows
    private let clues: TableClues

    init(_ clues: TableClues, rows: ProposedRows, moments: [Lifecycle.Moment], given: [Mapping.Assignment]) {
        table = clues.table
        self.rows = rows
        self.clues = clues
        matching = FieldMatching(table, rows: rows, given: given)
        switch rows {
        case .events: assignEvents()
        case .wide: assignWide(moments)
        case .communications: assignCommunications()
        case .preferences:
            matching.match([.person])
            matching.match([.preferred, .rank])
            valueByContent()
            matching.match([.statedTime])
            matching.match([.service], adjust: FieldAssignment.onlySure(80))
            settleTime(.statedTime)
        case .consents:
            matching.match([.person])
            matching.match([.consentStatus, .consentChannel, .statedTime, .until, .basis, .purpose])
            settleTime(.statedTime)
        case .feedback: assignFeedback()
        case .costs: assignCosts()
        case .people: assignPeople()
        case .aliases: assignAliases()
        case .totals, .unknown: break
        }
        noteRivals()
    }

    // MARK: Kinds

    private mutating func assignEvents() {
        matching.match([.caseID, .person, .session, .eventID])
        settleCase()
        takeVisitor()
        chooseTime(key: subject)
        matching.match([.end, .recorded], adjust: FieldAssignment.onlySure(66))
        checkRecorded()
        let key = subject
        let table = self.table
        matching.match(
            [.touchpoint, .channel, .service, .outcome, .direction, .actor, .sequence, .cost, .eventPurpose, .variant]
        ) { column, field, score in
            switch field {
            case "touchpoint":
                // A row must have one.
                var score = score > 0 ? score + 3 : 0
                // Of a case with one row a state is what it has come to, no step.
                if key == nil, column.words.containsAny(["status", "state", "statut"]) { score *= 0.7 }
                guard let key, let variety = table.variety(of: column, within: key) else { return score }
                // What never changes within a case is no step of it, unless nothing is likelier.
                return variety == 0 && score < 84 ? score * 0.75 : score * (1 + 0.12 * variety)
            case "outcome": return score >= 84 ? score : 0
            case "purpose", "variant", "cost", "actor": return score >= 70 ? score : 0
            default: return score
            }
        }
        takeDuration()
        findTouchpoint(key)
    }

    private mutating func assignWide(_ moments: [Lifecycle.Moment]) {
        for moment in moments { matching.close(moment.column) }
        matching.match([.caseID, .person])
        if matching.column("case") == nil { matching.match([.caseFallback]) }
        matching.match([.channel, .service, .outcome, .actor, .cost]) { _, field, score in
            switch field {
            case "outcome": score >= 84 ? score : 0
            case "cost", "actor": score >= 70 ? score : 0
            default: score
            }
        }
    }

    private mutating func assignCommunications() {
        matching.match([.person, .eventID])
        takeVisitor()
        matching.match([.channel, .message, .outcome, .communicationTime, .eventPurpose, .direction]) {
            column,
            field,
            score in
            if field == "outcome" {
                return column.share(of: KnownValues.deliveries) >= 0.6 ? max(score, 75) : score
            }
            if field == "touchpoint", column.share(of: KnownValues.deliveries) >= 0.7 { return score * 0.55 }
            return field == "purpose" && score < 90 ? 0 : score
        }
        settleTime(.communicationTime)
        findTouchpoint(nil)
    }

    private mutating func assignFeedback() {
        matching.match([.feedbackTime], adjust: FieldAssignment.hasClockFirst(table))
        matching.match([.score, .comment])
        scoreByContent()
        commentByContent()
        matching.match([.person], adjust: FieldAssignment.onlySure(50))
        // A page is where it was asked, and of no service.
        matching.match([.touchpoint]) { column, _, score in
            score >= 75 && column.words.containsAny(["page", "path", "url", "screen", "touchpoint", "step"]) ? score : 0
        }
        matching.match([.service, .channel, .scale]) { _, field, score in field == "service" && score < 50 ? 0 : score }
        matching.match([.outcome], adjust: FieldAssignment.onlySure(75))
        settleTime(.feedbackTime)
    }

    private mutating func assignCosts() {
        matching.match([.amount, .currency])
        matching.match([.costChannel]) { column, _, score in
            score >= 60 && FieldVocabulary.costService.score(column.words) < 60 ? score : 0
        }
        matching.match([.costService, .costFrom, .costTo]) { column, field, score in
            field == "from" && column.isPeriod ? score * 1.05 : score
        }
        matching.match([.source], adjust: FieldAssignment.onlySure(80))
        // One column for both ends of a span.
        if let from = matching.column("from") {
            time = [from]
            times = from.times
        }
    }

    /// An id before an address or a phone number, which may be several people's.
    private mutating func assignPeople() {
        matching.match([.person, .peopleID]) { column, _, score in
            column.share(.phone) > 0.5
                ? score * 0.5 : column.share(.email) > 0.5 ? score * 0.75 : column.isUnique ? score : score * 0.6
        }
    }

    private mutating func assignAliases() {
        let alias: Set<String> = [
            "anonymous", "visitor", "cookie", "device", "old", "previous", "duplicate", "merged", "alias", "losing",
            "secondary",
        ]
        matching.match([.alias, .aliasPerson]) { column, field, score in
            let isAlias = column.words.containsAny(alias) && !column.words.contains("into")
            return field == "alias" ? (isAlias ? score * 1.1 : score) : (isAlias ? score * 0.5 : score)
        }
        matching.match([.statedTime])
        matching.match([.reason], adjust: FieldAssignment.onlySure(60))
        settleTime(.statedTime)
    }

    // MARK: Subjects

    /// Whose rows they are, for telling what changes within one.
    private var subject: ColumnValues? {
        for field in ["case", "session", "person"] {
            if let column = matching.column(field), table.repeats(column) >= 1.3 { return column }
        }
        return nil
    }

    /// A plain `id` of a row of its own is the case where nothing else is, and the event's where cases are known.
    private mutating func settleCase() {
        if matching.column("case") == nil, let id = matching.column("event_id"),
            !id.words.containsAny([
                "event", "message", "uuid", "insert", "hit", "log", "guid", "history", "entry", "audit",
            ]),
            matching.column("person").map({ table.repeats($0) < 1.3 }) ?? true, matching.column("session") == nil
        {
            matching.release("event_id")
            matching.give(id, to: "case", score: 60)
        }
        // A visit of which there is one row is a case.
        if matching.column("case") == nil, let session = matching.column("session"), session.isUnique, table.rows > 3 {
            matching.release("session")
            matching.give(session, to: "case", score: 60)
        }
        if matching.column("case") == nil, subject == nil { matching.match([.caseFallback]) }
        // One and the same person at work in many cases is staff.
        if let person = matching.column("person"), let key = matching.column("case") ?? matching.column("session"),
            table.repeats(key) >= 1.3,
            person.words.containsAny(["user", "name", "login"]), !person.words.contains("id"),
            person.distinct.count * 3 < key.distinct.count
        {
            matching.release("person")
            matching.match([.actor])
        }
    }

    private static let visitorWords: Set<String> = [
        "visitor", "anonymous", "pseudo", "device", "cookie", "domain", "distinct", "amplitude", "browser", "visitorid",
        "anonymousid",
    ]

    private mutating func takeVisitor() {
        guard let person = matching.column("person") else { return }
        let isVisitor = person.words.containsAny(FieldAssignment.visitorWords)
        let others = table.columns.filter { column in
            !matching.isTaken(column) && column.words.containsAny(FieldAssignment.visitorWords) != isVisitor
                && matching.value(column, .person) >= 60
        }
        guard let other = others.max(by: { matching.value($0, .person) < matching.value($1, .person) }),
            isVisitor || person.fill < 0.98
        else { return }
        visitor = isVisitor ? person : other
        matching.close(other)
        if isVisitor, other.fill >= person.fill || other.words.containsAny(["user", "customer", "client", "userid"]) {
            matching.release("person")
            matching.give(other, to: "person", score: 90)
            matching.close(person)
        }
    }

    // MARK: Times

    /// The time of an event: where cases have several rows, a column that differs within them.
    private mutating func chooseTime(key: ColumnValues?) {
        guard matching.column("time") == nil else { return settleTime(.time) }
        let anyClock = clues.hasInstants
        let stops: Set<Lifecycle.Stage> = [.stop, .end]
        let starts = clues.lifecycle.moments.contains { $0.stage == .start || $0.stage == .begin }
        let ends = Set(clues.lifecycle.moments.filter { stops.contains($0.stage) }.map(\.column.name))
        var best: [(column: ColumnValues, score: Double)] = []
        for column in table.columns where column.isTime && !matching.isTaken(column) {
            var score = max(FieldVocabulary.time.score(column.words), 30) * (0.5 + 0.5 * column.fill)
            if column.words.containsAny([
                "birth", "dob", "due", "expiry", "deadline", "planned", "expected", "valid", "synced", "fivetran",
                "loaded", "extracted",
            ]) {
                score = 5
            }
            if anyClock, !column.hasClock { score *= ColumnPairs.dayAndClock(table, day: column) == nil ? 0.75 : 1 }
            if let key, let variety = table.variety(of: column, within: key) { score *= 0.35 + 0.65 * variety }
            if starts, ends.contains(column.name) { score *= 0.8 }
            best.append((column, score))
        }
        best.sort { ($1.score, $0.column.place) < ($0.score, $1.column.place) }
        guard let first = best.first, first.score >= 15 else { return }
        matching.give(first.column, to: "time", score: first.score)
        if best.count > 1, first.score - best[1].score < 1.5 {
            unsure.append(
                .init(
                    "time",
                    [first.column.name, best[1].column.name],
                    "both hold times, and nothing says which is the event's"
                )
            )
        }
        settleTime(.time)
    }

    /// What is recorded before it happened is no recording: such events would be taken for ones of the future (D28).
    private mutating func checkRecorded() {
        guard let recorded = matching.column("recorded"), let time = time.first else { return }
        let pairs = zip(time.cells, recorded.cells).compactMap { time, recorded in
            if let time, let recorded, time.count == recorded.count { (time, recorded) } else { nil }
        }
        let isISO = time.filled.first?.prefix(4).allSatisfy(\.isNumber) == true
        if !isISO || pairs.isEmpty || pairs.contains(where: { $0.1 < $0.0 }) { matching.release("recorded") }
    }

    /// Adds the clock to a day, and finds out how the two are written.
    private mutating func settleTime(_ vocabulary: FieldVocabulary) {
        if matching.column("time") == nil {
            // No name gives it away: a column of times is one all the same.
            let free = table.columns.filter {
                $0.isTime && !matching.isTaken($0) && !$0.words.containsAny(["birth", "dob", "expiry", "due"])
            }
            if free.count == 1 { matching.give(free[0], to: "time", score: 45) }
            if free.count > 1 { unsure.append(.init("time", free.map(\.name), "several columns hold times")) }
        }
        guard let day = matching.column("time") else { return }
        time = [day]
        times = day.times
        guard let clock = ColumnPairs.dayAndClock(table, day: day), !matching.isTaken(clock) else { return }
        let both = ColumnPairs.times(day, clock)
        guard both != .none else { return }
        time = [day, clock]
        times = both
        matching.close(clock)
    }

    // MARK: By what is in them

    private mutating func takeDuration() {
        guard matching.column("duration") == nil else { return }
        let columns = table.columns.filter { !matching.isTaken($0) && matching.value($0, .duration) >= 70 }
        guard let column = columns.max(by: { matching.value($0, .duration) < matching.value($1, .duration) }) else {
            return
        }
        let says = column.isClock || column.words.contains("ms") || !column.isNumeric
        if says {
            matching.give(column, to: "duration", score: 80)
        } else {
            unsure.append(.init("duration", [column.name], "its numbers have no unit: say it in the mapping"))
        }
    }

    /// Where no name gives the touchpoint away: the column of labels that changes most within a case, or the only one.
    private mutating func findTouchpoint(_ key: ColumnValues?) {
        guard matching.column("touchpoint") == nil else { return }
        let fit = FieldFit(table: table, rows: rows)
        let labels = table.columns.filter { column in
            !matching.isTaken(column) && column.isLabels && column.distinct.count > 1
                && fit.fit(column, "touchpoint") > 0.6
                && column.share(of: KnownValues.channels) < 0.5 && FieldVocabulary.actor.score(column.words) < 60
                && FieldVocabulary.person.score(column.words) < 60 && !column.looksLikeNames
                && !column.words.containsAny(FieldAssignment.notSteps)
        }
        func change(_ column: ColumnValues) -> Double { key.flatMap { table.variety(of: column, within: $0) } ?? 0 }
        let ranked = labels.sorted { (change($1), $1.distinct.count) < (change($0), $0.distinct.count) }
        if key != nil, let first = ranked.first, change(first) >= 0.5,
            ranked.count < 2 || change(first) - change(ranked[1]) > 0.2
                || FieldVocabulary.touchpoint.score(first.words) > 40
        {
            return matching.give(first, to: "touchpoint", score: 50)
        }
        if let service = matching.column("service"), service.distinct.count > 1,
            matching.matches.contains(where: { $0.field == "service" && $0.score < 150 }),
            ranked.isEmpty || key == nil
        {
            // Something has to be what happened: that a request for it was made.
            matching.release("service")
            matching.give(service, to: "touchpoint", score: 48)
            return
        }
        if ranked.count == 1 { return matching.give(ranked[0], to: "touchpoint", score: 48) }
        if ranked.isEmpty { return }
        unsure.append(
            .init(
                "touchpoint",
                ranked.prefix(4).map(\.name),
                "several columns hold labels, and no name says which is what happened"
            )
        )
    }

    private static let notSteps: Set<String> = [
        "priority", "urgency", "impact", "severity", "country", "city", "region", "language", "gender", "browser",
        "device", "currency",
        "week", "weekday", "month", "day", "ward", "borough", "version", "lang", "lifecycle", "transition", "source",
        "medium", "body", "text", "error", "price", "unit", "cost", "amount",
        "address", "carrier", "resource", "street",
    ]

    private mutating func valueByContent() {
        guard matching.column("value") == nil else { return }
        let columns = table.columns.filter {
            !matching.isTaken($0) && $0.isLabels && $0.share(of: KnownValues.channels) >= 0.5
        }
        if columns.count == 1 { matching.give(columns[0], to: "value", score: 60) }
    }

    private mutating func scoreByContent() {
        guard matching.column("score") == nil else { return }
        let columns = table.columns.filter { column in
            !matching.isTaken(column) && column.isRating && !column.isBoolean
                && (column.name.contains("?") || column.words.joined.hasPrefix("q") || column.words.words.count > 4)
        }
        if columns.count == 1 { matching.give(columns[0], to: "score", score: 60) }
        if columns.count > 1 {
            unsure.append(.init("score", columns.prefix(4).map(\.name), "several questions have answers on a scale"))
        }
    }

    private mutating func commentByContent() {
        guard matching.column("comment") == nil else { return }
        let columns = table.columns.filter { !matching.isTaken($0) && $0.isFreeText }
        if columns.count == 1 { matching.give(columns[0], to: "comment", score: 55) }
    }

    private mutating func noteRivals() {
        for (field, columns) in matching.rivals.sorted(by: { $0.key < $1.key })
        where field != "person" || visitor == nil {
            guard let held = matching.column(field) else { continue }
            let free = columns.filter { name in
                !matching.matches.contains { $0.column.name == name } && name != visitor?.name
            }
            guard !free.isEmpty else { continue }
            unsure.append(.init(field, [held.name] + free, "their names say the same; the first is taken"))
        }
    }

    private static func onlySure(_ least: Double) -> (ColumnValues, String, Double) -> Double {
        { _, _, score in score >= least ? score : 0 }
    }

    /// A time that tells more than the day is likelier when something was answered.
    private static func hasClockFirst(_ table: SampleTable) -> (ColumnValues, String, Double) -> Double {
        let any = table.columns.contains(where: \.hasClock)
        return { column, _, score in any && !column.hasClock ? score * 0.9 : score }
    }
}

extension FieldVocabulary {
    /// What tells people apart in a table of them.
    static let peopleID = FieldVocabulary(
        "person",
        sure: "record id, id, external id, uuid, guid, ref, reference, number, nr, lead id, persona id"
    )

    /// What is a case's number where nothing else is.
    static let caseFallback = FieldVocabulary(
        "case",
        sure:
            "id, no, nr, identifier, record id, sid, key, uuid, guid, row id, ref, ticket, number, nummer, numero, objectid, record number"
    )
}

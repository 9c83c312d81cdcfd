/// Columns that hold when one thing was begun, worked on and finished: what makes a row several events.
struct Lifecycle: Sendable {
    enum Stage: Sendable {
        case begin, middle, end
        /// A start or an end of anything, also of a call.
        case start, stop
        /// When the row was last touched: an event where nothing says when it was finished.
        case change
    }

    struct Moment: Sendable {
        var column: ColumnValues
        var stage: Stage
        /// What the event is called: the column's name without words for times.
        var touchpoint: String
    }

    /// In the order of the columns.
    let moments: [Moment]
    /// The column with the day where the moments are clock times.
    let day: ColumnValues?

    init(_ table: SampleTable) {
        var found = table.columns.filter(\.isTime).compactMap(Lifecycle.moment)
        var day: ColumnValues?
        let clocks = table.columns.filter(\.isClock).compactMap(Lifecycle.moment)
        let days = table.columns.filter { $0.isTime && !$0.hasClock }
        if found.filter({ Lifecycle.isStep($0.stage) }).count < 2, clocks.count >= 2, days.count == 1 {
            found = clocks
            day = days.first
        }
        moments = found
        self.day = day
    }

    private static func isStep(_ stage: Stage) -> Bool { [.begin, .middle, .end].contains(stage) }

    /// The moments that are events of their own; empty where a row is one event.
    ///
    /// - Parameter isCall: whether the row is about one conversation, whose end is no event of its own.
    func events(isCall: Bool) -> [Moment] {
        let steps = moments.filter { Lifecycle.isStep($0.stage) }
        let ends = moments.filter { $0.stage == .end }
        let spans = moments.filter { $0.stage == .start || $0.stage == .stop }
        if isCall, steps.count == 2, ends.count == 1, isOneDay(steps) { return [] }
        if steps.count >= 2, moments.contains(where: { $0.stage == .begin || $0.stage == .start }) {
            return moments.filter { $0.stage != .change }
        }
        if steps.count >= 2, steps.contains(where: { $0.stage == .middle }) {
            return moments.filter { $0.stage != .change }
        }
        if !steps.isEmpty, !spans.isEmpty, !isCall || steps.count > 1 {
            // Started and completed within minutes is one event with an end.
            return isOneDay(moments) && ends.count == steps.count ? [] : moments.filter { $0.stage != .change }
        }
        if steps.isEmpty, spans.count >= 2, !isCall, !isOneDay(spans) { return spans }
        let changes = moments.filter { $0.stage == .change }
        if ends.isEmpty, steps.count == 1, steps[0].stage == .begin, let change = changes.first, !isCall {
            return moments.filter { $0.column.name == steps[0].column.name || $0.column.name == change.column.name }
        }
        return []
    }

    /// Whether first and last moment of nearly every row fall on one day.
    private func isOneDay(_ some: [Moment]) -> Bool {
        guard let first = some.first?.column, let last = some.last?.column, day == nil else { return day != nil }
        guard first.hasClock || last.hasClock else { return false }
        let pairs = zip(first.cells, last.cells).compactMap { left, right in
            if let left, let right { (left.prefix(10), right.prefix(10)) } else { nil }
        }
        guard !pairs.isEmpty else { return false }
        return pairs.filter { $0.0 == $0.1 }.count * 10 >= pairs.count * 7
    }

    private static func moment(_ column: ColumnValues) -> Moment? {
        if column.words.containsAny(never) { return nil }
        let words = column.words.words
        guard let stage = stage(words) else { return nil }
        let rest = words.filter { !timeWords.contains($0) }
        return Moment(column: column, stage: stage, touchpoint: (rest.isEmpty ? words : rest).joined(separator: " "))
    }

    private static func stage(_ words: [String]) -> Stage? {
        let all = Set(words + [words.joined()])
        if !all.isDisjoint(with: changes) { return .change }
        if !all.isDisjoint(with: ends) { return .end }
        if !all.isDisjoint(with: middles) { return .middle }
        if !all.isDisjoint(with: begins) { return .begin }
        if !all.isDisjoint(with: starts) { return .start }
        if !all.isDisjoint(with: stops) { return .stop }
        // Glued names: `closeddate`, `datumafgehandeld`.
        let joined = words.joined()
        if ends.contains(where: { $0.count > 5 && joined.contains($0) }) { return .end }
        if begins.contains(where: { $0.count > 5 && joined.contains($0) }) { return .begin }
        return nil
    }

    /// What is planned, or says nothing of the request.
    private static let never: Set<String> = [
        "due", "deadline", "target", "expected", "planned", "estimated", "sla", "birth", "dob", "expiry", "expires",
        "expiration",
        "valid", "extracted", "exported", "loaded", "synced", "seen", "login", "duration", "minutes", "seconds", "days",
        "reminder", "promised", "faellig", "fristende", "streefdatum", "scheduled", "frist", "until", "billing",
        "invoice",
        "period", "fivetran", "etl", "effective", "survey", "target",
    ]

    private static let timeWords: Set<String> = [
        "date", "time", "at", "on", "datetime", "timestamp", "datum", "sys", "u", "dt", "ts", "utc", "gmt", "local",
        "tijdstip",
        "zeit", "zeitpunkt", "heure", "am", "op", "le", "case", "ticket", "request", "incident", "iso", "tijd", "stamp",
    ]

    private static let changes: Set<String> = [
        "updated", "modified", "changed", "update", "gewijzigd", "geaendert", "geandert", "modification", "action",
    ]

    private static let begins: Set<String> = [
        "created", "create", "opened", "open", "requested", "received", "submitted", "submission", "reported",
        "registered",
        "logged", "raised", "issued", "printed", "arrival", "arrived", "applied", "application", "booked", "ordered",
        "admitted", "admission", "checkout", "borrowed", "loaned", "loan", "lodged", "enqueued", "enqueue", "joined",
        "creation", "intake",
        "erstellt", "eingang", "eingegangen", "eingangsdatum", "angelegt", "aangemaakt", "ontvangen", "ontvangst",
        "ingediend",
        "registratie", "registratiedatum", "cree", "ouvert", "ouverture", "recu", "reception", "depot", "depose",
        "checkin",
        "aanmelding", "gemeld", "melding", "erfasst", "meldedatum", "ontvangstdatum", "antragsdatum", "referral",
        "referred",
        "initiated", "entered", "reservation", "hold", "placed", "incident", "offence", "notified", "gezogen",
        "uitgegeven",
        "antragseingang", "ziehung", "demande", "emission", "loket", "issue", "request",
    ]

    private static let middles: Set<String> = [
        "assigned", "acknowledged", "called", "responded", "response", "validated", "triaged", "reviewed", "decided",
        "decision", "approved", "inspected", "inspection", "dispatched", "contacted", "escalated", "processed", "paid",
        "scene",
        "visited", "started", "serving", "called", "verified", "allocated", "investigated", "scheduled", "renewed",
        "entscheidung", "bescheid", "besluit", "besluitdatum", "appel", "appele", "opgeroepen", "aufgerufen", "aufruf",
        "toegewezen",
        "zugewiesen", "beoordeeld", "geprueft", "onset", "payment", "onderzocht", "valide", "instruction", "instruit",
        "shipped", "replied",
        "consultation", "serviced", "sent", "forwarded", "picked", "connected", "reopened", "offered", "accepted",
    ]

    private static let ends: Set<String> = [
        "closed", "close", "resolved", "resolution", "completed", "complete", "completion", "finished", "solved",
        "returned",
        "return", "delivered", "discharged", "discharge", "abandoned", "cancelled", "canceled", "withdrawn", "refused",
        "granted", "fulfilled",
        "closure", "served", "answered", "abgeschlossen", "erledigt", "geschlossen", "abschluss", "abschlussdatum",
        "afgehandeld", "afgesloten",
        "gesloten", "cloture", "clos", "ferme", "fermeture", "termine", "resolu", "rendu", "afhandeldatum", "beendet",
        "left", "departed",
        "departure", "determined", "issued decision", "checkedin", "fertig", "gereed", "ledigung", "erledigung",
        "replied", "actioned", "cloturee",
        "rueckgabe", "ruckgabe", "retour", "afgerond", "afgedaan", "resolve", "finish",
    ]

    private static let starts: Set<String> = [
        "start", "begin", "starttime", "startdatum", "debut", "beginn", "from", "startdate", "begintijd", "started",
    ]
    private static let stops: Set<String> = [
        "end", "ended", "ende", "stop", "endtime", "einddatum", "enddatum", "fin", "eindtijd", "enddate", "disconnect",
    ]
}

/// What names and values of a table say of what its rows are.
struct TableClues {
    let table: SampleTable
    let lifecycle: Lifecycle
    let caseID: ColumnValues?
    let person: ColumnValues?
    let eventID: ColumnValues?
    let session: ColumnValues?
    /// Columns of numbers but for ids and places.
    let numbers: [ColumnValues]
    /// Those of them that somebody counted or worked out.
    let measures: [ColumnValues]
    private let fit: FieldFit

    init(_ table: SampleTable) {
        self.table = table
        lifecycle = Lifecycle(table)
        fit = FieldFit(table: table, rows: .unknown)
        caseID = TableClues.best(.caseID, least: 55, table, fit)
        person = TableClues.best(.person, least: 48, table, fit)
        eventID = TableClues.best(.eventID, least: 75, table, fit)
        session = TableClues.best(.session, least: 75, table, fit)
        numbers = TableClues.numbers(table)
        measures = numbers.filter(TableClues.isMeasure)
    }

    /// The column that is most likely `vocabulary`'s field, if any reaches `least`.
    func best(_ vocabulary: FieldVocabulary, least: Double) -> ColumnValues? {
        TableClues.best(vocabulary, least: least, table, fit)
    }

    private static func best(
        _ vocabulary: FieldVocabulary,
        least: Double,
        _ table: SampleTable,
        _ fit: FieldFit
    ) -> ColumnValues? {
        let scored = table.columns.map { column in
            let name = vocabulary.score(column.words)
            return (column, name < least * 0.8 ? 0 : name * fit.fit(column, vocabulary.field))
        }
        return scored.filter { $0.1 >= least }.max { $0.1 < $1.1 }?.0
    }

    func count(_ words: Set<String>) -> Int { table.columns.filter { $0.words.containsAny(words) }.count }

    func has(_ words: Set<String>) -> Bool { count(words) > 0 }

    // MARK: Subjects

    /// Whether a subject has several rows at several times: the sign of events.
    func happens(to subject: ColumnValues?) -> Bool {
        guard let subject, table.repeats(subject) >= 1.3 else { return false }
        return table.columns.contains { $0.isTime && (table.variety(of: $0, within: subject) ?? 0) >= 0.6 }
    }

    var hasInstants: Bool { table.columns.contains { $0.isTime && $0.hasClock } }
    var times: [ColumnValues] { table.columns.filter(\.isTime) }

    // MARK: Words

    static let call: Set<String> = [
        "agent", "queue", "talk", "hold", "acw", "skill", "ani", "dnis", "ivr", "disposition", "disconnect", "caller",
        "answered",
        "callid", "handle", "queuename", "ring", "vdn", "callee", "wrapup", "conversation",
    ]

    /// What is said of a consent and of hardly anything else.
    static let consentWords: Set<String> = [
        "granted", "withdrawn", "denied", "opt in", "opt out", "optin", "optout", "accepted", "declined", "revoked",
        "refused", "subscribed",
        "unsubscribed", "erteilt", "widerrufen", "opted in", "opted out",
    ]

    static let survey: Set<String> = [
        "survey", "respondent", "response", "feedback", "questionnaire", "nps", "csat", "collector", "responseid",
        "umfrage",
        "enquete", "vragenlijst", "review", "ces", "verbatim", "promoter", "question", "rating", "bewertung",
        "waardering", "satisfaction",
    ]

    static let traits = FieldVocabulary(
        "trait",
        sure: """
            first name, last name, surname, forename, given name, family name, full name, name, date birth, birth date, dob, \
            year of birth, birth year, gender, sex, age, age band, age group, address, address line 1, street, city, town, postcode, zip, \
            zip code, postal code, country, language, preferred language, segment, region, ward, ethnicity, disability, title, \
            email, email address, phone, mobile, telephone, phone number, household, household size, occupation, income, nationality, \
            marital status, registered, registration date, registered on, customer since, member since, tenure, loyalty tier, customer type, \
            company, job title, lead status, vorname, nachname, geburtsdatum, geburtsjahr, geschlecht, plz, ort, strasse, prenom, nom, \
            date naissance, sexe, code postal, ville, voornaam, achternaam, geboortedatum, geslacht, woonplaats, signup date, \
            sign up date, last seen, last login, lifecycle stage, plan, tier, district, neighbourhood, wijk, stadtteil, quartier, \
            deprivation, customer segment, tenancy type, property type, alter, altersgruppe, leeftijd, salutation, sprache, taal, langue, \
            account status, account type, gendercode, address1 postalcode, createdon, created on, emailaddress1, telephone1, mobilephone, geburtsort, customer status, digital, deceased, middle name, state, county, created, last active, date joined
            """,
        never: "touchpoint, event, template, agent, activity, preferred contact"
    )

    private static let measure: Set<String> = [
        "count", "total", "totals", "volume", "vol", "volumes", "visits", "sessions", "users", "pageviews", "views",
        "calls", "contacts",
        "transactions", "hits", "applications", "requests", "complaints", "enquiries", "percent", "percentage", "rate",
        "share", "average",
        "avg", "mean", "median", "cpt", "backlog", "answered", "abandoned", "offered", "handled", "bounce", "opens",
        "clicks", "unique",
        "recipients", "responses", "aht", "asa", "unresolved", "received", "closed", "resolved", "completed", "anzahl",
        "summe", "nombre",
        "aantal", "totaal", "footfall", "issued", "loans", "emails", "letters", "customers", "cases", "tickets",
        "visitors", "events",
        "conversions", "pages", "completions", "delivered", "sent", "bounces", "unsubscribes", "appointments", "claims",
        "payments", "anteil",
        "besuche", "besucher", "antraege", "anrufe", "appels", "visites", "demandes", "bezoeken", "bezoekers",
        "meldingen", "gesprekken",
        "within", "pct", "ratio", "cost", "digital", "takeup", "uptake", "open", "new", "waiting", "wait", "number",
        "no", "numbers", "quantity",
        "impressions", "downloads", "queries", "searches", "entrances", "exits", "faelle", "vorgaenge", "aanvragen",
        "zaken", "score",
        "satisfaction", "target", "submitted", "started", "resolved", "created", "outstanding", "duration", "time",
        "percentile", "p50", "p90",
        "index", "sum", "min", "max", "num",
    ]

    private static func isMeasure(_ column: ColumnValues) -> Bool {
        column.words.containsAny(measure) || column.share(.percent) > 0.5
            || KnownValues.channels.contains(KnownValues.plain(column.name))
    }

    private static func numbers(_ table: SampleTable) -> [ColumnValues] {
        table.columns.filter { column in
            column.isNumeric && !column.isBoolean
                && !column.words.containsAny([
                    "id", "lat", "latitude", "long", "longitude", "lng", "code", "year", "plz", "geburtsjahr", "jahr",
                    "jaar", "annee", "postcode", "zip", "ref", "reference",
                ])
                && column.share(.phone) < 0.5
        }
    }

    /// Columns whose names are months, quarters or years: `2012-Q4 Vol.`.
    var periodNames: Int {
        table.columns.filter { column in
            guard column.isNumeric || column.isEmpty || column.filled.contains(where: { CellShape.number($0) != nil })
            else { return false }
            let words = KnownValues.plain(column.name).split(separator: " ")
            return (1...min(3, max(1, words.count))).contains {
                CellShape.isPeriod(words.prefix($0).joined(separator: " "))
            }
        }.count
    }
}

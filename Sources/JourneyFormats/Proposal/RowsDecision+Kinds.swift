// The points of each kind. They are compared with one another only; what was tried is in the tests.
extension RowsDecision {
    static func totals(_ clues: TableClues, _ subject: Subject) -> Points {
        let measures = clues.measures.count
        let numbers = clues.numbers.count
        let periods = clues.periodNames
        var points = 0.0
        if measures >= 2 || numbers >= 2 && numbers * 10 >= clues.table.columns.count * 5 {
            points = 5 + min(3, Double(max(measures, numbers - 1)) * 0.75)
        } else if measures == 1 {
            points = 4
        }
        if periods >= 3 { points += 6 }
        guard points > 0 else { return (.totals, 0, "") }
        if clues.table.columns.contains(where: { $0.isPeriod || $0.isTime && !$0.hasClock }) { points += 1.2 }
        if clues.hasInstants { points -= 5 }
        if subject.hasID, periods < 3 { points -= 6 }
        if subject.isRequest { points -= 4 }
        if clues.table.columns.contains(where: {
            $0.isFreeText && !$0.words.contains("description") && !$0.words.contains("notes")
        }) {
            points -= 2
        }
        return (
            .totals, points,
            "\(max(measures, numbers)) columns of numbers, and none that tells one person, case or event from another"
        )
    }

    static func aliases(_ clues: TableClues, _ subject: Subject) -> Points {
        guard clues.table.columns.count <= 9,
            let alias = clues.best(.alias, least: 70),
            let person = clues.table.columns.filter({
                $0.name != alias.name && FieldVocabulary.aliasPerson.score($0.words) >= 70
                    && FieldFit(table: clues.table, rows: .aliases).fit($0, "alias") > 0
            }).first
        else { return (.aliases, 0, "") }
        let says = clues.has([
            "alias", "merged", "merge", "previous", "duplicate", "canonical", "linked", "link", "match", "matched",
            "survivor", "surviving",
            "master", "golden", "anonymous", "old", "identified", "primary", "losing", "winning",
        ])
        var points = 5.5 + (says ? 3 : 0) + (clues.table.columns.count <= 5 ? 1.5 : 0)
        if subject.touchpoint.map({
            !$0.words.containsAny(["type", "event", "action"]) || clues.table.columns.count > 6
        }) == true {
            points -= 6
        }
        if clues.session != nil || subject.isRequest
            || clues.caseID.map({ $0.words.containsAny(["case", "ticket", "order", "request"]) }) == true
        {
            points -= 5
        }
        if subject.traits >= 3 { points -= 4 }
        if alias.isLabels, alias.distinct.count < 5, clues.table.rows > 10 { points -= 5 }
        return (.aliases, points, "\"\(alias.name)\" and \"\(person.name)\" are both ids of a person")
    }

    static func costs(_ clues: TableClues, _ subject: Subject) -> Points {
        guard let amount = clues.best(.amount, least: 50) else { return (.costs, 0, "") }
        var points = 3.5
        let hasCurrency = clues.best(.currency, least: 60) != nil
        if hasCurrency || amount.isMoney || amount.words.containsAny(["gbp", "eur", "usd"])
            || amount.name.contains(where: { "£€$".contains($0) })
        {
            points += 2
        }
        if clues.best(.costService, least: 65) != nil || clues.best(.costChannel, least: 80) != nil { points += 2 }
        let hasSpan = clues.table.columns.contains { column in
            (column.isTime && !column.hasClock || column.isPeriod || column.isNumeric && column.words.contains("year"))
                && (FieldVocabulary.costFrom.score(column.words) >= 60)
        }
        if hasSpan { points += 2 }
        if clues.has(["cost", "costs", "kosten", "cout", "couts", "spend", "expenditure", "budget", "ausgaben"]) {
            points += 1
        }
        if subject.person != nil { points -= 4 }
        if subject.caseID != nil,
            subject.caseID?.words.containsAny(["transaction", "invoice", "reference", "ref"]) == false
        {
            points -= 2.5
        }
        if subject.touchpoint.map({ clues.happens(to: subject.caseID) || !$0.words.contains("activity") }) == true {
            points -= 3
        }
        if clues.hasInstants { points -= 2 }
        points -=
            max(
                0,
                Double(
                    clues.measures.filter { $0.name != amount.name && !$0.words.containsAny(["cost", "total"]) }.count
                ) - 1
            ) * 1.5
        if clues.periodNames >= 3 { points -= 5 }
        return (
            .costs, points,
            "\"\(amount.name)\" holds amounts of money, for a service or channel, and nobody's id is there"
        )
    }

    private static let consentWords: Set<String> = [
        "consent", "consents", "consented", "optin", "optout", "permission", "permissions", "gdpr", "lawful",
        "einwilligung", "einwilligungen",
        "toestemming", "consentement", "unsubscribed", "subscribed", "optedout", "optedin", "subscription", "avg",
        "dsgvo", "rgpd", "opted", "unsubscribe",
        "einwilligungsstatus", "consentid", "subscriptions", "consentstatus", "widerruf",
    ]

    static func consents(_ clues: TableClues, _ subject: Subject) -> Points {
        let named = clues.table.columns.filter { column in
            column.words.containsAny(consentWords) && !(column.words.contains("avg") && column.isNumeric)
                || column.words.contains("opt") && column.words.containsAny(["in", "out"])
                || column.words.contains("basis") && column.words.containsAny(["legal", "lawful"])
        }
        let status = clues.best(.consentStatus, least: 60)
        let isSaid = status.map { $0.share(of: KnownValues.consents) >= 0.6 } ?? false
        let hasPurpose =
            clues.best(.purpose, least: 60).map {
                $0.words.containsAny(["purpose", "doel", "zweck", "finalite", "list", "subscription"])
            } ?? false
        guard !named.isEmpty || isSaid && hasPurpose else { return (.consents, 0, "") }
        let certain = status.map { $0.share(of: TableClues.consentWords) >= 0.6 } ?? false
        var points = (named.isEmpty ? 2.5 : 4.5 + min(1.5, Double(named.count - 1) * 0.75)) + (certain ? 2 : 0)
        if isSaid { points += 2.5 }
        if hasPurpose { points += 1.5 }
        if subject.person != nil { points += 1 } else { points -= 1.5 }
        if subject.traits >= 5 { points -= 4 }
        if subject.isRequest { points -= 4 }
        if clues.measures.count >= 2 { points -= 4 }
        if subject.calls >= 2 || clues.session != nil { points -= 3 }
        if !named.isEmpty,
            named.allSatisfy({ clues.table.columns.count > 12 && !$0.isLabels && !$0.isBoolean && !$0.isTime })
        {
            points -= 2
        }
        let shown = (named.first ?? status).map { "\"\($0.name)\"" } ?? ""
        return (.consents, points, "\(shown) says what somebody allowed or withdrew")
    }

    private static func prefers(_ column: ColumnValues) -> Bool {
        let isNamed = column.words.words.contains { word in
            word.hasPrefix("prefer") || word.hasPrefix("voorkeur") || word.hasPrefix("bevorzugt")
                || word.hasPrefix("praferenz")
                || word == "pref" || word == "prefs" || word.hasPrefix("kontaktpr") || word.hasPrefix("praeferenz")
        }
        return (isNamed || FieldVocabulary.preferred.score(column.words) >= 90)
            && !column.words.containsAny(["language", "taal", "sprache", "langue", "name"])
    }

    static func preferences(_ clues: TableClues, _ subject: Subject) -> Points {
        let named = clues.table.columns.filter(prefers)
        let isTalked = named.contains { $0.share(of: KnownValues.channels) >= 0.5 }
        guard !named.isEmpty else { return (.preferences, 0, "") }
        let values = named.filter { !$0.isTime && !$0.isEmpty }
        var points = values.isEmpty ? 3.0 : 5.0
        if isTalked {
            points += 2.5
        } else if clues.table.columns.contains(where: { $0.share(of: KnownValues.channels) >= 0.6 }) {
            points += 1.5
        }
        if subject.person != nil { points += 1.5 }
        if subject.traits >= 4 { points -= 5 }
        if values.allSatisfy({ $0.isBoolean || $0.share(of: KnownValues.consents) >= 0.6 }), !isTalked { points -= 2.5 }
        if subject.isRequest { points -= 4 }
        if subject.touchpoint != nil, !isTalked { points -= 2 }
        if clues.measures.count >= 2 { points -= 4 }
        return (.preferences, points, "\"\(named[0].name)\" says what people prefer")
    }

    static func feedback(_ clues: TableClues, _ subject: Subject) -> Points {
        let fit = FieldFit(table: clues.table, rows: .feedback)
        let score = clues.table.columns.first {
            FieldVocabulary.score.score($0.words) >= 55 && fit.fit($0, "score") > 0
        }
        let comment = clues.table.columns.first {
            FieldVocabulary.comment.score($0.words) >= 58 && fit.fit($0, "comment") > 0
        }
        let words = clues.count(TableClues.survey)
        let questions = clues.table.columns.filter { column in
            column.name.contains("?") || column.words.words.count >= 7
                || column.words.joined.count <= 4 && column.words.joined.hasPrefix("q")
                    && column.words.joined.dropFirst().allSatisfy(\.isNumber)
                    && column.words.joined.count > 1
        }.count
        var points = 0.0
        if score != nil { points += 4 }
        if comment != nil { points += score == nil ? 1.5 : 3 }
        if words > 0 { points += words > 1 ? 2.5 : 1.5 }
        if questions > 0 { points += questions > 1 ? 3 : 2 }
        let isFree = clues.table.columns.contains(where: \.isFreeText)
        if score != nil, comment == nil, isFree { points += 2 }
        if score != nil, !subject.hasID, !subject.happens { points += 3 }
        guard score != nil || questions > 0 || words > 0 && comment != nil else { return (.feedback, 0, "") }
        if score != nil, questions > 0 { points += 2 }
        if subject.calls >= 2, words < 2 || comment == nil { points -= 2 + Double(min(3, subject.calls)) }
        if subject.isRequest, questions < 2, words < 3 { points -= 5 }
        if clues.happens(to: subject.caseID) || clues.session != nil && subject.touchpoint != nil { points -= 5 }
        if clues.measures.count >= 4, comment == nil { points -= 5 }
        if clues.table.columns.allSatisfy({ $0.isNumeric || $0.isPeriod || $0.isLabels || $0.isTime && !$0.hasClock }),
            comment == nil,
            clues.measures.filter({ $0.name != score?.name }).count >= 1, subject.person == nil, questions == 0
        {
            points -= 4
        }
        let shown = (score ?? comment).map { "\"\($0.name)\"" } ?? "questions"
        return (.feedback, points, "\(shown) is an answer that somebody gave")
    }

    private static let messageWords: Set<String> = [
        "template", "sms", "mailing", "newsletter", "notification", "letter", "campaign", "smtp", "singlesend", "sg",
        "bounce", "bounced",
        "body", "segments", "delivered", "deliverystatus", "sid", "opened", "clicked", "unsubscribe", "mailed",
        "postage", "sjabloon", "vorlage", "brief",
        "modele", "subject", "betreff", "recipient", "dispatch", "dispatched", "delivery", "message", "messageid",
        "sent", "verzonden", "gesendet", "envoi", "mailbox",
        "communication", "correspondence", "zugestellt", "versand", "notice",
        "send",
    ]

    static func communications(_ clues: TableClues, _ subject: Subject) -> Points {
        let recipients: Set<String> = [
            "recipient", "recipients", "msisdn", "ontvanger", "empfanger", "empfaenger", "destinataire",
            "geadresseerde", "addressee",
        ]
        let to = clues.table.columns.contains { column in
            !column.isTime
                && (column.words.containsAny(recipients) || column.words.joined == "to" && !column.isLabels
                    || ["toaddress", "toemail", "tonumber", "sentto", "emailto", "toaddr", "towhom"].contains(
                        column.words.joined
                    ))
        }
        let contact = clues.table.columns.contains { $0.share(.email) > 0.6 || $0.share(.phone) > 0.6 }
        let words = clues.count(messageWords)
        let fates = clues.table.columns.filter { column in
            column.share(of: KnownValues.deliveries) >= 0.6 && column.isLabels
                && !column.words.containsAny(["state", "ticket", "case", "incident", "request", "payment"])
        }
        let hasFate = fates.contains { column in
            let says: Set<String> = [
                "delivered", "bounced", "bounce", "failed", "undelivered", "permanent failure", "temporary failure",
                "sent", "zugestellt", "bezorgd", "opened", "open", "click", "queued", "livre", "verzonden", "gesendet",
                "returned", "dispatched", "printed",
            ]
            return column.share(of: says) > 0
        }
        guard words > 0, to || hasFate || words > 2 || contact else { return (.communications, 0, "") }
        var points = min(4.5, Double(words) * 1.5)
        if to { points += 3 } else if contact || subject.person != nil { points += 1.5 }
        if hasFate { points += to ? 6 : 3 }
        points -= Double(clues.count(TableClues.call.subtracting(["answered", "conversation", "queue"]))) * 1.5
        if clues.has(["duration", "talk"]) { points -= 3 }
        if clues.has(TableClues.survey.subtracting(["response"])), !hasFate { points -= 3 }
        let isTicket = clues.lifecycle.moments.contains { moment in
            moment.stage == .end
                && !moment.column.words.containsAny([
                    "delivered", "completed", "returned", "complete", "replied", "answered",
                ])
        }
        if isTicket { points -= 4 }
        if clues.measures.count >= 3 { points -= 4 }
        if clues.session != nil { points -= 2 }
        return (.communications, points, "messages to people: whom to, what, and what became of it")
    }

    static func people(_ clues: TableClues, _ subject: Subject) -> Points {
        guard let person = subject.person ?? clues.best(.eventID, least: 80), subject.traits >= 2 else {
            return (.people, 0, "")
        }
        var points = 1.5 + min(6, Double(subject.traits) * 1.2)
        if table(clues, isNearlyUnique: person) { points += 2 } else { points -= 4 }
        if subject.touchpoint != nil { points -= 3 }
        if subject.isRequest { points -= 5 }
        if subject.calls >= 2 { points -= 4 }
        if clues.happens(to: person) { points -= 4 }
        if clues.has(["template", "ticket", "incident", "complaint", "request", "subject"]) { points -= 3 }
        return (
            .people, points,
            "\"\(person.name)\" has one row each, and \(subject.traits) columns say what the person is like"
        )
    }

    private static func table(_ clues: TableClues, isNearlyUnique person: ColumnValues) -> Bool {
        person.distinctShare >= 0.95
    }

    static func wide(_ clues: TableClues, _ subject: Subject) -> Points {
        guard subject.isRequest else { return (.wide, 0, "") }
        if clues.happens(to: subject.caseID) { return (.wide, 0, "") }
        var points = 6.5 + min(2, Double(subject.moments.count - 2) * 0.75)
        if subject.caseID?.isUnique == true { points += 1.5 }
        if subject.moments.contains(where: { $0.stage == .end }) { points += 1 }
        if subject.moments.contains(where: { $0.stage == .change }) { points -= 1 }
        if clues.has(["template", "campaign", "recipient", "mailing", "newsletter", "sms"]) { points -= 3 }
        let names = subject.moments.prefix(3).map { "\"\($0.column.name)\"" }.joined(separator: ", ")
        return (.wide, points, "each row has several times of one request: \(names)")
    }

    static func events(_ clues: TableClues, _ subject: Subject) -> Points {
        let hasTime = !clues.times.isEmpty
        guard hasTime else { return (.events, 0, "") }
        var points = 4.0
        var reason = "there is a time in each row"
        if subject.touchpoint != nil {
            points += 3
        } else if clues.best(.touchpoint, least: 45) != nil {
            points += 1.5
        }
        if subject.happens {
            points += 3
            reason = "the same subject has rows at several times"
        }
        if clues.eventID != nil || clues.session != nil { points += 1 }
        if subject.calls >= 1 { points += min(3, Double(subject.calls)) }
        if clues.count(TableClues.survey) >= 2 { points -= 3 }
        if subject.touchpoint.map({ $0.share(of: KnownValues.deliveries) >= 0.6 }) == true, clues.has(messageWords) {
            points -= 3
        }
        if !subject.hasID, !clues.hasInstants, clues.measures.count >= 1 { points -= 3 }
        if subject.isRequest, subject.caseID?.isUnique == true { points -= 2.5 }
        let isTimed = clues.hasInstants || clues.times.contains { ColumnPairs.dayAndClock(clues.table, day: $0) != nil }
        if isTimed, clues.table.columns.contains(where: \.isLabels) { points += 1 }
        return (.events, points, reason)
    }
}

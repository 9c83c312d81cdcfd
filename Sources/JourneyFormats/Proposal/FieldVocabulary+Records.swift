// Fields that only records beside the events have.
extension FieldVocabulary {
    /// What somebody prefers.
    static let preferred = FieldVocabulary(
        "value",
        sure: """
            preferred contact method, preferred channel, preferred method of contact, preferred contact channel, \
            contact preference, channel preference, communication preference, preferred communication channel, \
            preferred communication method, preferred contact, preferred method, preferred method communication, \
            preferred contact type, preference value, preference, preferred contact method code, voorkeurskanaal, \
            voorkeur, voorkeur contact, bevorzugter kanal, bevorzugter kontaktweg, bevorzugte kontaktart, canal prefere, \
            moyen contact prefere, how contact, contact by, best way contact, preferred way contact, contact voorkeur, \
            kontaktpraeferenz, preferred, prefers, first choice, preferred delivery method, correspondence preference, \
            canal preference, communication channel preference, voorkeur kanaal, mode contact prefere, contact pref
            """,
        likely:
            "contact method, channel, method contact, value, delivery preference, choice, selection, kanaal, kanal, canal",
        never:
            "date, time, language, id, updated, do not, rank, priority, name first, preference type, preference name, set"
    )

    static let rank = FieldVocabulary(
        "rank",
        sure: "rank, preference rank, choice number, preference order, rang, order of preference, ranking",
        likely: "priority, order",
        never: "id, date"
    )

    static let consentStatus = FieldVocabulary(
        "status",
        sure: """
            consent status, consent state, status, consent given, consent, opt in, opted in, opt in status, optin, \
            opt in out, consent value, consent decision, privacy consent status, permission status, permission, \
            subscription status, transaction type, consent action, state, consent granted, marketing consent, opt out, \
            opted out, has opted in, consented, einwilligung, einwilligungsstatus, toestemming, consentement, \
            statut consentement, toestemming status, preference status, consent response, subscribed, decision, \
            email opt in, marketing opt in, sms opt in, email consent, gdpr consent, has opted out email, action, event type
            """,
        likely:
            "value, choice, answer, granted, response, given, event, result, email status, marketing permission, agreed, accepted",
        never: """
            date, time, at, id, version, text, source, purpose, channel, email address, ip, method, withdrawn date, expiry, by, basis, \
            language, type code, name, title, consent purpose, consent type
            """
    )

    static let consentChannel = FieldVocabulary(
        "channel",
        sure: """
            channel, consent channel, contact channel, contact method, contact point type, communication channel, kanal, \
            kanaal, canal, engagement channel, channel type, medium, media type, contact medium
            """,
        likely: "method, contact type, type, mode",
        never: "id, date, capture, source, consent type, status, collection, value"
    )

    static let basis = FieldVocabulary(
        "basis",
        sure: """
            basis, legal basis, lawful basis, legal ground, rechtsgrundlage, rechtsgrond, base legale, grondslag, \
            lawful basis for processing, processing basis, basis for processing
            """,
        never: "id, date"
    )

    static let score = FieldVocabulary(
        "score",
        sure: """
            score, rating, smiley, smileys, face, emoji, overall rating, csat, csat score, nps, nps score, satisfaction, satisfaction score, \
            satisfaction rating, overall satisfaction, star rating, stars, ces, ces score, recommend, how satisfied, \
            how likely, how easy, how would rate, how rate, likely recommend, satisfied, customer satisfaction, \
            bewertung, zufriedenheit, tevredenheid, waardering, cijfer, rapportcijfer, note globale, satisfaction globale, \
            punkte, sterne, schulnote, ease, rating 1 5, rating score, customer effort score, how satisfied were, \
            overall experience, experience rating, was this page useful, was this page helpful, helpful, useful, \
            weiterempfehlung, aanbevelen, recommander, satisfaisant, zufrieden, tevreden, recommanderiez, note satisfaction
            """,
        likely:
            "q1, note, answer, value, points, grade, question 1, trust, response, feedback score, thumb, q 1, effort, experience, vote, rate",
        never: """
            id, date, time, comment, reason, why, category, group, at, type, text, count, lead score, scale, user, by, improve, \
            duration, progress, max, out
            """
    )

    static let scale = FieldVocabulary(
        "scale",
        sure:
            "scale, max score, maximum score, score max, rating scale, out, scale max, skala, max rating, max, schaal",
        never: "date"
    )

    static let comment = FieldVocabulary(
        "comment",
        sure: """
            comment, comments, feedback, verbatim, free text, feedback text, comment text, additional comments, \
            open text, remarks, review, review text, opmerking, opmerkingen, kommentar, commentaire, toelichting, anmerkung, \
            bemerkung, what could improve, what could do better, how could improve, anything else, tell, suggestions, \
            feedback comment, customer comment, reason for score, reason score, why, message, bemerkungen, \
            verbesserung, verbeteren, ameliorer, remarque, remarques, survey comment, freitext, could improve, better, \
            other comments, please explain, explain, went wrong, improvements, improvement
            """,
        likely:
            "q2, q3, text, notes, description, response, answer, reason, body, other, question 4, details, improve, suggestion",
        never: "id, date, status, category, sentiment, topic, count, response id, response date, type, time, by"
    )

    static let amount = FieldVocabulary(
        "amount",
        sure: """
            amount, total cost, cost, costs, total, net amount, amount gbp, amount eur, spend, expenditure, total spend, \
            actual, actuals, kosten, betrag, montant, bedrag, cout, couts, total amount, cost gbp, cost eur, value, \
            gross amount, annual cost, monthly cost, staff cost, staff costs, budget, ausgaben, depenses, uitgaven, price, \
            totaal, gesamtkosten, totale kosten, cout total, net, cost usd, running cost, spend gbp, amount usd, operating cost
            """,
        likely: "sum, charge, charges, fee, figure, price total, invoice amount",
        weak: "gbp, eur, usd, gross",
        never: """
            id, date, centre, center, code, type, volume, number of, transactions, currency, description, name, per transaction, \
            vat, tax, budget code, rate, element, category, calls
            """
    )

    static let currency = FieldVocabulary(
        "currency",
        sure: """
            currency, currency code, curr, waehrung, währung, valuta, devise, munt, iso currency, price unit, cur, \
            transaction currency, local currency, unit of currency, curr code, ccy
            """
    )

    static let costService = FieldVocabulary(
        "service",
        sure: """
            service, service name, service area, cost centre, cost center, cost centre name, service line, product, dienst, \
            leistung, produkt, prestation, kostenstelle, kostenplaats, service title, business unit, cost object, \
            kostentraeger, directorate, department, department name, team, programme, activity, budget holder, afdeling, \
            abteilung, function, cost centre description, process, division
            """,
        likely:
            "category, account name, project, organisation, unit, type, name, description, expense area, group, budget line",
        never:
            "id, date, code, channel, amount, cost amount, supplier, currency, number, expense type, cost type, period"
    )

    static let costChannel = FieldVocabulary(
        "channel",
        sure:
            "channel, contact channel, access channel, kanaal, kanal, canal, channel name, delivery channel, service channel, vertriebskanal",
        likely: "method, medium, route, contact method, mode, via"
    )

    static let source = FieldVocabulary(
        "source",
        sure: "source, data source, ledger, cost source, source system, document, bron, quelle, source document",
        likely: "account, note, notes, invoice number, remark, reference",
        never: "date"
    )

    static let reason = FieldVocabulary(
        "reason",
        sure: """
            reason, merge reason, match reason, link reason, match type, match rule, method, link type, link method, \
            match method, reden, grund, raison, rule, merge type, linked by, how, matched on, link source, matched by, source event
            """,
        likely: "type, source, source system, source event, system",
        never: "id, date, time, score, at"
    )
}

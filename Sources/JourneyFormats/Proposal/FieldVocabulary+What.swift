// What happened, by which way, for what, and how it came out.
extension FieldVocabulary {
    static let touchpoint = FieldVocabulary(
        "touchpoint",
        sure: """
            touchpoint, concept name, activity, activity name, activity en, activity description, event name, event type, \
            event, eventname, action, action name, step, step name, task, task name, stage, milestone, \
            event description, activiteit, aktivitaet, aktivität, activite, activity type, history action, \
            case event, event action, interaction type, contact type description, transition, workflow step, \
            stap, schritt, etape, handeling, gebeurtenis, ereignis, evenement, taetigkeit, action type, phase
            """,
        likely: """
            new status, to status, new value, to state, incident state, new state, status, state, ticket status, \
            case status, case state, page name, pagename, page path, page title, page, screen name, screen, path, pagepath, \
            topic, entry point, call topic, call reason, contact reason, reason contact, reason for contact, \
            reason for call, reason call, call type, queue name, queue, skill name, skill, split, interaction, enquiry type, \
            transaction, operation, verb, event category, event code, statut, zustand, \
            status name, goal name, scan type, scan event, service point, onderwerp, anliegen, motif, \
            enquiry reason, visit reason, activity code, call category, wrap up code, wrapup code, \
            disposition, url path, page urlpath, type enquiry, type contact, reason visit, purpose visit, message type, what, wat, quoi, to
            """,
        weak: """
            type, category, kind, name, event label, label, description, title, product, item, transaction type, url, \
            request type, subject, code, campaign, location, department, soort, art, complaint type, service, service name
            """,
        never: """
            id, time, date, timestamp, at, count, number, value, user, agent, resource, channel, email, owner, lifecycle, \
            priority, severity, old, previous, from, duration, day, month, source, medium, device, browser, platform, \
            sub category, case type, sla, made, http, size, library, lib, params, phone, by, instance, index, approval, \
            payment status, card type, currency, language, vendor, version, fingerprint, attribute, referrer, survey
            """
    )

    /// Of a message that was sent: what it was.
    static let message = FieldVocabulary(
        "touchpoint",
        sure: """
            template, template name, message template, letter template, email template, campaign, campaign name, \
            campaign title, message name, notification name, notification type, message type, letter type, email name, \
            communication name, communication type, sjabloon, vorlage, modele, mailing, mailing name, notice type, \
            letter name, correspondence type, document type, flow name, journey name, event name
            """,
        likely: """
            category, categories, message category, template id, subject, email subject, purpose, reason, title, name, \
            broadcast, notice, notification, onderwerp, betreff, objet, message, tag, tags, event, activity name, singlesend name
            """,
        weak: "type, topic, messaging service sid, description, campaign id",
        never: """
            id sent, date, time, at, channel, status, recipient, email address, phone, number, count, body, text, sender, \
            event id, user, error, medium, service sid, message id, message sid, sg message id, smtp id, delivery, event timestamp
            """
    )

    static let channel = FieldVocabulary(
        "channel",
        sure: """
            channel, case channel, contact channel, intake channel, open data channel type, channel type, contact type, \
            contact method, contact mode, method received, method of contact, how received, received via, source channel, \
            via channel, submission channel, case origin, origin, media type, mediatype, channel name, communication channel, \
            access channel, service channel, request source, ticket source, report source, reported via, submitted via, \
            kanaal, kanal, eingangskanal, eingangsart, canal, canal contact, contactkanaal, kontaktweg, \
            kontaktart, entry channel, mode contact, method, delivery channel, delivery method, message channel, \
            notification channel, mode reception, intake method, sr method received, transport, kontaktkanal, medium, wijze ontvangst
            """,
        likely: """
            via, source, intake, submission method, media, mode, received by, request origin, message type, \
            notification type, communication type, type, touchpoint type, application type channel, platform, bron, quelle, \
            point contact, contact source, sms or email, service, provider type, traffic type, communication method
            """,
        never: """
            id, date, time, traffic source, utm, url, status, preferred, capture, data source, acquisition, consent, \
            source system, number, count, campaign, ip, referrer, library, lib, marketing, group, error, call type, \
            preference, session source, first source, event source, traffic, distribution
            """
    )

    static let service = FieldVocabulary(
        "service",
        sure: """
            service, service name, case service, complaint type, request type, service request type, sr type, \
            service type, enquiry type, inquiry type, case type, application type, service area, type request, \
            category, request category, ticket category, issue category, case category, product, product name, \
            service title, complaint category, type case, issue type, permit type, licence type, \
            topic category, casetypecode, document type, item type, mail type, post type, correspondence type, dienst, dienstleistung, leistung, produkt, zaaktype, zaaktypeomschrijving, prestation, demarche, \
            leistungsart, service line, business service, form name, benefit, scheme, claim type, work type, \
            problem type, sr short code, categorie, kategorie, type demande, hoofdcategorie, request name, \
            subject category, service requested, service group, ticket type, type aanvraag
            """,
        likely: """
            type, process, process name, problem, issue, nature, soort, art, department, department name, business unit, directorate, theme, subject, \
            topic, team, group, survey name, survey title, survey, project, project name, form, case department, \
            area, permit, skill, enquiry, programme, program, benefit type, queue, queue name, onderwerp, sub category, \
            subcategory, afdeling, abteilung, reason, form title, cost centre, organisation, clinic, specialty
            """,
        weak: "page, url, path, agency, agency name, description",
        never: """
            id, date, time, channel, status, code, agent, rating, nps, satisfaction, score, number, count, contact, priority, urgency, device, event, \
            activity, service sid, level, job, sent by, messaging service, closed, location type, error, assignment, action, \
            phone, product version, transaction, message type, provider, service point
            """
    )

    static let outcome = FieldVocabulary(
        "outcome",
        sure: """
            outcome, result, case outcome, resolution, disposition, call outcome, call result, decision, decision outcome, \
            close code, closed code, closure code, closure reason, resolution code, close reason, wrap up code, \
            wrapup code, wrap up, wrap up codes, disposition code, resultaat, ergebnis, resultat, call disposition, outcome code, \
            final decision, application outcome, request outcome, besluit, entscheidung, decision type, uitkomst, \
            disconnect reason, disconnect type, resolution type, closing reason, resolution status, end reason
            """,
        likely: """
            delivery status, message status, notification status, status, state, final status, completion status, statut, \
            answered, abandoned, resolved, success, event, last event, call status, completed
            """,
        never: """
            id, date, time, at, description, minutes, by, number, comment, notes, new, incident state, error, code error, \
            http, marital, employment, duration, action resolution
            """
    )

    static let direction = FieldVocabulary(
        "direction",
        sure: """
            direction, call direction, inbound outbound, in out, initiation method, originating direction, richting, richtung, \
            sens, call type direction, message direction, inbound or outbound, inout
            """,
        likely: "call type, initiated by, origination"
    )

    static let cost = FieldVocabulary(
        "cost",
        sure: "cost, case cost, cost total, total cost, costs, price, fee, kosten, cout, handling cost",
        likely: "amount, charge, revenue, value, expense, betrag, montant, bedrag",
        never: """
            id, date, time, code, centre, center, currency, type, unit, count, driver, new, old, event, lifetime, \
            customer, contact, field
            """
    )

    static let duration = FieldVocabulary(
        "duration",
        sure: """
            duration, duration seconds, duration ms, call duration, talk time, talk duration, handle time, \
            duration in seconds, time spent, length, dauer, duree, duur, visit duration, duration sec, call length, \
            duration minutes, avg talk duration
            """,
        likely: "elapsed time, elapsed, handling time, engagement time msec, service time, processing time",
        never: "date, start, end, id, wait, count, hold, queue"
    )

    static let sequence = FieldVocabulary(
        "sequence",
        sure:
            "sequence, seq, sequence number, seq no, sorting, event sequence, step number, order number in case, hit number, sort order",
        never: "id, reference, date"
    )

    static let purpose = FieldVocabulary(
        "purpose",
        sure: """
            purpose, purpose name, consent purpose, data use purpose, processing purpose, consent type, consent category, \
            permission type, doel, zweck, finalite, verarbeitungszweck, consent for, subscription type, list name, list, \
            topic, preference centre, preference center, consent name, subscription, consent group, data use, consent item, \
            communication type, doeleinde, activity type
            """,
        likely: "category, type, scope, permission, name, description, newsletter, audience, service, consent",
        weak: "title, label",
        never:
            "id, date, time, status, channel, given, method, email, version, user, person, customer, source, text, point"
    )

    /// Of an event: only what is called so.
    static let eventPurpose = FieldVocabulary(
        "purpose",
        sure: "purpose, contact purpose, message purpose, doel, zweck, finalite",
        isEnding: true
    )

    static let variant = FieldVocabulary(
        "variant",
        sure: "variant, experiment variant, ab variant, test variant, experiment group, ab group, variation",
        never: "index, id"
    )
}

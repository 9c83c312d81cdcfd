// Whose rows they are: service desks, councils, web analytics, call centres, messaging and CRM systems.
extension FieldVocabulary {
    static let person = FieldVocabulary(
        "person",
        sure: """
            person id, customer id, user id, client id, citizen id, resident id, visitor id, member id, patient id, \
            caller id, contact id, subscriber id, respondent id, recipient, recipient id, distinct id, user pseudo id, \
            customer ref, customer reference, customer number, client number, client ref, person ref, person reference, \
            person number, requester id, applicant id, claimant id, borrower id, cardholder id, taxpayer id, lead id, \
            anonymous id, amplitude id, domain userid, full visitor id, visitorid, userid, customerid, clientid, \
            data subject id, data subject identifier, data subject, account number, customer account, party id, \
            nhs number, bsn, klantnummer, klant id, kundennummer, kunden id, personennummer, personnummer, consent id, contact point id, contact point, individual id, caller phone, customer phone, borrower card, membership number, membership no, membership, patron id, library card number, numero client, \
            identifiant usager, id usager, id client, burgerservicenummer, visid, mcvisid, profile id, user uuid, \
            customer uuid, account reference, account ref, account no, customer no, client no, tenant ref, tenancy ref, household id, pseudo id, matched customer
            """,
        likely: """
            person, customer, client, citizen, resident, requester, requestor, requested by, caller, applicant, reporter, \
            claimant, subscriber, visitor, patient, member, borrower, patron, tenant, taxpayer, complainant, \
            respondent, contact, ani, from number, calling party, calling number, customer phone number, phone number, \
            caller number, customer endpoint address, customer endpoint, remote number, customer email, \
            requester email, recipient email, email address, to address, email, klant, aanvrager, melder, burger, kunde, \
            antragsteller, burger, einsender, usager, demandeur, beneficiaire, identifier, account id, card number, \
            library card, device id, participant, participant id, subject id, msisdn, mobile number, ontvanger, empfaenger, \
            empfanger, destinataire, geadresseerde
            """,
        weak: """
            user, user name, login, name, account, contact name, customer name, mobile, telephone, phone, from, to, destination, \
            id, who, wie, wer, qui, external reference, external data reference
            """,
        never: """
            agent, assigned, assignee, opened by, created by, updated by, resolved by, closed by, sent by, sys created by, \
            staff, operator, handler, employee, officer, clerk, resource, owner, bearbeiter, sachbearbeiter, \
            behandelaar, medewerker, author, advisor, adviser, counter, manager, bank, type, count, message, template, \
            channel, method, status, date, time, at, reason, group, segment, rating, score, satisfaction, language, case, \
            ticket, order, transaction, session, event, list, consent, city, region, country, city name, first name, \
            last name, gender, age, concept, service, page, file, product, queue, notification, preference, preferred, url, collector, opt in, opt out, supplier
            """,
        isEnding: true
    )

    static let caseID = FieldVocabulary(
        "case",
        sure: """
            case concept name, case id, incident, volgnummer, volgnr, bonnummer, wartenummer, numero ticket, ticketnummer, case key, case number, case ref, case reference, ticket id, ticket number, \
            ticket no, ticket, incident id, incident number, number, unique key, service request id, \
            service request number, sr number, sr id, request id, request number, request reference, \
            reference number, application id, application number, application reference, application ref, \
            planning reference, claim id, claim number, dossier id, dossier, dossiernummer, zaaknummer, zaak id, \
            zaakidentificatie, issue key, issue id, trace id, trace, order id, order number, conversation id, \
            contact id, call id, callid, call reference, interaction id, complaint id, complaint number, enquiry id, \
            enquiry reference, inquiry id, job number, work order id, work order number, file number, aktenzeichen, \
            vorgangsnummer, vorgangs id, vorgang, fallnummer, fall id, antragsnummer, numero dossier, \
            numero demande, reference dossier, id demande, meldingsnummer, aanvraagnummer, loan id, booking id, \
            booking reference, appointment id, admission id, episode id, parcel id, tracking number, \
            process instance id, process instance, process id, instance id, journey id, queue ticket, \
            token number, token, fine id, permit number, permit id, licence number, \
            case reference number, foi reference, reg nr, csr id, enquiry number, uuid case
            """,
        likely: """
            reference, ref, ref no, reference no, our reference, report id, report number, case, request, key, \
            referenz, kenmerk, nummer, numero, ani session, transaction id, transaction number, contact reference, \
            call number, call sid, ucid, chat id, thread id, application, visit number
            """,
        weak: "id, no, identifier, record id, sid, row id, ref id, object id, objectid",
        never: """
            customer, user, person, client, agent, parent, problem, duplicate, event, message, visit id, session, \
            account, device, date, time, type, status, count, phone, telephone, mobile, house, postcode, row number, \
            step, activity, name, service id, department, subject, queue name, area, location, ward, category, channel, \
            contact name, contact method, contact type, contact channel, contact email, contact reason, contact preference, \
            caller, problem id, respondent, visitor, amount, goal, value, cost, contact number
            """,
        isEnding: true
    )

    static let session = FieldVocabulary(
        "session",
        sure: """
            session id, session, visit id, idvisit, id visit, ga session id, domain sessionid, sessionid, visitid, \
            session key, session uuid, session number, visit number
            """,
        likely: "session token, visit",
        never: "start, end, count, duration, date, time, source, medium, engaged, length, type, campaign",
        isEnding: true
    )

    static let eventID = FieldVocabulary(
        "event_id",
        sure: """
            event id, event uuid, uuid, message id, messageid, insert id, hit id, sms id, message sid, \
            notification id, sg event id, sg message id, event key, activity instance id, history id, log id, \
            audit id, guid, entry id, eventid
            """,
        likely: "id, sid, record id, row id, record number, activity id, reference, transaction id, unique id",
        weak: "row number, no, index",
        never: "customer, user, person, client, case, session, agent, account, template, campaign, parent",
        isEnding: true
    )

    static let actor = FieldVocabulary(
        "actor",
        sure: """
            org resource, resource, agent, agent name, agent id, assigned to, assignee, handled by, officer, operator, \
            staff, employee, advisor, adviser, clerk, case worker, caseworker, handler, org role, performed by, \
            behandelaar, bearbeiter, sachbearbeiter, medewerker, agent username, owner, author, sent by, user name
            """,
        likely: "user, updated by, role, resolved by",
        never: "customer, group, date, time, count, email, queue, hierarchy"
    )

    static let alias = FieldVocabulary(
        "alias",
        sure: """
            alias, alias id, ga client id, google client id, web client id, anonymous id, previous id, old id, old customer id, merged id, duplicate id, secondary id, \
            source id, visitor id, device id, user pseudo id, cookie id, duplicate record, child id, losing id, \
            merged from, from id, external id, legacy id, former id, duplicate contact, subordinate id, matched id, \
            linked id, second id, id 2, original distinct id, alias of, secondary record, duplicate, crm id, \
            web id, source record id, source customer id, oude id, alte id, ancien id, distinct id, anonymousid, \
            other id, id b, id2, person 2, person b
            """,
        likely: "previous, old, secondary, source, merged, domain userid",
        never: "date, time, at, system, reason, type, method, name, score, source system",
        isEnding: true
    )

    static let aliasPerson = FieldVocabulary(
        "person",
        sure: """
            person id, person, canonical id, master id, golden id, golden record id, customer id, user id, new id, primary id, \
            surviving id, survivor id, merged into, merged into id, kept id, winner id, winning id, target id, \
            parent id, to id, distinct id, known id, id 1, first id, master record, master customer id, citizen id, \
            new customer id, primary record, account id, client id, userid, customerid, klantnummer, kundennummer, \
            crm id, contact id, member id, nieuwe id, neue id, id a, id1, person 1, person a, customer ref, \
            resident id, master customer
            """,
        likely: "customer, user, canonical, primary, master, survivor, into, client",
        never: "date, time, at, system, reason, type, method, name, score, alias, old, previous, anonymous",
        isEnding: true
    )
}

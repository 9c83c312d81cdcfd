// When things happened, began and ended.
extension FieldVocabulary {
    /// Of an event, the likeliest first where a row has several.
    static let time = FieldVocabulary(
        "time",
        sure: """
            time timestamp, event timestamp, event time, timestamp, time stamp, occurred at, event datetime, \
            event date time, activity time, activity timestamp, eventtime, true tstamp, derived tstamp, occurred, \
            happened at, action time, server time, server timestamp, hit time, changed at, change date, \
            status date, status changed at, sys updated at, updated at, sys updated on, \
            log time, tijdstip, zeitstempel, zeitpunkt, horodatage, datum tijd, datum uhrzeit, date heure, \
            start timestamp, conversation start, call start, call start time, call time, initiation timestamp, \
            start time, started at, start date time, visit time, scan time, scan date, event date, ts, tstamp
            """,
        likely: """
            datetime, date time, created at, created, created on, create time, date created, creation date, \
            transaction date, time, date, datum, sent at, sent, date sent, complete timestamp, completed at, \
            modified at, last modified, activity date, contact date, call date, date received, received at, reported, \
            logged at, opened at, open time, submitted at, date reported, incident date, visit date, arrival time, \
            date contact, interaction date, moment, when, at, collector tstamp, start date, started, \
            recorded at, entry date, timestamp utc, aangemaakt op, erstellt am, date creation, date evenement, begintijd
            """,
        weak: "month, day, week, year, period, hour",
        never: """
            end, ended, due, deadline, target, expected, planned, estimated, sla, birth, dob, expiry, expires, expiration, \
            synced, loaded, duration, elapsed, taken, zone, spent, minutes, seconds, count, response time, wait time, \
            talk time, handle time, hold time, queue time, resolution time, first seen, age, per, average, avg, valid, \
            effective, original timestamp, handling time, etl, server upload time, server received time, processing
            """
    )

    static let end = FieldVocabulary(
        "end",
        sure: """
            end time, end timestamp, finished time, ended at, end date, end, complete timestamp, completed timestamp, conversation end, \
            disconnect timestamp, call end, call end time, finish time, finished at, stop time, end date time, eindtijd, \
            ende, date fin, completion time, hang up time, end datetime
            """,
        likely: "completed at, date completed, completed, finished, ended, stop",
        never: "start, duration, weekend, planned, expected, due, user, reason, score, by"
    )

    static let recorded = FieldVocabulary(
        "recorded",
        sure: """
            recorded at, received at, ingested at, server received time, collector tstamp, receivedat, date recorded, \
            record time, recorded time, recordedtime, recorded
            """,
        never: "created, sent, inserted, updated"
    )

    /// When a survey was answered.
    static let feedbackTime = FieldVocabulary(
        "time",
        sure: """
            recorded date, submitted at, submit date, date submitted, submitted, submission date, submission time, \
            response date, responded at, completion time, completed at, date completed, end date, endtime, end time, \
            feedback date, survey date, \
            response time stamp, timestamp, answered at, response submitted, ingediend op, \
            datum ingevuld, eingereicht am, abgeschickt, abgegeben am, date soumission, date reponse
            """,
        likely: """
            created at, created, date created, created on, date, datum, datetime, date time, time, received, \
            reviewed at, rated at, review date, rating date, start date, started at, start time, starttime, day, \
            updated at, sent at, at, on
            """,
        weak: "month, period",
        never: "birth, dob, taken, seconds, duration, zone, visit, wait"
    )

    /// When a message went out.
    static let communicationTime = FieldVocabulary(
        "time",
        sure: """
            sent at, date sent, sent date, sent time, sent, send date, send time, sent on, time sent, date time sent, \
            sentat, message sent, delivery time, dispatched at, posted at, verzonden op, verzenddatum, gesendet am, \
            versanddatum, date envoi, envoye le, event time, timestamp, processed at
            """,
        likely: """
            time, created at, created, date created, date, datetime, date time, datum, event timestamp, ts, queued at, \
            last event time, delivered at, submitted at, posted, scheduled for, notification date, mailing date
            """,
        never:
            "completed, opened, clicked, updated, modified, zone, birth, expiry, duration, open, click, first, bounced"
    )

    /// When something was told about a person: a preference, a consent, an alias.
    static let statedTime = FieldVocabulary(
        "time",
        sure: """
            consent date, date consent, consent time, consent timestamp, consented at, consent given date, date updated, \
            updated at, last updated, updated, date changed, changed at, captured at, capture date, date captured, \
            captured on, date recorded, recorded at, recorded, timestamp, optin time, opt in time, opt in date, \
            optin date, status date, effective from, effective date, valid from, from date, interaction date, \
            transaction date, given at, granted at, preference date, last modified, modified at, modified on, \
            merged at, merge date, merge time, linked at, link date, linked on, matched at, matched on, match date, \
            since, date given, modified, wijzigingsdatum, gewijzigd op, geaendert am, datum, aktualisiert am, date maj, \
            date modification, date consentement, datum toestemming, einwilligung datum, first linked, asked at, \
            event date, event time, action date, login at, first login, unsubscribed at, seen at, identified at
            """,
        likely: """
            created at, created, date created, date, datetime, time, last changed, confirm time, start date, created on, \
            date added, on, at, received at, effective, identified
            """,
        never: "expiry, expires, expiration, withdrawn, withdrawal, birth, zone, until, to, end, last login, valid to"
    )

    static let until = FieldVocabulary(
        "until",
        sure: """
            until, valid until, valid to, expiry date, expires at, expiration date, expires, expiry, effective to, end date, \
            expires on, geldig tot, gueltig bis, date expiration, valid till, expiration
            """
    )

    static let costFrom = FieldVocabulary(
        "from",
        sure: """
            from, from date, date from, period start, start date, valid from, start, period from, start period, begin, \
            begin date, von, vanaf, van, debut, periode debut, date debut, beginn, effective from, period begin, \
            startdatum, begindatum
            """,
        likely: """
            month, period, quarter, financial year, fiscal year, year, accounting period, posting period, maand, monat, \
            mois, kwartaal, quartal, trimestre, jaar, jahr, annee, fiscal period, month ending, week, periode, date, \
            posting date, payment date, invoice date, billing month, datum
            """
    )

    static let costTo = FieldVocabulary(
        "to",
        sure: """
            to, to date, date to, period end, end date, valid to, end, period to, end period, bis, tot, fin, \
            date fin, ende, effective to, until, einddatum, enddatum, periode fin, tot en met
            """
    )
}

import Foundation

/// Words that stand in columns, whatever the columns are called. Compared without case, accents and signs.
enum KnownValues {
    /// Ways by which people and offices reach each other.
    static let channels = words(
        """
        phone, telephone, tel, call, calls, voice, ivr, call centre, call center, callcenter, telefoon, telefon, telephonique, \
        telefonisch, email, e mail, mail, mel, courriel, web, website, online, internet, portal, web portal, self service, \
        selfservice, site web, app, mobile, mobile app, android, ios, smartphone, chat, web chat, webchat, live chat, chatbot, \
        messaging, sms, text, text message, whatsapp, push, push notification, letter, post, postal, brief, courrier, paper, \
        fax, counter, desk, balie, schalter, guichet, front desk, reception, walk in, walkin, in person, inperson, face to face, \
        f2f, visit, branch, office, bezoek, vor ort, persoonlijk, personlich, kiosk, social, social media, twitter, facebook, \
        instagram, web form, webform, online form, formulier, formular, formulaire, webformulier, onlineformular, api, \
        portail, customer portal, mijn gemeente, one stop shop, no preference, video, callback, web self service, \
        post brief, papier, bureau, agent, constituent call, citizens connect app, city worker app, open311, phone call, \
        email in, schriftelijk, schriftlich, mail in, contact centre, contact center, agence, sur place, loket
        """
    )

    /// What becomes of a message on its way.
    static let deliveries = words(
        """
        delivered, sent, sending, queued, failed, failure, undelivered, bounced, bounce, hard bounce, soft bounce, opened, open, \
        clicked, click, accepted, processed, deferred, dropped, rejected, spam, spamreport, complaint, unsubscribed, \
        permanent failure, temporary failure, technical failure, returned, pending, created, received, read, no such number, \
        phone number does not exist, inbox not accepting messages, email address does not exist, in transit, suppressed, \
        phone not accepting messages right now, delayed, blocked, expired, dispatched, posted, printed, zugestellt, \
        gesendet, fehlgeschlagen, bezorgd, verzonden, mislukt, geopend, livre, envoye, echec, not delivered, undeliverable
        """
    )

    /// What a consent has come to.
    static let consents = words(
        """
        granted, denied, withdrawn, expired, asked, given, opt in, optin, opted in, opt out, optout, opted out, subscribed, \
        unsubscribed, active, inactive, pending, not given, refused, accepted, rejected, consented, declined, revoked, confirmed, \
        seen, notseen, not seen, allow, deny, yes, no, y, n, true, false, erteilt, widerrufen, verweigert, gegeven, ingetrokken, \
        geweigerd, accorde, refuse, retire, ja, nein, nee, oui, non, 1, 0, no response, not opted in, explicit, implied, cleaned
        """
    )

    /// Answers on a scale of words.
    static let ratings = words(
        """
        very satisfied, satisfied, neither satisfied nor dissatisfied, dissatisfied, very dissatisfied, neutral, very good, good, \
        ok, fair, poor, very poor, excellent, average, bad, very bad, very easy, easy, difficult, very difficult, \
        strongly agree, agree, disagree, strongly disagree, neither agree nor disagree, unsatisfied, very unsatisfied, \
        sehr zufrieden, zufrieden, unzufrieden, sehr unzufrieden, teils teils, zeer tevreden, tevreden, ontevreden, \
        zeer ontevreden, tres satisfait, satisfait, insatisfait, tres insatisfait, extremely satisfied, extremely likely, \
        happy, unhappy, positive, negative, thumbs up, thumbs down, offered, sehr gut, gut, schlecht, goed, slecht, bon, mauvais, \
        somewhat satisfied, somewhat dissatisfied, useful, not useful, helpful, not helpful, somewhat likely, not likely, \
        neither easy nor difficult, neutraal, ni satisfait ni insatisfait, yes, no
        """
    )

    static let booleans = words(
        "y, n, yes, no, true, false, t, f, 0, 1, ja, nein, nee, oui, non, wahr, falsch, vrai, faux, j"
    )

    static let directions = words(
        "inbound, outbound, in, out, incoming, outgoing, outbound api, outbound reply, outbound dial, callback, transfer, internal, queue transfer, eingehend, ausgehend, inkomend, uitgaand, entrant, sortant, outbound call, inbound call"
    )

    static let currencies: Set<String> = [
        "gbp", "eur", "usd", "chf", "dkk", "sek", "nok", "pln", "czk", "huf", "cad", "aud", "nzd", "jpy", "inr", "brl",
        "zar",
        "£", "€", "$", "eu", "euro", "pound", "pounds", "euros",
    ]

    /// Texts that stand for no value in many exports, exactly as they are written there. They are offered, never assumed.
    static let missing: Set<String> = [
        "?", "??", "N/A", "n/a", "NA", "#N/A", "NULL", "null", "Null", "(null)", "<null>", "[null]", "\\N", "NaN",
        "nan",
        "None", "NIL", "nil", "-", "--", "---", ".", "(not set)", "(not provided)", "not set", "(none)", "(blank)",
        "(empty)",
        "undefined", "<unknown>", "n.a.", "k.A.", "n.v.t.", "N.V.T.", "nvt", "#REF!", "NOT SET", "Not set", "MISSING",
    ]

    /// Days that systems write where there is none.
    static let missingDays = [
        "1900-01-01", "9999-12-31", "0001-01-01", "1753-01-01", "31/12/9999", "01/01/1900", "31.12.9999", "01.01.1900",
        "12/31/9999", "1899-12-30", "0000-00-00",
    ]

    static func plain(_ text: String) -> String {
        let folded = text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
        return folded.split { !$0.isLetter && !$0.isNumber && !"£€$".contains($0) }.joined(separator: " ").lowercased()
    }

    private static func words(_ list: String) -> Set<String> {
        Set(list.split(separator: ",").map { plain(String($0)) })
    }
}

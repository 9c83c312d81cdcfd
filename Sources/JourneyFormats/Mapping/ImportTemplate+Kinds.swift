// The templates, one for each kind of rows.
extension ImportTemplate {
    static let events = ImportTemplate(
        "events",
        "Things that happened, one a row: a page seen, a form sent, a call taken.",
        mapping: """
            rows = "events"

            [columns]
            event_id = "id"
            person = ["customer", "visitor"]
            case = "case"
            time = ["date", "clock"]
            touchpoint = "page"
            channel = "channel"
            service = "service"
            outcome = "outcome"
            duration = "seconds"
            cost = "cost"

            [times]
            zone = "Europe/London"
            format = "dd/MM/yyyy HH:mm"

            [numbers.seconds]
            unit = "s"

            [values.channel]
            "Web site" = "web"

            [values]
            missing = ["n/a"]

            [channels]
            digital = ["web"]
            assisted = ["phone"]

            [roles]
            start = ["start form"]
            end = ["confirmation"]
            """,
        table: """
            id,customer,visitor,case,date,clock,page,channel,service,outcome,seconds,cost
            1,,v-17,,02/01/2025,10:15,start form,Web site,housing,n/a,90,
            2,c-4,v-17,H-100,02/01/2025,10:31,confirmation,Web site,housing,completed,45,£0.12
            """
    )

    static let requests = ImportTemplate(
        "requests",
        "Requests with several times in a row: each time that is there is an event.",
        mapping: """
            rows = "events"

            [columns]
            event_id = "number"
            case = "number"
            person = "customer"
            service = "type"
            channel = "channel"

            [times]
            zone = "Europe/London"

            [[event]]
            time = "opened"
            touchpoint = "request opened"

            [[event]]
            time = "answered"
            touchpoint = "first answer"
            channel = "email"
            direction = "outbound"

            [[event]]
            time = "closed"
            touchpoint = "request closed"
            outcome = { column = "result" }

            [roles]
            start = ["request opened"]
            end = ["request closed"]
            """,
        table: """
            number,customer,type,channel,opened,answered,closed,result
            R-1,c-4,parking,phone,2025-01-02 10:00,2025-01-02 15:00,2025-01-04 09:00,completed
            R-2,c-9,parking,web,2025-01-03 11:00,2025-01-05 08:30,,
            """
    )

    static let messages = ImportTemplate(
        "messages",
        "Messages sent to people: events that go out.",
        mapping: """
            rows = "events"

            [columns]
            person = "recipient"
            time = "sent"
            touchpoint = "template"
            channel = "type"
            outcome = "status"

            [set]
            direction = "outbound"
            purpose = "communication"

            [values.status]
            "Permanent failure" = "undelivered"

            [channels]
            message = ["sms", "email"]
            """,
        table: """
            recipient,template,type,status,sent
            c-4,appointment reminder,sms,Delivered,2025-01-02T10:00:00Z
            c-9,appointment reminder,email,Permanent failure,2025-01-02T10:00:01Z
            """
    )

    static let preferences = ImportTemplate(
        "preferences",
        "What people were asked about how to reach them, and what they said.",
        mapping: """
            rows = "preferences"

            [columns]
            person = "customer"
            time = "recorded"
            value = "channel"

            [set]
            kind = "captured"
            purpose = "communication"
            """,
        table: """
            customer,recorded,channel,rank
            c-4,2025-01-02T10:31:00Z,sms,1
            c-9,2025-01-03T11:00:00Z,no preference,1
            """
    )

    static let consents = ImportTemplate(
        "consents",
        "Consent given, refused, taken back or run out.",
        mapping: """
            rows = "consents"

            [columns]
            person = "customer"
            time = "since"
            status = "answer"

            [set]
            purpose = "communication"

            [values.answer]
            "Yes" = "granted"
            "No" = "denied"
            """,
        table: """
            customer,since,answer,channel,until
            c-4,2025-01-02T10:31:00Z,Yes,sms,2027-01-02T00:00:00Z
            c-9,2025-01-03T11:00:00Z,No,,
            """
    )

    static let feedback = ImportTemplate(
        "feedback",
        "Answers to a survey, and prompts that nobody answered.",
        mapping: """
            rows = "feedback"

            [columns]
            time = "answered"
            person = "customer"
            score = "rating"
            comment = "why"

            [set]
            touchpoint = "confirmation"

            [numbers.rating]
            scale = "0..10"
            """,
        table: """
            answered,customer,service,channel,rating,why
            2025-01-02T10:40:00Z,c-4,housing,web,9 - very good,quick
            2025-01-04T09:10:00Z,c-9,parking,email,,
            """
    )

    static let costs = ImportTemplate(
        "costs",
        "What a service costs in a month, a quarter or a year.",
        mapping: """
            rows = "costs"
            decimal = ","

            [columns]
            period = "month"

            [set]
            currency = "EUR"

            [times]
            zone = "Europe/Amsterdam"
            """,
        table: """
            service;channel;month;amount;source
            housing;web;2025-01;€ 1.234,50;ledger
            housing;phone;2025-01;€ 9.870,00;ledger
            """
    )

    static let people = ImportTemplate(
        "people",
        "What is known of people, to break figures down by: each further column is a trait.",
        mapping: """
            rows = "people"

            [columns]
            person = "customer"
            """,
        table: """
            customer,region,age group
            c-4,north,25-44
            c-9,south,65+
            """
    )

    static let aliases = ImportTemplate(
        "aliases",
        "Two ids that are one person's.",
        mapping: """
            rows = "aliases"

            [columns]
            alias = "visitor"
            person = "customer"
            time = "signed in"

            [set]
            reason = "login"
            """,
        table: """
            visitor,customer,signed in
            v-17,c-4,2025-01-02T10:20:00Z
            v-18,c-9,2025-01-03T10:59:00Z
            """
    )

    static let assessments = ImportTemplate(
        "assessments",
        "Evidence for the stages of maturity that is no measurement.",
        mapping: """
            rows = "assessments"

            [times]
            zone = "Europe/London"
            """,
        table: """
            criterion,kind,score,statement,owner,date,expires
            I1,attested,80,Service list of January 2025,Head of services,2025-01-15,2026-01-15
            C4,not applicable,,No partner takes part,Head of services,2025-01-15,
            """
    )

    static let annotations = ImportTemplate(
        "annotations",
        "Days on which something changed, for the readers of charts.",
        mapping: """
            rows = "annotations"

            [columns]
            time = "day"
            text = "what happened"

            [times]
            zone = "Europe/London"
            """,
        table: """
            day,service,what happened
            2025-01-10,housing,The new form went live
            2025-01-20,,Phones were down all morning
            """
    )
}

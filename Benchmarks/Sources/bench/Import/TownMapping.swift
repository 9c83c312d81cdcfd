/// What the columns of the benchmarks' files mean, as mapping files for `cxm import --map`.
enum TownMapping {
    static let events = """
        rows = "events"

        [columns]
        event_id = "event_id"
        person = "person_id"
        time = "ts"
        channel = "channel"
        touchpoint = "touchpoint"
        service = "service"
        outcome = "outcome"
        duration = "duration_ms"
        cost = "cost_pence"

        [roles]
        start = ["start_form"]
        end = ["confirmation"]

        [channels]
        digital = ["web", "app"]
        assisted = ["phone", "counter", "chat"]
        message = ["email", "sms", "post"]

        """

    static let people = """
        rows = "people"

        [columns]
        person = "person_id"
        "person.preferred_channel" = "preferred_channel"
        "person.region" = "region"
        "person.consent" = "consent"

        """

    static let regionTrait = "person.region"
}

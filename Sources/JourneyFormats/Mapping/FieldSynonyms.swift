/// Column names that usually mean a field, the surest first. Compared without case and without anything but letters and
/// digits.
enum FieldSynonyms {
    static let table: [(field: String, names: [String])] = [
        (
            "case",
            [
                "case:concept:name", "case_id", "case", "trace_id", "dossier_id", "application_id", "ticket_id",
                "claim_id",
                "request_id", "order_id", "zaaknummer",
            ]
        ),
        (
            "person",
            [
                "person_id", "person", "user_id", "user", "customer_id", "customer", "client_id", "citizen_id",
                "citizen",
                "visitor_id", "member_id", "account_id", "patient_id", "anonymous_id",
            ]
        ),
        ("session", ["session_id", "session", "visit_id"]),
        (
            "touchpoint",
            [
                "touchpoint", "concept:name", "activity", "activity_name", "event_name", "event", "action",
                "event_type",
                "step", "task", "page",
            ]
        ),
        (
            "time",
            [
                "time:timestamp", "timestamp", "time", "event_time", "event_timestamp", "occurred_at", "datetime",
                "date_time",
                "complete_timestamp", "created_at", "start_timestamp", "start_time", "ts", "date",
            ]
        ),
        ("end", ["end", "end_time", "end_timestamp", "finished_at", "completed_at"]),
        ("recorded", ["recorded", "recorded_at", "received_at"]),
        ("channel", ["channel", "case:channel", "contact_channel", "intake_channel"]),
        ("service", ["service", "case:service", "service_name"]),
        ("outcome", ["outcome", "result", "case:outcome"]),
        ("event_id", ["event_id", "message_id", "event_uuid"]),
        ("direction", ["direction"]),
        ("cost", ["cost", "cost:total", "costs"]),
        ("duration", ["duration", "duration_ms"]),
        ("purpose", ["purpose"]),
        ("variant", ["variant"]),
        ("sequence", ["sequence", "seq", "sequence_number"]),
    ]

    static func simplified(_ name: String) -> String {
        String(name.lowercased().filter { $0.isLetter || $0.isNumber })
    }
}

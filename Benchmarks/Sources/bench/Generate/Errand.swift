/// What somebody comes for in one session: touchpoints one after the other, some of which fall away.
struct Errand: Sendable {
    struct Stop: Sendable {
        var touchpoint: String
        /// How often in a thousand this stop is made by those who come so far.
        var chance: Int
        /// How often in a thousand the session ends after it.
        var leaving: Int
    }

    var weight: Int
    var stops: [Stop]

    private init(_ weight: Int, _ stops: (String, chance: Int, leaving: Int)...) {
        self.weight = weight
        self.stops = stops.map { Stop(touchpoint: $0.0, chance: $0.chance, leaving: $0.leaving) }
    }

    static let all = [
        Errand(
            30,
            ("landing", 1000, 180),
            ("sign_in", 350, 60),
            ("start_form", 900, 170),
            ("guidance", 120, 50),
            ("upload_document", 850, 120),
            ("document_refused", 130, 300),
            ("upload_document", 150, 60),
            ("submit", 800, 90),
            ("pay_fee", 300, 40),
            ("payment_refused", 40, 400),
            ("confirmation", 900, 400),
            ("rate_service", 250, 500)
        ),
        Errand(
            14,
            ("landing", 900, 150),
            ("search", 700, 200),
            ("guidance", 600, 250),
            ("common_questions", 500, 250),
            ("check_eligibility", 400, 200),
            ("work_out_fee", 300, 200),
            ("start_form", 300, 300),
            ("save_draft", 600, 700)
        ),
        Errand(
            8,
            ("sign_in", 1000, 60),
            ("resume_draft", 900, 150),
            ("upload_document", 700, 150),
            ("save_draft", 150, 600),
            ("submit", 850, 60),
            ("confirmation", 900, 600)
        ),
        Errand(
            12,
            ("phone_menu", 1000, 120),
            ("call_lost", 150, 500),
            ("phone_agent", 850, 400),
            ("call_back", 120, 600),
            ("complaint", 50, 800)
        ),
        Errand(6, ("chat_robot", 1000, 350), ("common_questions", 300, 200), ("chat_agent", 600, 700)),
        Errand(
            10,
            ("sign_in", 500, 50),
            ("check_status", 1000, 450),
            ("decision", 300, 500),
            ("appeal", 80, 700),
            ("phone_menu", 200, 300),
            ("phone_agent", 800, 700)
        ),
        Errand(
            7,
            ("book_visit", 1000, 150),
            ("visit_reminder", 700, 100),
            ("counter_visit", 800, 350),
            ("document_accepted", 500, 600),
            ("review_case", 150, 600)
        ),
        Errand(
            7,
            ("letter_in", 1000, 250),
            ("letter_out", 700, 500),
            ("text_out", 300, 600),
            ("phone_menu", 150, 300)
        ),
        Errand(6, ("email_in", 1000, 200), ("email_out", 850, 500), ("email_in", 300, 500)),
        Errand(5, ("renewal_notice", 1000, 500), ("landing", 800, 200), ("sign_in", 600, 200), ("submit", 500, 100)),
        Errand(3, ("sign_up", 1000, 250), ("sign_in", 800, 300), ("change_address", 500, 600)),
    ]
    static let sums = Town.sums(all.map(\.weight))
}

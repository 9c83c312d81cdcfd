import JourneyModel

extension Life {
    private static let praise = ["Quick and clear", "Easier than I expected", "The clerk was kind"]
    private static let complaints = [
        "I had to give everything twice", "The upload did not accept my photo", "No answer for weeks",
        "I asked for a letter and got a text", "Not usable with my screen reader",
    ]

    /// Asked after success on every channel, more often online (D15, D23).
    mutating func askAfterSuccess(_ errand: Errand) throws {
        guard random.chance(errand.channel.isDigital ? 620 : 280) else { return }
        var scores = errand.plan.scores
        if errand.service == .housing, errand.time >= calendar.uploadChange { scores = [20, 20, 24, 22, 14] }
        if errand.service == .parking, errand.time >= calendar.parkingForm { scores = [2, 3, 10, 36, 49] }
        if errand.wasHandedOver { scores = [16, 18, 24, 26, 16] }
        let touchpoint: Touchpoint = errand.plan.endsWithLetter ? .decisionNotice : .confirmation
        try prompt(errand, touchpoint, outcome: "completed", scores: scores, answers: 300)
    }

    /// Half of the services ask after a failure too.
    mutating func askAfterFailure(_ errand: Errand) throws {
        guard errand.plan.asksAfterFailure, random.chance(600) else { return }
        try prompt(errand, .errorPage, outcome: "error", scores: [44, 26, 16, 9, 5], answers: 240)
    }

    private mutating func prompt(
        _ errand: Errand,
        _ touchpoint: Touchpoint,
        outcome: String,
        scores: [Int],
        answers: Int
    ) throws {
        var record = FeedbackRecord(
            time: errand.time.advanced(by: random.draw(.minutes(1, 2, 5, 30, 900))),
            person: resident.id,
            service: errand.service.name,
            channel: errand.channel.name,
            touchpoint: touchpoint.rawValue,
            outcome: outcome
        )
        if random.chance(answers) {
            let score = random.pick(scores) + 1
            record.score = Double(score)
            if random.chance(180) {
                let texts = score > 3 ? Life.praise : Life.complaints
                record.comment = texts[Int(random.below(Int64(texts.count)))]
            }
        }
        try note(.feedback(record), at: record.time)
    }
}

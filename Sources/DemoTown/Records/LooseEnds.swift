import JourneyModel

/// What lies outside the two years, and must move no figure within them.
extension Life {
    /// Of every thousand people one rated a decision in the month before the log begins.
    func rateBeforeTheLog() throws {
        guard resident.number % 1000 == 500, let from = calendar.monthBefore.from else { return }
        let record = FeedbackRecord(
            time: from.advanced(by: Milliseconds(1 + resident.number / 1000 % 28) * .day),
            person: resident.id,
            service: TownService.planning.name,
            channel: TownChannel.post.name,
            touchpoint: Touchpoint.decisionNotice.rawValue,
            outcome: "completed",
            score: Double(1 + resident.number / 1000 % 5)
        )
        try writer.take(.feedback(record))
    }

    /// One event of the town has the date that stands for none in many a register: 9999-12-31 (D27, D28).
    mutating func leaveAWrongDate() throws {
        guard resident.number == 2345, let date = CivilDate(year: 9999, month: 12, day: 31) else { return }
        var moment = Moment(.helpPage, .web, .waste, at: Zone.utc.start(of: date))
        moment.purpose = "information"
        try write(moment)
    }
}

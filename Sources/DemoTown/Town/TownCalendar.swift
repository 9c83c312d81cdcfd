import JourneyModel

/// The two years of the town and the days of its stories. Days are counted from the last one, so that the stories keep
/// their distance when another last day is asked for; the dates in the comments are those of the default.
struct TownCalendar {
    let firstDay: CivilDate
    /// 731 days by default, because 2024 is a leap year.
    let days: Int
    let start: Timestamp
    /// Just after the last day: the data horizon lies before it.
    let end: Timestamp
    /// 14 November 2025: the housing form's upload step changes.
    let uploadChange: Timestamp
    /// 1 March 2025: benefits begins to send payment notices by SMS.
    let paymentNotices: Timestamp
    /// 1 October 2025: the parking form is shorter.
    let parkingForm: Timestamp
    /// 1 March to 30 September 2025: the council tax form is tested in two variants.
    let formTest: TimeRange
    /// The Saturday nearest to 11 October 2025, and the Monday after it: the website is down between them.
    let outageStart: Timestamp
    let outageEnd: Timestamp
    /// August 2025: nobody is there to chat with.
    let chatPause: TimeRange
    /// A month before the first day, of which the ledger and the survey have something and the log has nothing.
    let monthBefore: TimeRange

    init(lastDay: CivilDate) {
        let last = lastDay.daysSinceEpoch
        let before = CivilDate(daysSinceEpoch: last + 1)
        firstDay =
            CivilDate(year: before.year - 2, month: before.month, day: before.day)
            ?? CivilDate(daysSinceEpoch: last - 730)
        days = last - firstDay.daysSinceEpoch + 1
        start = TownCalendar.midnight(firstDay.daysSinceEpoch)
        end = TownCalendar.midnight(last + 1)
        uploadChange = TownCalendar.midnight(last - 47)
        paymentNotices = TownCalendar.midnight(last - 305)
        parkingForm = TownCalendar.midnight(last - 91)
        formTest = TimeRange(from: TownCalendar.midnight(last - 305), to: TownCalendar.midnight(last - 91))
        let target = last - 81
        let saturday = target + 3 - (CivilDate(daysSinceEpoch: target + 3).weekday + 1) % 7
        outageStart = TownCalendar.midnight(saturday)
        outageEnd = TownCalendar.midnight(saturday + 2)
        chatPause = TimeRange(from: TownCalendar.midnight(last - 152), to: TownCalendar.midnight(last - 121))
        monthBefore = Period(.month, containing: firstDay).advanced(by: -1).range(in: .utc)
    }

    func contains(_ time: Timestamp) -> Bool { time >= start && time < end }

    func isOutage(_ time: Timestamp) -> Bool { time >= outageStart && time < outageEnd }

    func isChatPaused(_ time: Timestamp) -> Bool { chatPause.contains(time) }

    /// Quarters of the calendar year from that of the first day, 0-based.
    func quarter(of time: Timestamp) -> Int {
        let date = Zone.utc.date(at: time)
        return (date.year - firstDay.year) * 4 + (date.month - 1) / 3 - (firstDay.month - 1) / 3
    }

    private static func midnight(_ day: Int) -> Timestamp {
        Timestamp(milliseconds: Int64(day) * .day)
    }
}

extension Timestamp {
    /// This instant, or the next morning (08:00 to 10:00) where it falls in the night: phones and desks are closed.
    func whenOpen(_ random: inout TownRandom) -> Timestamp {
        let day = floorDivide(milliseconds, .day)
        let ofDay = milliseconds - day * .day
        if ofDay >= 8 * .hour && ofDay < 19 * .hour { return self }
        let morning = (ofDay < 8 * .hour ? day : day + 1) * .day + 8 * .hour
        return Timestamp(milliseconds: morning + random.below(2 * .hour))
    }
}

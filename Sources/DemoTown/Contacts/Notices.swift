import JourneyModel

extension Life {
    /// Two in five who finish are sent a confirmation.
    mutating func confirm(_ errand: Errand) throws {
        guard random.chance(400) else { return }
        let time = errand.time.advanced(by: random.draw(.minutes(1, 3, 10, 60, 1400)))
        try send(.confirmationSent, errand.service, at: time, purpose: "confirmation", caseID: errand.caseID)
    }

    /// A decision goes to everybody who finished, days or weeks later.
    ///
    /// - Parameter known: what it says where that is known before.
    /// - Returns: when.
    @discardableResult
    mutating func decide(_ errand: Errand, as known: String? = nil) throws -> Timestamp {
        try chase(errand)
        let time = errand.time.advanced(by: random.draw(.hours(48, 120, 220, 380, 700)))
        let outcome = known ?? (random.chance(760) ? "granted" : "refused")
        try send(
            .decisionNotice,
            errand.service,
            at: time,
            purpose: "decision",
            on: errand.plan.endsWithLetter ? .post : nil,
            outcome: outcome,
            caseID: errand.caseID
        )
        return time
    }

    /// One in six who gave up is reminded three days later.
    mutating func remind(_ errand: Errand) throws {
        guard random.chance(160) else { return }
        let time = errand.time.advanced(by: 3 * .day + random.below(4 * .hour)).whenOpen(&random)
        try send(.reminderSent, errand.service, at: time, purpose: "reminder", caseID: errand.caseID)
    }

    /// What members get without asking for anything.
    mutating func serve(_ service: TownService) throws {
        switch service {
        case .councilTax: try billYearly()
        case .libraries: try remind(service, .loanReminder, times: 1 + Int(random.below(6)))
        case .waste: try remind(service, .collectionReminder, times: 1 + Int(random.below(5)))
        case .benefits: try payMonthly()
        default: break
        }
    }

    private mutating func remind(_ service: TownService, _ touchpoint: Touchpoint, times: Int) throws {
        for _ in 0..<times {
            let day = seasons.day(for: service, &random)
            try send(touchpoint, service, at: Hours.time(on: day, online: false, &random), purpose: "reminder")
        }
    }

    /// The bill comes in March, a reminder in April to one in seven.
    private mutating func billYearly() throws {
        for year in calendar.firstDay.year...calendar.firstDay.year + 2 {
            guard let march = CivilDate(year: year, month: 3, day: 3) else { continue }
            let day = Zone.utc.start(of: march).advanced(by: random.below(12) * .day)
            try send(.annualBill, .councilTax, at: Hours.time(on: day, online: false, &random), purpose: "bill")
            guard random.chance(140) else { continue }
            let later = day.advanced(by: (32 + random.below(14)) * .day)
            try send(.reminderSent, .councilTax, at: later.whenOpen(&random), purpose: "reminder")
        }
    }

    /// Benefits are paid once a month, and people call to ask when. From March 2025 an SMS says so to the half that
    /// signed up; they call half as often (seed survey: the SMS payment notices).
    private mutating func payMonthly() throws {
        let signsUp = random.chance(540) && !consent.forbids(.sms, at: calendar.end)
        let signUp = calendar.paymentNotices.advanced(by: random.below(14) * .day + 9 * .hour)
        if signsUp {
            try write(.asked, at: signUp, purpose: "payment notices", channel: .sms)
            try write(.granted, at: signUp, purpose: "payment notices", channel: .sms)
        }
        for month in 0..<calendar.days / 30 {
            let payday = calendar.start.advanced(by: Milliseconds(month) * 30 * .day + 25 * .day)
            let isTold = signsUp && payday >= signUp
            if isTold {
                let time = payday.advanced(by: -3 * .day + 10 * .hour)
                try send(.paymentNotice, .benefits, at: time, purpose: "payment date", on: .sms)
            }
            guard random.chance(isTold ? 57 : 125) else { continue }
            try enquire(
                .benefits,
                after: payday.advanced(by: -6 * .day),
                within: .hours(2, 40, 90, 150, 240),
                reason: Reason.paymentDate
            )
        }
    }
}

import JourneyModel

extension Life {
    /// At the counters of some services a third or more are told to go on at home, on the web, where two in three of
    /// them are asked again for what they had given (D20).
    mutating func handOver(_ errand: inout Errand) throws {
        guard errand.channel == .counter, !resident.isOffline, random.chance(errand.plan.sentToWeb) else { return }
        errand.channel = .web
        errand.wasHandedOver = true
        errand.time = errand.time.advanced(by: random.draw(.hours(1, 4, 14, 26, 72)))
        errand.session = newSession()
        let again = random.chance(650)
        guard !isDown(errand) else { return }
        try note(step(.startForm, errand) { $0.asksAgain = again })
    }

    /// Lost. What next: a call within a day, the help page, the counter, a letter, or nothing.
    mutating func lose(_ errand: Errand) throws {
        guard errand.channel.isDigital else { return }
        try remind(errand)
        if random.chance(leak(of: errand)) { return try phoneInstead(errand) }
        switch random.pick([150, 60, 40, 30, 720]) {
        case 0:
            var next = errand
            next.time = errand.time.advanced(by: random.draw(.minutes(1, 2, 4, 9, 28)))
            guard !isDown(next) else { return }
            try note(step(.helpPage, next) { $0.purpose = "information" })
        case 1:
            try contact(.counterVisit, .counter, errand, after: .hours(2, 14, 26, 50, 120))
        case 2:
            try contact(.letterReceived, .post, errand, after: .hours(30, 60, 90, 130, 220))
        case 3:
            try contact(.chatEnquiry, .chat, errand, after: .minutes(1, 4, 15, 90, 900))
        default:
            break
        }
    }

    private func leak(of errand: Errand) -> Int {
        if isDown(errand) { return 600 }
        if errand.service == .housing, errand.time >= calendar.uploadChange { return 640 }
        return errand.plan.leak
    }

    /// A web drop-off that turns into a phone call (D18c); some of these are finished by the clerk, who mostly asks for
    /// everything again.
    private mutating func phoneInstead(_ errand: Errand) throws {
        var call = errand
        let reason = isDown(errand) ? Reason.siteDown : Reason.stuckOnline
        call.session = nil
        call.channel = .phone
        call.time = errand.time.advanced(by: random.draw(.minutes(4, 20, 60, 180, 540))).whenOpen(&random)
        let finishes = random.chance(380)
        let duration = random.draw(.minutes(3, 6, 9, 14, 30))
        try note(
            step(.phoneEnquiry, call) { moment in
                moment.direction = Direction.inbound
                moment.purpose = "enquire"
                moment.reason = reason
                moment.outcome = finishes ? Outcome.resolved : "open"
                moment.duration = duration
            }
        )
        guard finishes else { return }
        call.time = call.time.advanced(by: duration)
        let again = random.chance(700)
        try note(step(.startForm, call) { $0.asksAgain = again })
        call.time = call.time.advanced(by: random.draw(.minutes(3, 5, 8, 12, 20)))
        try note(step(.submit, call))
        call.time = call.time.advanced(by: random.draw(errand.plan.processing)).whenOpen(&random)
        let outcome = completion(call)
        if !errand.plan.endsWithLetter { try note(step(.confirmation, call) { $0.outcome = outcome }) }
        try close(call, outcome)
    }

    private mutating func contact(
        _ touchpoint: Touchpoint,
        _ channel: TownChannel,
        _ errand: Errand,
        after pause: Spread
    ) throws {
        var next = errand
        next.channel = channel
        next.session = channel == .chat ? newSession() : nil
        next.time = errand.time.advanced(by: random.draw(pause)).whenOpen(&random)
        var touchpoint = touchpoint
        if channel == .chat, calendar.isChatPaused(next.time) {
            (touchpoint, next.channel, next.session) = (.phoneEnquiry, .phone, nil)
        }
        let outcome = random.chance(550) ? Outcome.resolved : "open"
        try note(
            step(touchpoint, next) { moment in
                moment.direction = Direction.inbound
                moment.purpose = "enquire"
                moment.reason = Reason.stuckOnline
                moment.outcome = outcome
            }
        )
    }
}

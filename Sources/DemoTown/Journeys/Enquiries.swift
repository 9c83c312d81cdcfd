import JourneyModel

extension Life {
    /// An enquiry after `time`: mostly by phone, else by chat, e-mail or letter. One in eight calls is followed by
    /// another about the same within a week, often although the first was marked resolved (D18b).
    mutating func enquire(
        _ service: TownService,
        after time: Timestamp,
        within pause: Spread,
        reason: String,
        caseID: String? = nil
    ) throws {
        let weights = resident.isOffline ? [80, 0, 0, 20] : [66, 14, 15, 5]
        var way = random.pick(weights)
        let time = time.advanced(by: random.draw(pause)).whenOpen(&random)
        if way == 1, calendar.isChatPaused(time) { way = 0 }
        let touchpoint = [Touchpoint.phoneEnquiry, .chatEnquiry, .emailEnquiry, .letterReceived][way]
        let channel = [TownChannel.phone, .chat, .email, .post][way]
        var moment = Moment(touchpoint, channel, service, at: time)
        moment.caseID = caseID
        moment.session = channel == .chat ? newSession() : nil
        moment.direction = Direction.inbound
        moment.purpose = "enquire"
        moment.actor = "staff"
        moment.reason = reason
        moment.outcome = random.chance(720) ? Outcome.resolved : "open"
        moment.duration = random.draw(.minutes(2, 4, 6, 10, 24))
        try note(moment)
        if channel == .phone, random.chance(125) {
            moment.time = moment.time.advanced(by: random.draw(.hours(3, 20, 46, 90, 150))).whenOpen(&random)
            moment.outcome = Outcome.resolved
            try note(moment)
        }
    }

    /// While a case waits to be decided, some ask how it stands (D18a).
    mutating func chase(_ errand: Errand) throws {
        guard random.chance(160) else { return }
        try enquire(
            errand.service,
            after: errand.time,
            within: .hours(20, 30, 38, 42, 46),
            reason: Reason.chase,
            caseID: errand.caseID
        )
    }

    /// Everybody is seen at least once: those online look something up on the web or in the app, the others ask.
    mutating func browse() throws {
        for _ in 0..<(1 + random.pick([70, 22, 8])) {
            let service = TownService.allCases[random.pick(Life.interests)]
            let day = seasons.day(for: service, &random)
            if resident.isOffline {
                try enquire(service, after: day, within: .hours(9, 11, 13, 15, 18), reason: Reason.general)
            } else {
                try lookUp(service, on: day)
            }
        }
    }

    private static let interests = [14, 10, 5, 6, 8, 6, 20, 18, 6, 5, 5, 3]

    private mutating func lookUp(_ service: TownService, on day: Timestamp) throws {
        let channel: TownChannel = random.chance(300) ? .app : .web
        // Not a landing: that is where a transaction's funnel begins.
        var moment = Moment(.helpPage, channel, service, at: Hours.time(on: day, online: true, &random))
        moment.direction = Direction.inbound
        moment.purpose = "information"
        moment.session = newSession()
        moment.duration = random.draw(.seconds(15, 40, 80, 160, 500))
        if channel == .web, calendar.isOutage(moment.time) {
            moment.touchpoint = .errorPage
            moment.outcome = "error"
        }
        try note(moment)
        if random.chance(60) {
            try enquire(service, after: moment.time, within: .minutes(5, 30, 120, 400, 1200), reason: Reason.general)
        }
    }

    /// The weekend on which the website is down: some people look something up, meet an error, and half of them phone.
    mutating func meetOutage() throws {
        guard !resident.isOffline, random.chance(17) else { return }
        let service = TownService.allCases[random.pick(Life.interests)]
        let day = calendar.outageStart.advanced(by: random.below(2) * .day)
        var moment = Moment(.errorPage, .web, service, at: Hours.time(on: day, online: true, &random))
        moment.purpose = "information"
        moment.actor = "system"
        moment.outcome = "error"
        moment.session = newSession()
        try note(moment)
        guard random.chance(520) else { return }
        var call = Moment(.phoneEnquiry, .phone, service, at: moment.time)
        call.time = call.time.advanced(by: random.draw(.minutes(3, 15, 60, 240, 700))).whenOpen(&random)
        call.direction = Direction.inbound
        call.purpose = "enquire"
        call.actor = "staff"
        call.reason = Reason.siteDown
        call.outcome = "open"
        call.duration = random.draw(.minutes(1, 2, 4, 6, 12))
        try note(call)
    }

    /// What a broken log leaves behind: visits without a person, and now and then one without service or channel (D27).
    mutating func leaveAnonymousTraces() throws {
        guard !resident.isOffline, random.chance(90) else { return }
        let service = TownService.allCases[random.pick(Life.interests)]
        let day = seasons.day(for: service, &random)
        var moment = Moment(.helpPage, .web, service, at: Hours.time(on: day, online: true, &random))
        moment.isAnonymous = true
        guard !calendar.isOutage(moment.time) else { return }
        if random.chance(250) { moment.service = nil }
        if random.chance(150) { moment.channel = nil }
        try note(moment)
    }
}

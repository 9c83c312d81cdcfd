import JourneyModel

extension Life {
    /// One attempt to get something from `service`: landing, form, documents, submitting, confirmation, on whichever
    /// channel, until it is done or lost.
    mutating func transact(_ service: TownService, at start: Timestamp, isRenewal: Bool) throws {
        var errand = makeErrand(service, at: start, isRenewal: isRenewal)
        // A paper form has no landing: it is asked for and comes by post.
        if errand.channel != .post {
            try note(step(.landing, errand) { $0.direction = Direction.inbound })
        }
        var outcome: String?
        for (stage, touchpoint) in errand.touchpoints {
            if stage == .submit { try handOver(&errand) }
            if isDown(errand) { return try breakOff(&errand) }
            if !random.chance(chance(of: stage, errand)) {
                if errand.channel.isDigital, stage.rawValue > 1, random.chance(350) { try fail(&errand) }
                guard random.chance(45) else { return try lose(errand) }
                // A few come back on their own some days later and go on.
                errand.time = errand.time.advanced(by: random.draw(.hours(20, 40, 70, 110, 200)))
                errand.session = errand.channel.isDigital ? newSession() : nil
            }
            advance(&errand, by: pause(before: stage, errand))
            if isDown(errand) { return try breakOff(&errand) }
            outcome = try reach(stage, touchpoint, &errand)
        }
        try conclude(errand, outcome)
    }

    /// The event of a step of `errand` at its present time.
    func step(_ touchpoint: Touchpoint, _ errand: Errand, _ change: (inout Moment) -> Void = { _ in }) -> Moment {
        var moment = Moment(touchpoint, errand.channel, errand.service, at: errand.time)
        moment.caseID = errand.caseID
        moment.session = errand.session
        moment.purpose = "apply"
        moment.variant = errand.variant
        if touchpoint == .landing || touchpoint == .startForm { moment.caseKind = errand.kind }
        if !errand.channel.isDigital { moment.actor = "staff" }
        change(&moment)
        return moment
    }

    private mutating func reach(
        _ stage: Errand.Stage,
        _ touchpoint: Touchpoint,
        _ errand: inout Errand
    ) throws -> String? {
        let duration = random.draw(
            errand.channel.isDigital ? .seconds(20, 60, 120, 240, 600) : .minutes(2, 4, 7, 12, 25)
        )
        let outcome = stage == .confirmation ? completion(errand) : nil
        // Who decides by letter says nothing before.
        if stage == .confirmation, errand.plan.endsWithLetter { return outcome }
        let isPaper = errand.channel == .post && stage == .form
        try note(
            step(touchpoint, errand) { moment in
                moment.duration = duration
                moment.outcome = outcome
                if isPaper { moment.direction = Direction.inbound }
                if stage == .confirmation, errand.channel.isDigital { moment.actor = "system" }
            }
        )
        if stage == .submit, errand.plan.hasPayment {
            var paid = errand
            if !errand.isStampedAsOne { paid.time = errand.time.advanced(by: 1 * .second) }
            try note(step(.payment, paid))
            errand.time = paid.time
        }
        return outcome
    }

    /// Not everybody who reaches the end gets what they came for; it is an end all the same (D12).
    /// Where somebody still has to decide, the case stays open until the notice.
    mutating func completion(_ errand: Errand) -> String? {
        if random.chance(errand.plan.hasDecision ? 60 : 15) { return "ineligible" }
        if errand.plan.hasDecision { return nil }
        return random.chance(errand.plan.hasPayment ? 35 : 5) ? "already done" : "completed"
    }

    /// Moves on; whoever stays away for more than half an hour returns in a new session (D10), in opening hours where
    /// the channel has any.
    private mutating func advance(_ errand: inout Errand, by pause: Milliseconds) {
        errand.time = errand.time.advanced(by: pause)
        if errand.channel.isDigital {
            if pause > 30 * .minute { errand.session = newSession() }
        } else {
            errand.time = errand.time.whenOpen(&random)
        }
    }

    private mutating func pause(before stage: Errand.Stage, _ errand: Errand) -> Milliseconds {
        switch stage {
        case .form:
            return random.draw(errand.channel == .post ? .hours(20, 40, 60, 90, 160) : .minutes(0, 1, 3, 5, 12))
        case .upload, .submit:
            let pause = random.draw(errand.plan.hasUpload ? errand.plan.finding : .minutes(1, 3, 5, 9, 20))
            return errand.channel.isDigital ? pause : 2 * pause
        case .confirmation:
            let pause = random.draw(errand.plan.processing)
            if errand.isStampedAsOne { return 0 }
            // With people it takes longer: papers are passed from desk to desk.
            let isByHand = !errand.channel.isDigital && errand.plan.hasDecision
            return isByHand ? 3 * pause : pause
        }
    }

    /// The chance in thousandths that this person goes on to `stage`.
    private func chance(of stage: Errand.Stage, _ errand: Errand) -> Int {
        var lost = 1000 - errand.plan.keep[stage.rawValue]
        if !errand.channel.isDigital, errand.service != .birth, stage != .confirmation { lost = lost * 120 / 100 + 10 }
        // The new upload step loses more than half; the shorter parking form more than halves what was lost.
        if errand.service == .housing, stage == .upload, errand.channel.isDigital, errand.time >= calendar.uploadChange
        {
            lost = 540
        }
        if errand.service == .parking, errand.time >= calendar.parkingForm { lost = lost * 45 / 100 }
        // Variant B of the council tax form asks for less and loses a quarter as many at its last step.
        if errand.variant == "B", stage == .submit { lost = lost * 25 / 100 }
        if errand.wasHandedOver, stage != .confirmation { lost = lost * 180 / 100 }
        return 1000 - min(900, lost * resident.hardship(digital: errand.channel.isDigital) / 100)
    }

    func isDown(_ errand: Errand) -> Bool {
        errand.channel == .web && calendar.isOutage(errand.time)
    }

    private mutating func breakOff(_ errand: inout Errand) throws {
        try fail(&errand)
        try lose(errand)
    }

    private mutating func fail(_ errand: inout Errand) throws {
        errand.time = errand.time.advanced(by: random.draw(.seconds(10, 30, 60, 120, 300)))
        try note(
            step(.errorPage, errand) { moment in
                moment.outcome = "error"
                moment.actor = "system"
            }
        )
        try askAfterFailure(errand)
    }

    /// What is sent to whoever has finished: a confirmation, and a decision where somebody has to decide.
    mutating func close(_ errand: Errand, _ outcome: String?) throws {
        try confirm(errand)
        if errand.plan.endsWithLetter {
            var decided = errand
            decided.time = try decide(errand, as: outcome)
            try askAfterSuccess(decided)
        } else if errand.plan.hasDecision, outcome == nil {
            try decide(errand)
        }
    }

    /// The end is reached: feedback is asked, notices go out, some get in touch all the same.
    private mutating func conclude(_ errand: Errand, _ outcome: String?) throws {
        if !errand.plan.endsWithLetter { try askAfterSuccess(errand) }
        try close(errand, outcome)
        if random.chance(45) {
            try enquire(
                errand.service,
                after: errand.time,
                within: .hours(4, 24, 60, 100, 160),
                reason: Reason.clarification,
                caseID: errand.caseID
            )
        }
    }
}

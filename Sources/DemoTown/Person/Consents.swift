import JourneyModel

/// What somebody agreed to.
struct ConsentState {
    /// To tailored communication.
    var isGranted = false
    /// A channel denied or taken back, and since when.
    var refused: TownChannel?
    var refusal: Timestamp?

    func forbids(_ channel: TownChannel, at time: Timestamp) -> Bool {
        guard let refused, let refusal else { return false }
        return channel == refused && time >= refusal
    }
}

extension Life {
    /// Nine in ten of those asked for consent to communication give it; three in a hundred of these take back SMS or
    /// e-mail later, and from then on are reached otherwise (D17).
    mutating func settleConsent() throws {
        guard isToldAgainstWill || random.chance(860) else { return }
        let time = calendar.start.advanced(by: random.below(60) * .day + 12 * .hour)
        try write(.asked, at: time)
        guard isToldAgainstWill || random.chance(910) else {
            // Letters may still be sent: a refusal is for SMS or for e-mail.
            let channel: TownChannel = random.chance(500) ? .sms : .email
            consent.refused = channel
            consent.refusal = time
            return try write(.denied, at: time, channel: channel)
        }
        try write(.granted, at: time)
        consent.isGranted = true
        try askForAnalytics(at: time)
        guard isToldAgainstWill || random.chance(30) else { return }
        let channel: TownChannel = isToldAgainstWill || random.chance(550) ? .sms : .email
        let day = isToldAgainstWill ? Int64(calendar.days) - 40 : 200 + random.below(Int64(calendar.days) - 230)
        let withdrawal = calendar.start.advanced(by: day * .day + 14 * .hour)
        consent.refused = channel
        consent.refusal = withdrawal
        try write(.withdrawn, at: withdrawal, channel: channel)
    }

    /// The red line to find: one person in 5,000 is sent an SMS nine days after taking consent for it back.
    mutating func breachConsent() throws {
        guard isToldAgainstWill, let withdrawal = consent.refusal else { return }
        var notice = Moment(.reminderSent, .sms, .councilTax, at: withdrawal.advanced(by: 9 * .day))
        notice.direction = Direction.outbound
        notice.purpose = "reminder"
        notice.actor = "system"
        notice.isTailored = false
        try note(notice)
    }

    private var isToldAgainstWill: Bool { resident.number % 5000 == 1234 }

    private mutating func askForAnalytics(at time: Timestamp) throws {
        guard random.chance(250) else { return }
        try write(.asked, at: time, purpose: "analytics")
        try write(random.chance(800) ? .granted : .denied, at: time, purpose: "analytics")
    }

    func write(
        _ status: ConsentRecord.Status,
        at time: Timestamp,
        purpose: String = "communication",
        channel: TownChannel? = nil,
        as id: String? = nil
    ) throws {
        let record = ConsentRecord(
            person: id ?? resident.id,
            time: time,
            status: status,
            purpose: purpose,
            channel: channel?.name,
            basis: "consent"
        )
        try note(.consent(record), at: time)
    }
}

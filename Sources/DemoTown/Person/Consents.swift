import JourneyModel

/// What somebody agreed to.
struct ConsentState {
    /// To tailored communication.
    var isGranted = false
    /// A channel taken back, and when.
    var withdrawn: TownChannel?
    var withdrawal: Timestamp?

    func forbids(_ channel: TownChannel, at time: Timestamp) -> Bool {
        guard let withdrawn, let withdrawal else { return false }
        return channel == withdrawn && time >= withdrawal
    }
}

extension Life {
    /// Nine in ten of those asked for consent to communication give it; three in a hundred of these take back SMS or
    /// e-mail later, and from then on are reached otherwise (D17).
    mutating func settleConsent() throws {
        guard isToldAgainstWill || random.chance(860) else { return }
        let time = calendar.start.advanced(by: random.below(60) * .day + 12 * .hour)
        try write(.asked, at: time)
        guard isToldAgainstWill || random.chance(910) else { return try write(.denied, at: time) }
        try write(.granted, at: time)
        consent.isGranted = true
        try askForAnalytics(at: time)
        guard isToldAgainstWill || random.chance(30) else { return }
        let channel: TownChannel = isToldAgainstWill || random.chance(550) ? .sms : .email
        let day = isToldAgainstWill ? Int64(calendar.days) - 40 : 200 + random.below(Int64(calendar.days) - 230)
        let withdrawal = calendar.start.advanced(by: day * .day + 14 * .hour)
        consent.withdrawn = channel
        consent.withdrawal = withdrawal
        try write(.withdrawn, at: withdrawal, channel: channel)
    }

    /// The red line to find: one person in 5,000 is sent an SMS nine days after taking consent for it back.
    mutating func breachConsent() throws {
        guard isToldAgainstWill, let withdrawal = consent.withdrawal else { return }
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
        channel: TownChannel? = nil
    ) throws {
        let record = ConsentRecord(
            person: resident.id,
            time: time,
            status: status,
            purpose: purpose,
            channel: channel?.name,
            basis: "consent"
        )
        try note(.consent(record), at: time)
    }
}

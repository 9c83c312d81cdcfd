import JourneyModel

extension Life {
    /// The channel on which a notice of `service` goes out, and whether that followed what the person asked for.
    ///
    /// Three services look at the preference four times in five, and then often take the second choice, or an old copy
    /// of it. The others pay no attention: what they hit, they hit by luck (D16).
    mutating func route(_ service: TownService, at time: Timestamp) -> (channel: TownChannel, isRouted: Bool) {
        let plan = service.plan
        var channel = usual(plan)
        var isRouted = false
        if let preference = preferences[service.rawValue], preference.since <= time, let first = preference.first {
            if plan.preferences.usesChannel, random.chance(780) {
                isRouted = true
                channel = random.chance(630) ? first : preference.second ?? usual(plan, but: first)
            } else {
                channel = random.chance(plan.preferences.luck) ? first : usual(plan, but: first)
            }
        }
        if consent.forbids(channel, at: time) {
            channel = .post
            isRouted = false
        }
        return (channel, isRouted)
    }

    private mutating func usual(_ plan: ServicePlan, but excluded: TownChannel? = nil) -> TownChannel {
        var weights = plan.notices
        // Who is offline has seldom given an address for e-mail.
        if resident.isOffline {
            weights[TownChannel.post.rawValue] += 12
            weights[TownChannel.email.rawValue] /= 12
        }
        if let excluded { weights[excluded.rawValue] = 0 }
        guard weights.contains(where: { $0 > 0 }) else { return .post }
        return TownChannel(rawValue: random.pick(weights)) ?? .post
    }

    /// Sends a notice: routes it, says whether it was tailored (D22), and lets a few come back.
    mutating func send(
        _ touchpoint: Touchpoint,
        _ service: TownService,
        at time: Timestamp,
        purpose: String,
        on fixed: TownChannel? = nil,
        outcome: String? = nil,
        caseID: String? = nil
    ) throws {
        let routed = fixed.map { (channel: $0, isRouted: false) } ?? route(service, at: time)
        let plan = service.plan.preferences
        var notice = Moment(touchpoint, routed.channel, service, at: time)
        notice.direction = Direction.outbound
        notice.purpose = purpose
        notice.caseID = caseID
        notice.isRouted = routed.isRouted
        let tailored = plan.tailored > 0 && (consent.isGranted || random.chance(150)) && random.chance(plan.tailored)
        notice.isTailored = tailored
        let byHand = routed.channel == .phone || routed.channel == .post && random.chance(350)
        notice.actor = byHand ? "staff" : "system"
        notice.outcome = failure(on: routed.channel) ?? outcome
        try note(notice)
    }

    private mutating func failure(on channel: TownChannel) -> String? {
        switch channel {
        case .email: random.chance(12) ? "bounced" : nil
        case .sms: random.chance(8) ? "undelivered" : nil
        case .post: random.chance(6) ? "returned" : nil
        default: nil
        }
    }
}

import JourneyModel

/// How somebody asked one service to reach them.
struct Preference {
    var since: Timestamp
    /// Nil: "no preference", which is an answer too (D16).
    var first: TownChannel?
    var second: TownChannel?
    var hasContent: Bool
}

extension Life {
    private static let topics = ["local events", "payments", "deadlines", "schools and children", "waste and roads"]

    /// The services that collect a preferred channel ask when somebody first comes to them; members are asked at some
    /// time in the two years. Most answer.
    mutating func ask(_ service: TownService, firstStart: Timestamp?, isMember: Bool) throws {
        let plan = service.plan.preferences
        guard plan.collectsChannel, isMember || firstStart != nil else { return }
        let span = Int64(calendar.days - 90) * .day
        let byMembership = isMember ? calendar.start.advanced(by: random.below(span)) : nil
        guard let time = [byMembership, firstStart?.advanced(by: 7 * .hour)].compactMap({ $0 }).min() else { return }
        guard random.chance(plan.asks) else { return }
        try write(.asked, .communication, service, nil, at: time)
        if plan.asksContent { try write(.asked, .content, service, nil, at: time) }
        guard random.chance(740) else { return }
        let first = wish(plan)
        let topic = plan.capturesContent && random.chance(700) ? Life.topics[Int(random.below(5))] : nil
        var preference = Preference(since: time, first: first, second: nil, hasContent: topic != nil)
        try write(.captured, .communication, service, first?.name ?? PreferenceRecord.noPreference, at: time)
        if let first {
            let other = wish(plan)
            if let other, other != first {
                preference.second = other
                try write(.captured, .communication, service, other.name, at: time, rank: 2)
            }
        }
        if let topic { try write(.captured, .content, service, topic, at: time) }
        try renew(&preference, service, plan)
        preferences[service.rawValue] = preference
    }

    /// What is older than a year is asked again of two in three; and a few tell a second clerk something else on the same
    /// day, which leaves two values that contradict each other (D16: stale and conflicting).
    private mutating func renew(_ preference: inout Preference, _ service: TownService, _ plan: PreferencePlan) throws {
        if random.chance(20), let first = preference.first {
            let other: TownChannel = first == .sms ? .post : .sms
            let time = preference.since.advanced(by: (20 + random.below(600)) * .minute)
            try write(.captured, .communication, service, other.name, at: time)
            preference.first = other
            preference.since = time
        }
        let renewal = preference.since.advanced(by: (370 + random.below(120)) * .day)
        guard random.chance(660), renewal < calendar.end else { return }
        try write(.asked, .communication, service, nil, at: renewal)
        let answer = preference.first?.name ?? PreferenceRecord.noPreference
        try write(.captured, .communication, service, answer, at: renewal)
    }

    private mutating func wish(_ plan: PreferencePlan) -> TownChannel? {
        var weights = plan.wishes
        if resident.isOffline { weights = [3 * weights[0], 3 * weights[1], weights[2] / 2, 0, weights[4]] }
        return PreferencePlan.wishChannels[random.pick(weights)]
    }

    private func write(
        _ kind: PreferenceRecord.Kind,
        _ purpose: PreferenceRecord.Purpose,
        _ service: TownService,
        _ value: String?,
        at time: Timestamp,
        rank: Int = 1
    ) throws {
        let record = PreferenceRecord(
            person: resident.id,
            time: time,
            kind: kind,
            purpose: purpose,
            service: service.name,
            value: value,
            rank: rank
        )
        try note(.preference(record), at: time)
    }
}

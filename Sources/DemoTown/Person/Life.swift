import JourneyModel

/// Two years of one person, told in order of services. What happens is told in the extensions, a concept a file.
struct Life {
    let calendar: TownCalendar
    let seasons: Seasons
    let writer: TownWriter
    let resident: Resident
    var random: TownRandom
    /// The chance in what was planted later, so that it does not move what was there before.
    var asideRandom: TownRandom
    /// What the person asked for, by service.
    var preferences: [Preference?] = Array(repeating: nil, count: TownService.allCases.count)
    var consent = ConsentState()
    /// Numbers for the ids of this person's events, cases and sessions.
    private var events = 0
    var cases = 0
    var sessions = 0

    init(number: Int, seed: UInt64, calendar: TownCalendar, seasons: Seasons, writer: TownWriter) {
        self.calendar = calendar
        self.seasons = seasons
        self.writer = writer
        var random = TownRandom(seed: seed, person: number)
        resident = Resident(number: number, calendar: calendar, &random)
        self.random = random
        asideRandom = TownRandom(seed: seed, person: number, stream: 0x5EED_0A51_DE00_0000)
    }

    mutating func unfold() throws {
        try introduce()
        try settleConsent()
        for service in TownService.allCases {
            try live(with: service)
        }
        try browse()
        try meetOutage()
        try leaveAnonymousTraces()
        try breachConsent()
        swap(&random, &asideRandom)
        try subscribe()
        try opposeThemselves()
        try rateBeforeTheLog()
        try leaveAWrongDate()
    }

    private mutating func introduce() throws {
        for trait in resident.traits { try writer.take(.personTrait(person: resident.id, trait: trait)) }
        if let duplicate = resident.duplicateID {
            try writer.take(
                .alias(
                    AliasRecord(
                        alias: duplicate,
                        person: resident.id,
                        time: resident.linked,
                        reason: "signed in with both accounts"
                    )
                )
            )
        }
    }

    private mutating func live(with service: TownService) throws {
        let plan = service.plan
        let starts = startsOfTransactions(with: service)
        let isMember = random.chance(plan.members)
        try ask(service, firstStart: starts.first, isMember: isMember)
        for (index, start) in starts.enumerated() {
            try transact(service, at: start, isRenewal: index > 0)
        }
        if isMember { try serve(service) }
    }

    /// When the person sets out to get something from `service`, in order.
    private mutating func startsOfTransactions(with service: TownService) -> [Timestamp] {
        let plan = service.plan
        guard random.chance(plan.need * plan.ages[resident.age] / 100) else { return [] }
        var starts = [seasons.day(for: service, &random)]
        if random.chance(150) { starts.append(seasons.day(for: service, &random)) }
        return starts.sorted()
    }

    /// Writes `moment` as an event of this person, if it lies within the two years.
    mutating func note(_ moment: Moment) throws {
        if calendar.contains(moment.time) { try write(moment) }
    }

    /// Writes `moment` as an event of this person, whenever it is.
    mutating func write(_ moment: Moment) throws {
        events += 1
        var person: String? = resident.id
        if let duplicate = resident.duplicateID, moment.channel == .web, moment.time < resident.linked {
            person = duplicate
        }
        if moment.isAnonymous { person = nil }
        try writer.write(moment, person: person, number: resident.number, event: events)
    }

    /// `record`, if `time` lies within the two years.
    func note(_ record: JourneyRecord, at time: Timestamp) throws {
        if calendar.contains(time) { try writer.take(record) }
    }
}

import JourneyModel

/// One transaction on its way: where it is, when, and under which case and session.
struct Errand {
    let service: TownService
    let plan: ServicePlan
    let caseID: String
    var channel: TownChannel
    var time: Timestamp
    /// The session online; nil with people.
    var session: String?
    /// `A` or `B` while the council tax form is tested.
    var variant: String?
    /// `new`, or `renewal` where the person had been there before.
    let kind: String
    /// Whether the person was sent from one channel to another, which costs some of them.
    var wasHandedOver = false

    var isStampedAsOne: Bool { plan.stampsAsOne && channel == .app }

    /// The steps after the landing, each with its chance of going on in `plan.keep`.
    enum Stage: Int { case form, upload, submit, confirmation }

    var touchpoints: [(stage: Stage, touchpoint: Touchpoint)] {
        let upload: [(Stage, Touchpoint)] = plan.hasUpload ? [(.upload, .upload)] : []
        return [(.form, .startForm)] + upload + [(.submit, .submit), (.confirmation, .confirmation)]
    }
}

extension Life {
    mutating func makeErrand(_ service: TownService, at start: Timestamp, isRenewal: Bool) -> Errand {
        let channel = entryChannel(for: service, at: start)
        cases += 1
        let time = Hours.time(on: start, online: channel.isDigital, &random)
        var errand = Errand(
            service: service,
            plan: service.plan,
            caseID: service.plan.code + resident.id.dropFirst(2) + "-" + String(cases),
            channel: channel,
            time: time,
            kind: isRenewal ? "renewal" : "new"
        )
        errand.session = channel.isDigital ? newSession() : nil
        if service == .councilTax, channel.isDigital, calendar.formTest.contains(time) {
            errand.variant = random.chance(500) ? "B" : "A"
        }
        return errand
    }

    mutating func newSession() -> String {
        sessions += 1
        return "s" + String(resident.number + 1) + "-" + String(sessions)
    }

    /// Where people begin. Of those online more use the web and the app every month.
    private mutating func entryChannel(for service: TownService, at start: Timestamp) -> TownChannel {
        let post = service == .birth ? 0 : 14
        guard service.plan.isDigital, !resident.isOffline else {
            return [.phone, .counter, .post][random.pick(service.plan.isDigital ? [56, 30, post] : [0, 100, 0])]
        }
        let months = Int(start.since(calendar.start) / (30 * .day))
        let digital = 750 + months * 7
        if random.chance(digital) { return random.chance(200 + months * 8) ? .app : .web }
        return random.chance(620) ? .phone : .counter
    }
}

/// A person on the way: what happens next to them, and when. Small, because all people of a file are in memory at once.
struct Traveller: Sendable {
    /// Milliseconds UTC of the next event.
    private(set) var time: Int64
    let person: Int32
    /// Events still to come, the next one among them.
    private(set) var left: Int32
    private var chance: Chance
    let region: UInt8
    private let home: UInt8
    private var channel: UInt8 = 0
    private var service: UInt8 = 0
    private var errand: UInt8 = 0
    private var stop: UInt8 = 0

    static let first: Int64 = 1_672_531_200_000  // 2023-01-01
    static let last: Int64 = 1_735_689_600_000  // 2025-01-01
    private static let eventsOfSession = 5

    /// - Parameter most: no more events than this.
    init(person: Int, seed: UInt64, most: Int) {
        var chance = Chance(seed: seed, person: person)
        self.person = Int32(person)
        region = UInt8(chance.pick(Town.regionSums))
        home = UInt8(chance.pick(Town.channelSums))
        // Many have a few events, a few have many.
        let drawn = 1 + chance.below(4 + chance.below(8 + chance.below(96)))
        left = Int32(min(most, drawn))
        self.chance = chance
        time = Self.first
        comeBack()
    }

    var preferredChannel: String { Town.channels[Int(home)].name }
    var hasConsented: Bool { person % 5 != 0 }

    /// The event of now, and on to the next one; `left` is 0 where there is none.
    mutating func travel() -> Event {
        let stops = Errand.all[Int(errand)].stops
        let current = stops[Int(stop)]
        let isLeaving = chance.happens(current.leaving)
        let event = Event(
            time: time,
            person: person,
            channel: channel,
            touchpoint: current.touchpoint,
            service: service,
            outcome: outcome(isLeaving),
            region: region,
            duration: Int32(1000 + chance.below(1 + chance.below(180_000))),
            cost: Int32(Town.channels[Int(channel)].cost + chance.below(20))
        )
        left -= 1
        if left > 0 {
            if isLeaving { comeBack() } else { goOn(stops) }
        }
        return event
    }

    private mutating func outcome(_ isLeaving: Bool) -> UInt8 {
        if chance.happens(30) { return 2 }
        return isLeaving && chance.happens(500) ? 3 : chance.happens(200) ? 1 : 0
    }

    /// To the next stop that is made; home where there is none.
    private mutating func goOn(_ stops: [Errand.Stop]) {
        for next in Int(stop) + 1..<max(Int(stop) + 1, stops.count) where chance.happens(stops[next].chance) {
            stop = UInt8(next)
            time += Int64(2000 + chance.below(1 + chance.below(600_000)))
            return
        }
        comeBack()
    }

    /// Another session, some days later.
    private mutating func comeBack() {
        let sessions = 1 + Int(left) / Self.eventsOfSession
        let rest = Int(max(1000, Self.last - time)) / sessions
        time += Int64(2000 + (chance.below(rest) + chance.below(rest)) / 2)
        errand = UInt8(chance.pick(Errand.sums))
        stop = 0
        service = UInt8(chance.pick(Town.serviceSums))
        channel = chance.happens(600) ? home : UInt8(chance.pick(Town.channelSums))
    }
}

public import JourneyModel

/// A small store full of coincidences: few people, services, channels and times, so that everything happens to somebody.
public struct RandomTown {
    public static let services = ["housing", "parking", "bins"]
    public static let channels = ["web", "app", "phone", "counter", "sms", "email"]
    public static let day = Int64.day

    public var builder = SnapshotBuilder()
    /// Events as the reference reads them, in the order of import.
    public var records: [EventRecord] { builder.records }

    /// Whom the events name.
    public enum Naming: CaseIterable, Sendable {
        /// Persons and cases, which may be of several persons or of nobody.
        case both
        case persons
        case cases
        /// Persons, and cases that are of one person each.
        case ownCases
        case nobody
    }

    public init(
        seed: UInt64,
        events: Int = 220,
        declaresEnd: Bool = true,
        naming: Naming = .both,
        declares: Bool = false
    ) {
        var random = SplitMix64(seed: seed)
        var asking = SplitMix64(seed: ~seed)
        var acting = SplitMix64(seed: seed &* 31 &+ 7)
        let roles = RandomTown.moreRoles(&acting)
        func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &random)] }
        for _ in 0..<events {
            var person =
                Int.random(in: 0..<10, using: &random) == 0 ? nil : "p\(Int.random(in: 0..<12, using: &random))"
            var caseID = Int.random(in: 0..<4, using: &random) == 0 ? "c\(Int.random(in: 0..<15, using: &random))" : nil
            switch naming {
            case .both: break
            case .persons: caseID = nil
            case .cases: person = nil
            case .ownCases: caseID = person.flatMap { person in caseID.map { "\(person) \($0)" } }
            case .nobody: (person, caseID) = (nil, nil)
            }
            var dimensions: [String: String] = [:]
            if Int.random(in: 0..<12, using: &random) > 0 { dimensions[Dimension.service] = pick(Self.services) }
            if Int.random(in: 0..<12, using: &random) > 0 { dimensions[Dimension.channel] = pick(Self.channels) }
            let outcome = pick([nil, nil, nil, "completed", "refused", "error", "resolved", "bounced"])
            if let outcome { dimensions[Dimension.outcome] = outcome }
            if let direction = pick([nil, "inbound", "outbound"]) { dimensions[Dimension.direction] = direction }
            if let reason = pick([nil, nil, "payment", "status"]) { dimensions[Dimension.reason] = reason }
            if pick([true, false]) { dimensions[Dimension.routing] = "preference" }
            if pick([true, false]) { dimensions[Dimension.tailored] = pick(["yes", "no"]) }
            if Int.random(in: 0..<6, using: &asking) == 0 { dimensions[Dimension.reask] = "yes" }
            let purposes: [String?] = [nil, nil, "communication", "offers", "Offers", "surveys"]
            if let purpose = purposes[acting.below(6)] { dimensions[Dimension.purpose] = purpose }
            // Hours over eighty days, often within one week, often the same hour.
            let hour = pick([Int64.random(in: 0..<1920, using: &random), Int64.random(in: 480..<650, using: &random)])
            var time = hour * .hour
            var touchpoint = pick(["info", "start", "form", "done", "oops", "call"])
            dimensions[Dimension.actor] = RandomTown.actor(&acting)
            if acting.below(8) == 0 { touchpoint = "submit" }
            if acting.below(12) == 0 { (touchpoint, dimensions) = RandomTown.notice(dimensions, &acting) }
            // Somebody goes on with what they do, some minutes later: the same contact, or the next.
            if acting.below(3) == 0, let last = builder.records.last {
                (person, caseID) = (last.person, last.caseID)
                for name in [Dimension.service, Dimension.channel] { dimensions[name] = last.named(name) }
                time = last.time.milliseconds + Int64(acting.below(8)) * 5 * .minute
            }
            builder.add(person: person, case: caseID, time: time, touchpoint, dimensions)
        }
        builder.side += roles
        builder.side.append(.touchpointRole(touchpoint: "start", service: nil, role: .start))
        builder.side.append(.touchpointRole(touchpoint: "oops", service: nil, role: .failure))
        if declaresEnd { builder.side.append(.touchpointRole(touchpoint: "done", service: "housing", role: .end)) }
        if declaresEnd { builder.side.append(.touchpointRole(touchpoint: "done", service: "parking", role: .end)) }
        addSideRecords(&random)
        if declares { builder.declarations = RandomTown.declarations(seed: seed) }
    }

    /// Roles that hold on some channels only, in some services, in place of what mappings say.
    private static func declarations(seed: UInt64) -> Declarations {
        var random = SplitMix64(seed: seed &* 17 &+ 3)
        func steps(_ touchpoint: String) -> [String] {
            ["", "[channel=web,app]", "[channel!=phone]", "[channel=phone]", "[channel!=(not set)]"]
                .map { touchpoint + $0 }
        }
        func roles() -> Declarations.Roles {
            var roles = Declarations.Roles()
            let parts: [(role: TouchpointRole, touchpoint: String, chance: Int)] = [
                (.start, "start", 1), (.start, "call", 3), (.step, "form", 3), (.submit, "submit", 2),
                (.end, "done", 2),
                (.failure, "oops", 1), (.contact, "call", 2), (.information, "info", 3),
            ]
            for part in parts where random.below(part.chance) == 0 {
                let text = steps(part.touchpoint)[random.below(5)]
                guard let step = try? FunnelStep(parsing: text).alternatives.first,
                    !roles.entries.contains(where: { $0.step == step })
                else { continue }
                roles.entries.append(.init(role: part.role, step: step))
            }
            return roles
        }
        var declarations = Declarations()
        if random.below(3) > 0 { declarations.roles = roles() }
        for name in services where random.below(3) > 0 {
            var service = Declarations.Service(name: name)
            service.roles = roles()
            declarations.services.append(service)
        }
        return declarations
    }

    /// Who acts: mostly nobody says.
    private static func actor(_ random: inout SplitMix64) -> String? {
        [nil, nil, nil, "citizen", "staff", "Ms Bell", "System", "system"][random.below(8)]
    }

    /// What the service sends by itself: a notice, or the decision.
    private static func notice(
        _ dimensions: [String: String],
        _ random: inout SplitMix64
    ) -> (touchpoint: String, dimensions: [String: String]) {
        var dimensions = dimensions
        dimensions[Dimension.direction] = "outbound"
        dimensions[Dimension.channel] = ["sms", "email", "phone"][random.below(3)]
        let isDecision = random.below(2) == 0
        if isDecision { dimensions[Dimension.outcome] = ["granted", "refused", "completed"][random.below(3)] }
        return (isDecision ? "decision" : "notice", dimensions)
    }

    /// Roles that some towns declare and others do not.
    private static func moreRoles(_ random: inout SplitMix64) -> [JourneyRecord] {
        let roles: [(touchpoint: String, service: String?, role: TouchpointRole)] = [
            ("submit", nil, .submit), ("submit", "parking", .submit), ("form", "bins", .step), ("form", nil, .step),
            ("call", "housing", .contact), ("call", "parking", .contact), ("decision", "parking", .end),
        ]
        return roles.filter { _ in random.below(3) == 0 }.map { role in
            .touchpointRole(touchpoint: role.touchpoint, service: role.service, role: role.role)
        }
    }

    private mutating func addSideRecords(_ random: inout SplitMix64) {
        func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }
        func time() -> Timestamp { Timestamp(milliseconds: Int64(number(0..<1920)) * .hour) }
        for person in 0..<12 {
            let trait = NamedValue("band", ["young", "old"][person % 2])
            if person < 10 { builder.side.append(.personTrait(person: "p\(person)", trait: trait)) }
        }
        for _ in 0..<number(0..<60) {
            let kind: PreferenceRecord.Kind = number(0..<3) == 0 ? .asked : .captured
            let purpose = PreferenceRecord.Purpose.allCases[number(0..<3)]
            let value = (["no preference", "SMS"] + Self.channels)[number(0..<8)]
            builder.side.append(
                .preference(
                    PreferenceRecord(
                        person: "p\(number(0..<14))",
                        time: time(),
                        kind: kind,
                        purpose: purpose,
                        service: number(0..<2) == 0 ? nil : (Self.services + ["elsewhere"])[number(0..<4)],
                        value: kind == .asked ? nil : value,
                        rank: number(1..<3)
                    )
                )
            )
        }
        for _ in 0..<number(0..<60) {
            builder.side.append(
                .consent(
                    ConsentRecord(
                        person: "p\(number(0..<14))",
                        time: time(),
                        status: ConsentRecord.Status.allCases[number(0..<5)],
                        purpose: ["analytics", "offers", "communication", "communication", "Communication"][
                            number(0..<5)
                        ],
                        channel: number(0..<2) == 0 ? nil : Self.channels[number(0..<6)],
                        until: number(0..<4) == 0 ? time() : nil
                    )
                )
            )
        }
    }
}

extension EventRecord {
    /// The value of one of the event's dimensions.
    public func named(_ dimension: String) -> String? {
        dimensions.first { $0.name == dimension }?.value
    }
}

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

    public init(seed: UInt64, events: Int = 220, declaresEnd: Bool = true, naming: Naming = .both) {
        var random = SplitMix64(seed: seed)
        var asking = SplitMix64(seed: ~seed)
        var acting = SplitMix64(seed: seed ^ 0x5EED)
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
            let actors: [String?] = [nil, "system", "staff", "System", "citizen", "Ms Bell"]
            if let purpose = purposes[acting.below(6)] { dimensions[Dimension.purpose] = purpose }
            if let actor = actors[acting.below(6)] { dimensions[Dimension.actor] = actor }
            // Hours over eighty days, often within one week, often the same hour.
            let hour = pick([Int64.random(in: 0..<1920, using: &random), Int64.random(in: 480..<650, using: &random)])
            builder.add(
                person: person,
                case: caseID,
                time: hour * .hour,
                pick(["info", "start", "form", "done", "oops", "call"]),
                dimensions
            )
        }
        builder.side.append(.touchpointRole(touchpoint: "start", service: nil, role: .start))
        builder.side.append(.touchpointRole(touchpoint: "oops", service: nil, role: .failure))
        if declaresEnd { builder.side.append(.touchpointRole(touchpoint: "done", service: "housing", role: .end)) }
        if declaresEnd { builder.side.append(.touchpointRole(touchpoint: "done", service: "parking", role: .end)) }
        addSideRecords(&random)
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

import JourneyModel

/// Records as no file would have them: anything may be missing, names come from small sets so that they meet again.
struct RandomRecords {
    var generator: SplitMix64

    init(seed: UInt64) {
        generator = SplitMix64(seed: seed)
    }

    private mutating func maybe<Value>(_ value: @autoclosure () -> Value) -> Value? {
        Bool.random(using: &generator) ? value() : nil
    }

    mutating func name(_ prefix: String, _ count: Int) -> String {
        let names = ["", "é", "ß", "\u{1F468}\u{200D}\u{1F469}", "a b", "'", "\"", "x\ty", "-0", "007"]
        let number = Int.random(in: 0..<count, using: &generator)
        return number < names.count ? prefix + names[number] : prefix + "\(number)"
    }

    mutating func time() -> Timestamp {
        Timestamp(milliseconds: Int64.random(in: -5...40, using: &generator) * 86_400_000 * 300)
    }

    mutating func events(_ count: Int) -> [EventRecord] {
        (0..<count).map { _ in
            var record = EventRecord(time: time(), dimensions: [NamedValue("touchpoint", name("t", 14))])
            if Bool.random(using: &generator) {
                record.eventID = "\(Int.random(in: 0...1_000_000_000, using: &generator))"
            }
            if Int.random(in: 0..<20, using: &generator) == 0 { record.eventID = name("id", 1_000_000) }
            if Bool.random(using: &generator) { record.person = name("p", 30) }
            if Bool.random(using: &generator) { record.caseID = name("c", 40) }
            if Bool.random(using: &generator) { record.session = name("s", 40) }
            if Bool.random(using: &generator) { record.end = time() }
            if Bool.random(using: &generator) { record.recorded = time() }
            if Bool.random(using: &generator) { record.sequence = Int64.random(in: -3...3, using: &generator) }
            if Bool.random(using: &generator) { record.cost = Double.random(in: -10...10, using: &generator) }
            if Bool.random(using: &generator) { record.duration = Int64.random(in: 0...100_000, using: &generator) }
            for dimension in ["channel", "service", "région", "time", "order by", "q\"uote", "Channel"]
            where Int.random(in: 0..<3, using: &generator) > 0 {
                record.dimensions.append(NamedValue(dimension, name("v", 12)))
            }
            if record.person != nil, Bool.random(using: &generator) {
                record.traits.append(NamedValue("person.region", name("r", 12)))
            }
            if record.caseID != nil, Bool.random(using: &generator) {
                record.traits.append(NamedValue("case.priority", name("r", 12)))
            }
            if Bool.random(using: &generator) {
                record.attributes = [NamedValue("note", name("\u{1}\n\"", 12)), NamedValue("n\\", "ü")]
            }
            return record
        }
    }

    mutating func sideRecords(_ count: Int) -> [JourneyRecord] {
        (0..<count).map { index in
            // The time tells equal records apart: a source's equal side records are kept once.
            let time = Timestamp(milliseconds: Int64(index) * 1000)
            switch Int.random(in: 0..<8, using: &generator) {
            case 0:
                return .preference(
                    PreferenceRecord(
                        person: name("p", 30),
                        time: time,
                        kind: .captured,
                        purpose: .communication,
                        service: maybe("passport"),
                        value: maybe("sms"),
                        rank: Int.random(in: 1...3, using: &generator)
                    )
                )
            case 1:
                return .consent(
                    ConsentRecord(
                        person: name("p", 30),
                        time: time,
                        status: .withdrawn,
                        purpose: "analytics",
                        channel: maybe("phone"),
                        until: maybe(time.advanced(by: .day)),
                        basis: maybe("public_task")
                    )
                )
            case 2:
                return .feedback(
                    FeedbackRecord(
                        time: time,
                        person: maybe("p1"),
                        service: maybe("s"),
                        channel: maybe("c"),
                        touchpoint: maybe("t"),
                        outcome: maybe("error"),
                        score: maybe(4),
                        scale: 7,
                        comment: maybe("line\nbreak")
                    )
                )
            case 3:
                return .cost(
                    CostRecord(
                        service: "s",
                        channel: maybe("c"),
                        amount: Double.random(in: 0...1e9, using: &generator),
                        currency: "EUR",
                        from: time,
                        to: time.advanced(by: .day),
                        source: maybe("ledger")
                    )
                )
            case 4:
                return .assessment(
                    AssessmentRecord(
                        criterion: "E1",
                        kind: .notApplicable,
                        score: 12.5,
                        statement: "why",
                        owner: "who",
                        date: time,
                        expires: maybe(time)
                    )
                )
            case 5: return .annotation(AnnotationRecord(time: time, service: maybe("s"), text: "new form"))
            case 6: return .channelKind(channel: name("ch", 12), kind: .assisted)
            default: return .personTrait(person: name("p", 30), trait: NamedValue("age", name("a", 12)))
            }
        }
    }
}

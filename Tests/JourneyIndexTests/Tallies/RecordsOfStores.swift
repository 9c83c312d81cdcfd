import JourneyModel
import TestSupport

/// What random towns lack beside events: costs, statements, and names that are spelled in several ways.
func recordsOfStores(_ random: inout SplitMix64) -> [JourneyRecord] {
    func time() -> Timestamp { Timestamp(milliseconds: Int64(random.below(1920)) * .hour) }
    let costs = (0..<random.below(8)).map { _ in
        let from = time()
        return JourneyRecord.cost(
            CostRecord(
                service: (RandomTown.services + ["elsewhere"])[random.below(4)],
                channel: random.below(2) == 0 ? nil : RandomTown.channels[random.below(6)],
                amount: Double(random.below(100_000)) / 7,
                currency: "GBP",
                from: from,
                to: from.advanced(by: Int64(random.below(60)) * .day)
            )
        )
    }
    let statements = (0..<random.below(4)).map { _ in
        JourneyRecord.assessment(
            AssessmentRecord(
                criterion: ["C1", "C2", "C3"][random.below(3)],
                kind: random.below(2) == 0 ? .attested : .asserted,
                score: Double(random.below(101)),
                statement: "\(random.below(10))",
                owner: "us",
                date: time(),
                expires: random.below(2) == 0 ? time() : nil
            )
        )
    }
    let consents = (0..<random.below(30)).map { _ in
        JourneyRecord.consent(
            ConsentRecord(
                person: "p\(random.below(14))",
                time: time(),
                status: ConsentRecord.Status.allCases[random.below(5)],
                purpose: ["Payment notices", "payment notices", "Communication", "surveys"][random.below(4)],
                channel: random.below(2) == 0 ? nil : ["Web", "PIGEON", "pigeon", "sms"][random.below(4)]
            )
        )
    }
    let traits = random.below(3) > 0 ? [] : (0..<14).filter { _ in random.below(2) == 0 }
    return costs + statements + consents
        + traits.map { number in
            let channel = ["Sms", "web", "carrier", "None"][random.below(4)]
            return .personTrait(person: "p\(number)", trait: NamedValue("preferred_channel", channel))
        }
}

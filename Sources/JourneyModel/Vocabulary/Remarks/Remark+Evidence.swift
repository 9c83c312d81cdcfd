/// Of maturity: what a criterion rests on, or why it cannot be rated (D24).
extension Remark {
    public static func peopleContacted(_ people: Int) -> Remark {
        Remark(.peopleContacted, ["people": .count(people)])
    }

    public static func contactsToPeopleWithPreference(_ contacts: Int) -> Remark {
        Remark(.contactsToPeopleWithPreference, ["contacts": .count(contacts)])
    }

    public static func contactsToPeopleWithChoice(_ contacts: Int) -> Remark {
        Remark(.contactsToPeopleWithChoice, ["contacts": .count(contacts)])
    }

    public static func peopleAsked(_ people: Int) -> Remark {
        Remark(.peopleAsked, ["people": .count(people)])
    }

    public static func outboundContactsMade(_ contacts: Int) -> Remark {
        Remark(.outboundContactsMade, ["contacts": .count(contacts)])
    }

    public static func transactionsOver(_ transactions: Int) -> Remark {
        Remark(.transactionsOver, ["transactions": .count(transactions)])
    }

    public static func digitalCompletions(_ completions: Int) -> Remark {
        Remark(.digitalCompletions, ["completions": .count(completions)])
    }

    public static func peopleOnSeveralChannels(_ people: Int) -> Remark {
        Remark(.peopleOnSeveralChannels, ["people": .count(people)])
    }

    public static func contactsAfterWithdrawal(_ contacts: Int, asked people: Int) -> Remark {
        Remark(.contactsAfterWithdrawal, ["contacts": .count(contacts), "people": .count(people)])
    }

    public static func servicesOf(_ services: Int, of all: Int) -> Remark {
        Remark(.servicesOf, ["services": .number(Double(services)), "all": .number(Double(all))])
    }

    public static func servicesImproved(_ services: Int, of all: Int, _ new: Period, against old: Period) -> Remark {
        Remark(
            .servicesImproved,
            [
                "services": .number(Double(services)), "all": .number(Double(all)), "new": .period(new),
                "old": .period(old),
            ]
        )
    }

    public static func endPointsOf(_ asked: Int, of all: Int) -> Remark {
        Remark(.endPointsOf, ["asked": .number(Double(asked)), "all": .number(Double(all))])
    }

    public static func eventsOf(_ events: Int, of all: Int) -> Remark {
        Remark(.eventsOf, ["events": .part(events, of: all)])
    }

    public static func stepsBySystemOrStaff(_ steps: Int, of known: Int) -> Remark {
        Remark(.stepsBySystemOrStaff, ["steps": .part(steps, of: known)])
    }

    /// - Parameters:
    ///   - due: of all hand-offs, those that have had their 28 days.
    ///   - askedAgain: of those that have had their 7 days.
    public static func handOffs(_ handOffs: Int, due: Int, askedAgain: Int, of dueToAsk: Int) -> Remark {
        Remark(
            .handOffs,
            ["due": .part(due, of: handOffs), "askedAgain": .part(askedAgain, of: dueToAsk)]
        )
    }

    public static func worstService(_ service: String) -> Remark {
        Remark(.worstService, ["service": .name(service)])
    }

    public static func worstGroup(trait: String, value: String, completed: Int, of started: Int) -> Remark {
        Remark(
            .worstGroup,
            ["trait": .name(trait), "value": .name(value), "completion": .rate(completed, of: started)]
        )
    }

    /// Evidence, and what to know of it.

    public static func withNote(_ evidence: Remark, note: Remark) -> Remark {
        Remark(.withNote, ["evidence": .remark(evidence), "note": .remark(note)])
    }

    public static func tooLittleEvidence(_ evidence: Remark, count: Int, needed: Int) -> Remark {
        Remark(
            .tooLittleEvidence,
            ["evidence": .remark(evidence), "count": .count(count), "needed": .number(Double(needed))]
        )
    }

    public static func notEnoughEvidence(because reason: Remark) -> Remark {
        Remark(.notEnoughEvidence, ["reason": .remark(reason)])
    }

    public static let noEvidence = Remark(.noEvidence)

    public static func attested(by owner: String, _ statement: String, caps: [Remark]) -> Remark {
        Remark(
            .attested,
            ["owner": .name(owner), "statement": .name(statement), "caps": caps.isEmpty ? nil : .remarks(caps)]
        )
    }

    public static func asserted(by owner: String, _ statement: String, caps: [Remark]) -> Remark {
        Remark(
            .asserted,
            ["owner": .name(owner), "statement": .name(statement), "caps": caps.isEmpty ? nil : .remarks(caps)]
        )
    }

    public static let onlyAsserted = Remark(.onlyAsserted)
    public static let pastExpiry = Remark(.pastExpiry)
    public static let notMeasuredYet = Remark(.notMeasuredYet)

    public static func supposed(_ criteria: [CriterionID]) -> Remark {
        Remark(.supposed, ["criteria": .names(criteria.map(\.rawValue))])
    }

    public static let oneChannelOnly = Remark(.oneChannelOnly)
    public static let feedbackNotClosed = Remark(.feedbackNotClosed)
    public static let noExperiments = Remark(.noExperiments)
    public static let noInterventions = Remark(.noInterventions)

    public static func spanTooShort(days: Int, needed: Int) -> Remark {
        Remark(.spanTooShort, ["days": .number(Double(days)), "needed": .number(Double(needed))])
    }

    public static let noOutboundContact = Remark(.noOutboundContact)

    public static func feedbackLacks(_ dimension: String) -> Remark {
        Remark(.feedbackLacks, ["dimension": .name(dimension)])
    }

    public static let noFeedback = Remark(.noFeedback)
    public static let nothingEnded = Remark(.nothingEnded)
    public static let noCase = Remark(.noCase)
    public static let nobodyOnSeveralChannels = Remark(.nobodyOnSeveralChannels)
    public static func noHandOffDue(days: Int) -> Remark {
        Remark(.noHandOffDue, ["days": .number(Double(days))])
    }

    public static let completionUndefined = Remark(.completionUndefined)
    public static let noService = Remark(.noService)
    public static let noDigitalChannel = Remark(.noDigitalChannel)
    public static let noStart = Remark(.noStart)
    public static let noInformationRole = Remark(.noInformationRole)
    public static let noEvent = Remark(.noEvent)
    public static let noActor = Remark(.noActor)
    public static let noStepByStaff = Remark(.noStepByStaff)
    public static let nothingDigitalCompleted = Remark(.nothingDigitalCompleted)
    public static let noServiceWithTwoChannels = Remark(.noServiceWithTwoChannels)
    public static let noTrait = Remark(.noTrait)
    public static let noTwoGroups = Remark(.noTwoGroups)
    public static let tooFewQuarters = Remark(.tooFewQuarters)

    public static func noServiceInBothQuarters(_ old: Period, _ new: Period) -> Remark {
        Remark(.noServiceInBothQuarters, ["old": .period(old), "new": .period(new)])
    }
}

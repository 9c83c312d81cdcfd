import JourneyModel

/// How channels hang together: O1 (one case on several channels) and O3 (hand-offs), D20.
///
/// Only what people do themselves counts: an outbound notice on another channel is no hand-off.
struct JourneyEvidence {
    private(set) var evidence: [String: Evidence] = [:]
    private let ground: JourneyGround
    private let outbound: Int32
    private let reasked: Int32
    private var handOffs = 0
    private var completed = 0
    private var askedAgain = 0
    private var journeys = 0
    /// By touchpoint: the journey in hand that has it, and where first.
    private var firstSeen: [(journey: Int, index: Int)] = []

    private struct Step {
        let time: Int64
        let channel: Int32
        let touchpoint: Int32
        let completes: Bool
        let isReasked: Bool
    }

    init(_ analyst: ColumnarAnalyst, ground: JourneyGround) throws {
        self.ground = ground
        outbound = analyst.source.dimensionIfAny(Dimension.direction)?.code(of: Direction.outbound) ?? -3
        reasked = analyst.source.dimensionIfAny(Dimension.reask)?.code(of: "yes") ?? -3
        let touchpoints = analyst.source.dimensionIfAny(Dimension.touchpoint)?.values.count ?? 0
        firstSeen = Array(repeating: (0, 0), count: touchpoints)
        evidence["O1"] = try linkage(analyst)
        try followCases(analyst.projection(.case))
        try followPeople(analyst.projection(.person))
        evidence["O3"] = handOffEvidence
    }

    // MARK: O1

    /// Of persons who used several channels of one service, those with a case that has events on several.
    private func linkage(_ analyst: ColumnarAnalyst) throws -> Evidence {
        let projection = analyst.projection(.person)
        let events = JourneyColumns(projection.events)
        let mask = ground.filter.mask(of: projection.events, appliesRange: true)
        let cases = analyst.source.cases.count
        guard cases > 0 else {
            return .insufficient(n: nil, because: "no event has a case, so whether channels share one cannot be seen")
        }
        var caseChannel = Array(repeating: Int32(-1), count: cases)
        var caseIsLinked = Array(repeating: false, count: cases)
        for subject in 0..<projection.subjects {
            for index in projection.range(of: subject)
            where isOwn(events, index) && mask.keeps(index) && events.caseID[index] >= 0 {
                let code = Int(events.caseID[index])
                if caseChannel[code] < 0 { caseChannel[code] = events.channel[index] }
                if caseChannel[code] != events.channel[index] { caseIsLinked[code] = true }
            }
        }
        var slots = Array(repeating: (subject: -1, channel: Int32(-1)), count: ground.rules.services.count + 1)
        var (several, linked) = (0, 0)
        for subject in 0..<projection.subjects {
            if subject & 4095 == 0 { try Task.checkCancellation() }
            var (hasSeveral, isLinked) = (false, false)
            for index in projection.range(of: subject) where isOwn(events, index) && mask.keeps(index) {
                let slot = Int(events.service[index]) + 1
                if slots[slot].subject != subject { slots[slot] = (subject, events.channel[index]) }
                if slots[slot].channel != events.channel[index] { hasSeveral = true }
                if events.caseID[index] >= 0, caseIsLinked[Int(events.caseID[index])] { isLinked = true }
            }
            if hasSeveral { several += 1 }
            if hasSeveral, isLinked { linked += 1 }
        }
        guard several > 0 else { return .insufficient(n: 0, because: "nobody used several channels of one service") }
        return .of(.rate(linked, of: several, .d20), "persons with several channels in a service")
    }

    private func isOwn(_ events: JourneyColumns, _ index: Int) -> Bool {
        events.channel[index] >= 0 && events.touchpoint[index] >= 0 && events.direction[index] != outbound
    }

    // MARK: O3

    private var handOffEvidence: Evidence {
        guard handOffs > 0 else {
            return .insufficient(n: 0, because: "no hand-off between channels has had its 28 days")
        }
        guard ground.rules.hasCompletion.contains(true) else {
            return .insufficient(n: handOffs, because: "nothing says what completes a transaction")
        }
        return .measured(
            value: Double(completed) / Double(handOffs),
            companion: Double(askedAgain) / Double(handOffs),
            n: handOffs,
            text: "\(NumberText.count(handOffs)) hand-offs, \(NumberText.count(askedAgain)) asked again"
        )
    }

    private mutating func followCases(_ projection: Projection) throws {
        let events = JourneyColumns(projection.events)
        let reask = projection.events.codes(named: Dimension.reask)
        let mask = ground.filter.mask(of: projection.events, appliesRange: false)
        for subject in 0..<projection.subjects {
            if subject & 4095 == 0 { try Task.checkCancellation() }
            follow(
                projection.range(of: subject).filter { mask.keeps($0) && isOwn(events, $0) }
                    .map { step(events, $0, reask) }
            )
        }
    }

    /// Without a case a journey is one person in one service until it is completed or rests for 28 days (D10).
    private mutating func followPeople(_ projection: Projection) throws {
        let events = JourneyColumns(projection.events)
        let reask = projection.events.codes(named: Dimension.reask)
        let mask = ground.filter.mask(of: projection.events, appliesRange: false)
        var journeys: [Int32: [Step]] = [:]
        for subject in 0..<projection.subjects {
            if subject & 4095 == 0 { try Task.checkCancellation() }
            for index in projection.range(of: subject) where mask.keeps(index) && events.caseID[index] < 0 {
                guard isOwn(events, index) else { continue }
                let service = events.service[index]
                let next = step(events, index, reask)
                if let last = journeys[service]?.last, span(from: last.time, to: next.time) > journeyGap {
                    follow(journeys.removeValue(forKey: service) ?? [])
                }
                journeys[service, default: []].append(next)
                if next.completes { follow(journeys.removeValue(forKey: service) ?? []) }
            }
            for steps in journeys.values { follow(steps) }
            journeys.removeAll(keepingCapacity: true)
        }
    }

    private func step(_ events: JourneyColumns, _ index: Int, _ reask: CodeColumn) -> Step {
        let parts = ground.rules.parts(events.touchpoint[index], events.service[index])
        return Step(
            time: events.time[index],
            channel: events.channel[index],
            touchpoint: events.touchpoint[index],
            completes: ground.rules.completes(parts, events.outcome[index], events.service[index]),
            isReasked: reask[index] == reasked
        )
    }

    /// Counts the hand-offs of one journey that lie in range and have had their 28 days. A hand-off asks again if, on the new
    /// channel, within 7 days and before the next hand-off, a touchpoint comes that the journey had before, or an event
    /// says so.
    private mutating func follow(_ steps: [Step]) {
        guard steps.contains(where: { $0.channel != steps[0].channel }) else { return }
        journeys += 1
        var nextCompletion = Array(repeating: Int64.max, count: steps.count)
        var upcoming = Int64.max
        for index in steps.indices.reversed() {
            if steps[index].completes { upcoming = steps[index].time }
            nextCompletion[index] = upcoming
        }
        var handOff: Int?
        for (index, step) in steps.enumerated() {
            if index > 0, step.channel != steps[index - 1].channel {
                handOff = counted(step.time) ? index : nil
                if handOff != nil {
                    handOffs += 1
                    let done = nextCompletion[index]
                    if done != .max, span(from: step.time, to: done) <= journeyGap { completed += 1 }
                }
            }
            if let start = handOff, span(from: steps[start].time, to: step.time) <= 7 * .day {
                let seen = firstSeen[Int(step.touchpoint)]
                let hadBefore = seen.journey == journeys && seen.index < start
                if step.isReasked || hadBefore {
                    askedAgain += 1
                    handOff = nil
                }
            }
            if firstSeen[Int(step.touchpoint)].journey != journeys {
                firstSeen[Int(step.touchpoint)] = (journeys, index)
            }
        }
    }

    private func counted(_ time: Int64) -> Bool {
        guard ground.filter.range?.contains(time) ?? false, let horizon = ground.horizon else { return false }
        return Timestamp(milliseconds: time).advanced(by: journeyGap) <= horizon
    }
}

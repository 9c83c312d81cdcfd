import JourneyModel
import Tallies

/// One journey while its events pass, and the hand-offs in it (D20).
struct HandOffJourney {
    private let ground: JourneyGround
    private let events: JourneyEvents
    private let reask: CodeColumn
    /// By code of `reask` + 1: whether it says that the person was asked again.
    private let reasked: [Bool]
    /// Rows of the inbound events on a known channel, up to and with the completion.
    private var steps: [Int] = []
    /// By step: whose it is, where steps may be of several.
    private var finders: [Finder] = []
    /// When the journey in hand is completed first.
    var completion: Int64?
    private var journeys = 0
    /// By touchpoint: the journey in hand that has it, and where first.
    private var firstSeen: [(journey: Int, step: Int)]

    init(_ source: EventSource, _ ground: JourneyGround, _ events: JourneyEvents) {
        self.ground = ground
        self.events = events
        reask = ground.live.projection.events.codes(named: Dimension.reask)
        let words = source.dimensionIfAny(Dimension.reask)?.values ?? []
        reasked = [false] + words.map { Dimension.affirmative.contains($0.lowercased()) }
        let touchpoints = source.dimensionIfAny(Dimension.touchpoint)?.values.count ?? 0
        firstSeen = Array(repeating: (0, 0), count: touchpoints)
    }

    /// Whether an event of a case is a step of it or ends it.
    @inline(__always)
    func matters(_ index: Int) -> Bool { events.isOwn(index) || events.meaning(at: index).contains(.completes) }

    /// An event of the case in hand, in the order of D1: nothing after its completion belongs to it.
    @inline(__always)
    mutating func take(_ index: Int, of finder: Finder? = nil) {
        guard completion == nil else { return }
        if events.isOwn(index) {
            steps.append(index)
            if let finder { finders.append(finder) }
        }
        if events.meaning(at: index).contains(.completes) { completion = events.time[index] }
    }

    /// The next step, known to be one.
    mutating func add(_ row: Int) { steps.append(row) }

    /// The hand-off that may still ask again.
    private struct Asking {
        let key: HandOffCounts.Key
        let step: Int
        let until: Int64
    }

    /// Counts the hand-offs of the journey in hand that lie in range, and is ready for the next. A hand-off asks again if, on
    /// the new channel, within 7 days and before the next hand-off, a touchpoint comes that the journey had before, or an
    /// event says so.
    ///
    /// - Parameter finder: Whose the journey is, where its steps do not say.
    mutating func follow(_ finder: Finder, _ counts: inout HandOffCounts) {
        defer { clear() }
        guard let first = steps.first, steps.contains(where: { events.channel[$0] != events.channel[first] }) else {
            return
        }
        journeys += 1
        var asking: Asking?
        for step in steps.indices {
            let row = steps[step]
            if step > 0, events.channel[row] != events.channel[steps[step - 1]] {
                asking = handOff(step, finders.isEmpty ? finder : finders[step], &counts)
            }
            let touchpoint = Int(events.touchpoint[row])
            let seen = firstSeen[touchpoint]
            if let latest = asking, events.time[row] <= latest.until {
                let hadBefore = seen.journey == journeys && seen.step < latest.step
                if hadBefore || reasked[Int(reask[row]) + 1] {
                    counts.askAgain(latest.key)
                    asking = nil
                }
            }
            if seen.journey != journeys { firstSeen[touchpoint] = (journeys, step) }
        }
    }

    private mutating func clear() {
        steps.removeAll(keepingCapacity: true)
        finders.removeAll(keepingCapacity: true)
        completion = nil
    }

    /// Counts the hand-off to `step` where it lies in range; the answer may still ask again.
    private func handOff(_ step: Int, _ finder: Finder, _ counts: inout HandOffCounts) -> Asking? {
        let (before, row) = (steps[step - 1], steps[step])
        let time = events.time[row]
        guard ground.isInRange(time) else { return nil }
        let key = HandOffCounts.Key(from: events.channel[before], to: events.channel[row])
        let isDueToAsk = isOver(HandOffsTally.reaskWindow, after: time)
        counts.add(
            HandOffCounts.HandOff(
                key: key,
                gap: span(from: events.time[before], to: time),
                finder: finder,
                isDue: isOver(HandOffsTally.window, after: time),
                isCompleted: completion.map { span(from: time, to: $0) <= HandOffsTally.window } ?? false,
                isDueToAsk: isDueToAsk
            )
        )
        guard isDueToAsk else { return nil }
        let until = Timestamp(milliseconds: time).advanced(by: HandOffsTally.reaskWindow).milliseconds
        return Asking(key: key, step: step, until: until)
    }

    private func isOver(_ span: Milliseconds, after time: Int64) -> Bool {
        guard let horizon = ground.horizon else { return false }
        return Timestamp(milliseconds: time).advanced(by: span) <= horizon
    }
}

import JourneyModel
import Tallies

/// The scan of funnels with nothing but steps and a window, which most are: only events of the funnel's touchpoints are
/// visited, and how far most subjects get is known from their mark alone.
///
/// Of whom it is not, because the window is still open, all step events are looked at once more. A subject with two step
/// events at one instant is left to the exact search. A chain is looked for only where its events are wanted.
final class PlainFunnelScan {
    let input: FunnelScan.Input
    private let marks: FunnelMarks
    private let chain: PlainChain
    private let exact: FunnelScan
    private let whole: PlainTally
    /// By the breakdown's code + 1.
    private let groups: UnsafeMutableBufferPointer<PlainTally?>
    private let isBroken: Bool
    /// Broken down by the earliest entry.
    private let isByEntry: Bool
    private var subjects = 0

    private let depth: Int
    private let window: Int64
    private let extent: FunnelQuery.Extent

    init(_ funnel: PlainFunnel, _ input: FunnelScan.Input) {
        let plan = input.plan
        marks = FunnelMarks(funnel, input)
        chain = PlainChain(funnel, input)
        self.input = input
        depth = plan.depth
        window = funnel.wait
        extent = plan.query.extent
        exact = FunnelScan(input)
        whole = PlainTally(depth: depth)
        groups = .allocate(capacity: (input.breakdown?.dimension.values.count ?? -1) + 1)
        groups.initialize(repeating: nil)
        isBroken = input.breakdown != nil
        isByEntry = plan.query.attribution == .earliestEntry
    }

    deinit {
        groups.deinitialize().deallocate()
    }

    /// What was counted, by the exact search and here: taken out of here.
    var part: FunnelScan.Part {
        var part = exact.part
        part.subjects = subjects
        part.whole.add(whole.takeCounts(input.names))
        guard let dimension = input.breakdown?.dimension else { return part }
        for (index, group) in groups.enumerated() {
            guard let counts = group?.takeCounts(input.names) else { continue }
            part.groups.add(counts, to: dimension.valueName(of: Int32(index) - 1))
        }
        return part
    }

    func scan(_ range: Range<Int>) throws {
        subjects += marks.read(range)
        for place in 0..<range.count {
            let mark = marks[place]
            if mark == 0 { continue }
            let subject = range.lowerBound + place
            if mark & FunnelMarks.isOpen == 0 {
                // Whenever the latest entry was, its window has passed.
                count(UInt64.bitWidth - mark.leadingZeroBitCount, PlainChain.never, subject)
            } else if let (reached, lastEntry) = chain.reach(input.selection.projection.range(of: subject)) {
                if reached > 0 { count(reached, lastEntry, subject) }
            } else {
                try exact.scan(subject..<subject + 1)
            }
        }
    }

    @inline(__always)
    private func count(_ reached: Int, _ lastEntry: Int64, _ subject: Int) {
        let isConverted = reached == depth
        let needsChain =
            extent == .full || (isConverted && (extent == .times || !isMature(lastEntry)))
            || (isBroken && !isByEntry)
        if needsChain { chain.find(reached, in: input.selection.projection.range(of: subject)) }
        tally(reached, lastEntry, subject, into: whole, hasChain: needsChain)
        guard isBroken, let code = groupCode(reached, subject) else { return }
        tally(reached, lastEntry, subject, into: group(code), hasChain: needsChain)
    }

    /// The time of the chain's event that gets to `depth`.
    @inline(__always)
    private func time(_ depth: Int) -> Int64 { input.time[chain.position(depth)] }

    @inline(__always)
    private func tally(
        _ reached: Int,
        _ lastEntry: Int64,
        _ subject: Int,
        into tally: PlainTally,
        hasChain: Bool
    ) {
        let start = hasChain ? time(1) : lastEntry
        if extent == .full {
            var before = start
            for depth in 1..<max(1, reached) {
                let now = time(depth + 1)
                tally.take(gap: now &- before, to: depth)
                before = now
            }
        }
        if reached == depth {
            tally.convert(isMature: isMature(start))
            if extent != .counts { tally.take(timeToConvert: time(reached) &- start) }
            return
        }
        if input.plan.window != .max, isMature(lastEntry) {
            if extent != .counts { tally.outlastWindow() }
        } else if extent != .counts {
            tally.take(censored: max(0, span(from: lastEntry, to: input.horizon)))
        }
        if isMature(lastEntry) {
            tally.drop(at: reached - 1)
            if extent == .full { countNext(reached, start, subject, into: tally) }
        } else {
            tally.wait(at: reached - 1)
        }
    }

    /// D3: the window of an entry at `start` has passed.
    @inline(__always)
    private func isMature(_ start: Int64) -> Bool {
        input.plan.window == .max || start &+ window <= input.horizon
    }

    /// D9: the subject's first event in scope after the last one of the chain, within the window. Who finished all the same is
    /// counted apart.
    private func countNext(_ reached: Int, _ start: Int64, _ subject: Int, into tally: PlainTally) {
        let last = chain.position(reached)
        let time = input.time.values
        let events = input.selection.projection.range(of: subject)
        if input.finish.isCrossed(after: chain.position(1), in: events, until: input.plan.end(of: start)) {
            return tally.completeOtherwise(from: reached - 1)
        }
        for position in (last + 1)..<max(last + 1, events.upperBound) where input.selection.mask.keeps(position) {
            guard time[position] &- start <= window else { break }
            let next = input.next(position, delay: time[position] &- time[last])
            return tally.take(next: next, from: reached - 1)
        }
        tally.goNowhere(from: reached - 1)
    }

    // MARK: Breakdown (D6)

    private func group(_ code: Int32) -> PlainTally {
        if let group = groups[Int(code) + 1] { return group }
        let group = PlainTally(depth: depth)
        groups[Int(code) + 1] = group
        return group
    }

    private func groupCode(_ reached: Int, _ subject: Int) -> Int32? {
        guard let codes = input.breakdown?.codes else { return nil }
        switch input.plan.query.attribution {
        case .firstTouch:
            for depth in 1...reached where codes[chain.position(depth)] >= 0 { return codes[chain.position(depth)] }
            return -1
        case .lastTouch:
            for depth in (1...reached).reversed() where codes[chain.position(depth)] >= 0 {
                return codes[chain.position(depth)]
            }
            return -1
        case .allSteps: return nil
        case .earliestEntry:
            let entry = chain.firstEntry(in: input.selection.projection.range(of: subject))
            return entry.map { codes[$0] } ?? -1
        case .step(let step):
            guard let depth = input.plan.depth(ofStep: step - 1), depth <= reached else { return -1 }
            return codes[chain.position(depth)]
        }
    }
}

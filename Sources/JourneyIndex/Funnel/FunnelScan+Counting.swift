import JourneyModel
import Tallies

extension FunnelScan.Input {
    /// Counts one outcome: where it stopped (D3), its times (D4), its optional steps (D2), where it went next (D9).
    func count(
        _ outcome: FunnelOutcome,
        _ chain: ArraySlice<Int>,
        _ events: SubjectEvents,
        _ positions: Range<Int>,
        _ tally: inout CodedTally
    ) {
        var last = outcome.start
        for (depth, event) in chain.enumerated() {
            if depth > 0 { tally.counts.stops[depth].gaps.append(span(from: last, to: events.time(event))) }
            last = events.time(event)
        }
        if !plan.optionals.isEmpty { countOptional(chain, events, &tally) }
        let stop = outcome.depth - 1
        let fate = fate(of: outcome)
        if fate == .converted {
            tally.counts.converted += 1
            tally.counts.timesToConvert.append(span(from: outcome.start, to: last))
            if isMature(outcome.start) {
                tally.counts.mature += 1
                tally.counts.matureConverted += 1
            }
            return
        }
        let observed = max(0, span(from: outcome.latestEntry ?? outcome.start, to: horizon))
        tally.counts.censored.append(min(observed, plan.window))
        if fate == .pending {
            tally.counts.stops[stop].pending += 1
        } else {
            tally.counts.mature += 1
            tally.counts.stops[stop].dropped += 1
            countNext(outcome, chain, events, positions, &tally)
        }
    }

    /// D3: whether who got no further may still do so.
    func fate(of outcome: FunnelOutcome) -> FunnelFate {
        if outcome.depth == plan.depth { return .converted }
        guard let latest = outcome.latestEntry, plan.window != .max, !isMature(latest) else { return .dropped }
        return .pending
    }

    /// D3: the window of an entry at `start` has passed.
    private func isMature(_ start: Int64) -> Bool {
        plan.window == .max || plan.end(of: start) <= horizon
    }

    /// D9: the subject's first event in scope after the last one of the chain, no part of the chain, within the window. Who
    /// finished all the same is counted apart.
    private func countNext(
        _ outcome: FunnelOutcome,
        _ chain: ArraySlice<Int>,
        _ events: SubjectEvents,
        _ positions: Range<Int>,
        _ tally: inout CodedTally
    ) {
        guard let first = chain.first, let last = chain.last else { return }
        if finish.isCrossed(after: events.position(first), in: positions, until: plan.end(of: outcome.start)) {
            tally.counts.stops[outcome.depth - 1].completedOtherwise += 1
            return
        }
        let from = events.position(last)
        let time = time.values
        let end = plan.end(of: outcome.start)
        for position in (from + 1)..<max(from + 1, positions.upperBound) where selection.mask.keeps(position) {
            if chain.contains(where: { events.position($0) == position }) { continue }
            guard time[position] <= end else { break }
            let delay = span(from: events.time(last), to: time[position])
            tally.next[outcome.depth - 1].append(next(position, delay: delay))
            return
        }
        tally.counts.stops[outcome.depth - 1].nothingNext += 1
    }

    /// Where the event at `position` is.
    @inline(__always)
    func next(_ position: Int, delay: Int64) -> NextPlace {
        NextPlace(touchpoint: touchpoint[position], channel: channel[position], delay: delay)
    }

    private func countOptional(_ chain: ArraySlice<Int>, _ events: SubjectEvents, _ tally: inout CodedTally) {
        for index in plan.optionals.indices {
            if let delay = optionalDelay(index, chain, events) { tally.counts.optionalDelays[index].append(delay) }
        }
    }

    /// How long after the required step before it an optional step was done; nil where it was not. Optional steps lie between
    /// their neighbours on the chain, ties as the query has them; one after the last required step counts until the window's
    /// end. Under order any they lie anywhere from entry to the window's end.
    func optionalDelay(_ index: Int, _ chain: ArraySlice<Int>, _ events: SubjectEvents) -> Int64? {
        let optional = plan.optionals[index]
        // Only who got to the next required step (or, after the last, converted) is asked.
        guard let first = chain.first, chain.count >= min(optional.after + 1, plan.depth) else { return nil }
        func step(_ place: Int) -> Int { chain[chain.startIndex + place] }
        let isAnyOrder = plan.order == .any
        let before = isAnyOrder ? first : step(optional.after - 1)
        let after = isAnyOrder || optional.after == plan.depth ? nil : step(optional.after)
        let end = plan.end(of: events.time(first))
        let found = (0..<events.count).first { event in
            guard events.steps(event) & optional.bit != 0, events.time(event) <= end, !chain.contains(event) else {
                return false
            }
            let gap = span(from: events.time(before), to: events.time(event))
            return follows(event, before, events) && after.map { follows($0, event, events) } ?? true
                && gap >= optional.minimumGap && gap <= optional.maximumGap
        }
        return found.map { span(from: events.time(before), to: events.time($0)) }
    }

    /// D1: whether the event `later` may follow upon `earlier`.
    private func follows(_ later: Int, _ earlier: Int, _ events: SubjectEvents) -> Bool {
        switch plan.ties {
        case .permissive: !events.isLater(earlier, than: later)
        case .strict: events.isLater(later, than: earlier)
        case .file: later > earlier
        }
    }
}

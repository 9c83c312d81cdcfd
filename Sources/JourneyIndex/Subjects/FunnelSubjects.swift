import JourneyModel

/// Finds who is in a part of a funnel, by the rules by which the funnel counts them: the same scan, whose outcomes are noted
/// one by one. Under entry policy "every" each attempt counts, and so a person may be found several times.
final class FunnelSubjects {
    private let input: FunnelScan.Input
    private let scan: FunnelScan
    private let wanted: Wanted
    private(set) var members: SubjectCollector

    private enum Wanted {
        case converted
        /// A required step, by its depth, and what became of those there; nil: whatever did.
        case depth(Int, FunnelFate?)
        /// By the place among the optional steps.
        case optional(Int)
        /// Counted under this code of the breakdown's dimension.
        case group(Int32, FunnelGroupPart)
        case nobody
    }

    init(_ input: FunnelScan.Input, _ part: FunnelPart, _ members: SubjectCollector) {
        self.input = input
        scan = FunnelScan(input)
        wanted = FunnelSubjects.wanted(part, input)
        self.members = members
    }

    private static func wanted(_ part: FunnelPart, _ input: FunnelScan.Input) -> Wanted {
        if case .group(let value, let part) = part {
            return input.breakdown?.dimension.code(of: value).map { .group($0, part) } ?? .nobody
        }
        guard let step = part.step else { return .converted }
        let plan = input.plan
        let depth = plan.depth(ofStep: step - 1)
        switch part {
        case .converted, .group: return .converted
        case .reached:
            return depth.map { .depth($0, nil) }
                ?? .optional(plan.query.steps.prefix(step - 1).count { $0.isOptional })
        case .dropped: return depth.map { .depth($0, .dropped) } ?? .nobody
        case .pending: return depth.map { .depth($0, .pending) } ?? .nobody
        }
    }

    func scan(_ subjects: Range<Int>) throws {
        let projection = input.selection.projection
        for index in subjects {
            guard try scan.evaluate(index) else { continue }
            let rows = projection.range(of: index)
            if case .group(let code, let part) = wanted {
                scan.eachInGroup { group, outcome, chain, events in
                    guard group == code, isWanted(outcome, part) else { return }
                    members.add(SubjectMember(name(index, rows), .rows(rows), reason(outcome, chain, events)))
                }
                continue
            }
            for outcome in scan.subject.outcomes where isWanted(outcome) {
                let chain = scan.subject.chains[outcome.chain]
                members.add(SubjectMember(name(index, rows), .rows(rows), reason(outcome, chain, scan.events)))
            }
        }
    }

    private func isWanted(_ outcome: FunnelOutcome) -> Bool {
        switch wanted {
        case .converted: return input.fate(of: outcome) == .converted
        case .depth(let depth, nil): return outcome.depth >= depth
        case .depth(let depth, let fate?): return outcome.depth == depth && input.fate(of: outcome) == fate
        case .optional(let place):
            let chain = scan.subject.chains[outcome.chain]
            return input.optionalDelay(place, chain, scan.events) != nil
        case .group, .nobody: return false
        }
    }

    private func isWanted(_ outcome: FunnelOutcome, _ part: FunnelGroupPart) -> Bool {
        switch part {
        case .entered: true
        case .converted: input.fate(of: outcome) == .converted
        case .unconverted: input.fate(of: outcome) != .converted
        }
    }

    /// When the wanted step (or the last that was reached) was done, and when the chain began.
    private func reason(
        _ outcome: FunnelOutcome,
        _ chain: ArraySlice<Int>,
        _ events: SubjectEvents
    ) -> SubjectReason {
        let depth = if case .depth(let depth, nil) = wanted { depth } else { chain.count }
        let event = chain[chain.startIndex + min(depth, chain.count) - 1]
        return SubjectReason(
            at: events.time(event),
            first: Int32(outcome.depth),
            before: outcome.start
        )
    }

    /// Of a session or an attempt the person, where one is known.
    private func name(_ subject: Int, _ rows: Range<Int>) -> SubjectName {
        let projection = input.selection.projection
        switch projection.unit {
        case .person: return .person(projection.subjectCode[subject])
        case .case: return .case(projection.subjectCode[subject])
        case .session, .attempt:
            let person = projection.events.person[rows.lowerBound]
            return person >= 0 ? .person(person) : .nobody
        }
    }
}

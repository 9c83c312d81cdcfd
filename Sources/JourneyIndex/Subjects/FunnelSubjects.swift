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
        case nobody
    }

    init(_ input: FunnelScan.Input, _ part: FunnelPart, _ members: SubjectCollector) {
        self.input = input
        scan = FunnelScan(input)
        wanted = FunnelSubjects.wanted(part, input.plan)
        self.members = members
    }

    private static func wanted(_ part: FunnelPart, _ plan: FunnelPlan) -> Wanted {
        guard let step = part.step else { return .converted }
        let depth = plan.depth(ofStep: step - 1)
        switch part {
        case .converted: return .converted
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
            for outcome in scan.subject.outcomes where isWanted(outcome) {
                let rows = projection.range(of: index)
                members.add(SubjectMember(name(index, rows), .rows(rows), reason(outcome)))
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
        case .nobody: return false
        }
    }

    /// When the wanted step (or the last that was reached) was done, and when the chain began.
    private func reason(_ outcome: FunnelOutcome) -> SubjectReason {
        let chain = scan.subject.chains[outcome.chain]
        let depth = if case .depth(let depth, nil) = wanted { depth } else { chain.count }
        let event = chain[chain.startIndex + min(depth, chain.count) - 1]
        return SubjectReason(
            at: scan.events.time(event),
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

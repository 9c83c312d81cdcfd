import JourneyModel
import TestSupport

extension Fixtures {
    /// As many as the figure of the group says, and the first of them.
    static func subjects(_ query: SubjectsQuery) -> SubjectsResult {
        let total = count(query.group)
        let touchpoints = ["upload document", "call", "start form", "letter"]
        let channels = ["web", "phone", "app", "counter"]
        let shown = min(total, min(query.top, 60))
        return SubjectsResult(
            query: query,
            total: total,
            subjects: (0..<shown).map { index in
                let last = day(2025, 12, 30).advanced(by: -Int64(index) * 17 * .hour)
                return SubjectsResult.Subject(
                    name: Pseudonym.of("resident \(index)", store: 17),
                    events: 3 + index * 7 % 40,
                    first: last.advanced(by: -Int64(20 + index * 13 % 300) * .day),
                    last: last,
                    lastTouchpoint: touchpoints[index % 4],
                    lastChannel: channels[index % 4],
                    since: last.advanced(by: -Int64(index % 5) * .day),
                    why: index % 3 == 0 ? "started on web, not finished, 2 times" : "started on app, not finished"
                )
            },
            receipt: receipt(query.scope, query.group.definitions)
        )
    }

    /// What the invented screens say.
    private static func count(_ group: SubjectGroup) -> Int {
        switch group {
        case .funnel(let query, let part):
            let result = funnel(query)
            return switch part {
            case .converted: result.converted
            case .reached(let step): result.steps[step - 1].reached
            case .dropped(let step): result.steps[step - 1].dropped
            case .pending(let step): result.steps[step - 1].pending
            case .group(let value, let part): count(result.groups.first { $0.value == value }, part)
            }
        default: return overview(OverviewQuery()).gaps.first { $0.group == group }?.people ?? 0
        }
    }

    private static func count(_ group: FunnelResult.Group?, _ part: FunnelGroupPart) -> Int {
        switch part {
        case .entered: group?.entered ?? 0
        case .converted: group?.converted ?? 0
        case .unconverted: (group?.pending ?? 0) + (group?.dropped ?? 0)
        }
    }
}

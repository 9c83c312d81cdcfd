import ArgumentParser
import JourneyModel
import Wording

/// The options of a funnel.
struct FunnelOptions: ParsableArguments {
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "A step is a touchpoint. A|B means either, A? optional, A[service=passport] filters; a backslash takes the "
                + "meaning from the next character.",
            valueName: "touchpoint"
        )
    )
    var step: [String] = []

    @Option(help: ArgumentHelp("From the first step to the last: 14d, 36h, 90m. Default: no limit.", valueName: "span"))
    var within: String?

    @Option(
        help: "May other events lie between steps (ordered), none of the same service (strict), or is any order fine."
    )
    var order: FunnelQuery.Order = .ordered

    @Option(help: "Which first step counts: the one that leads furthest, the first one, or every one for itself.")
    var entry: FunnelQuery.Entry = .best

    @Option(help: "Events at one instant: in any order, never one after the other, or in the order of the file.")
    var ties: FunnelQuery.Ties = .permissive

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Touchpoints that must not come between entry and conversion.", valueName: "touchpoint")
    )
    var exclude: [String] = []

    @Option(help: "What an excluded touchpoint does to the subject.")
    var policy: FunnelQuery.ExclusionPolicy = .disqualify

    @Option(help: ArgumentHelp("Break down by a dimension or trait.", valueName: "dimension"))
    var by: String?

    @Option(
        help: ArgumentHelp("The value a subject counts under: first, last, all, entry or step:N.", valueName: "rule")
    )
    var attribution: String = "first"

    @Option(
        help: ArgumentHelp(
            "Least and most time between a step and the one before: 2:1h..3d, 3:..7d, 2:1h.. May be given several times.",
            valueName: "step:min..max"
        )
    )
    var gap: [String] = []

    @Flag(help: "With --order strict: events of every service intervene, not only those of the step's own.")
    var allServices = false

    /// - Throws: `ParsingError` where an option cannot be read, or a gap is of a step that there is not.
    func query(scope: Scope) throws -> FunnelQuery {
        var steps = try step.map { try FunnelStep(parsing: $0) }
        try StepGap.set(gap, on: &steps)
        return FunnelQuery(
            scope: scope,
            steps: steps,
            window: try within.map { try SpanWord.parse($0) },
            order: order,
            entry: entry,
            ties: ties,
            exclusions: try exclude.flatMap { try FunnelQuery.Exclusion.parse($0) },
            policy: policy,
            breakdown: by,
            attribution: try FunnelQuery.Attribution(parsing: attribution),
            interveningEventsOfAllServices: allServices
        )
    }
}

public import JourneyModel
import Wording

extension DashboardState {
    /// The command line that shows what the screen shows, ready for a shell (experience, rule 9).
    public var commandLine: String {
        var words = shownCommand
        if screen.takesScope { words += Self.words(for: questionScope) }
        if store.isPublic { words.append("--public") }
        return (["cxm"] + words + ["--store", store.path]).map(ShellWord.quoted).joined(separator: " ")
    }

    /// The command that shows what the screen shows, without store and scope.
    var shownCommand: [String] { screen.command(self) }

    /// The scope options of the command line. A last day is part of a range, and the known of a day is that of its end.
    static func words(for scope: Scope) -> [String] {
        var words: [String] = []
        if let from = scope.range.from { words += ["--from", instant(from, scope.zone)] }
        if let to = scope.range.to { words += ["--to", lastDay(before: to, scope.zone) ?? to.iso8601] }
        for filter in scope.filters { words += ["--where", filter.text] }
        if let unit = scope.unit { words += ["--unit", unit.rawValue] }
        if let asOf = scope.asOf {
            words += ["--as-of", lastDay(before: asOf.advanced(by: 1), scope.zone) ?? asOf.iso8601]
        }
        if scope.zone != .utc { words += ["--zone", scope.zone.name] }
        return words
    }

    /// The options of `cxm show funnel`.
    static func words(for query: FunnelQuery) -> [String] {
        var words = query.steps.flatMap { ["--step", $0.text] }
        if let window = query.window { words += ["--within", SpanWord.text(window)] }
        if query.order != .ordered { words += ["--order", query.order.rawValue] }
        if query.entry != .best { words += ["--entry", query.entry.rawValue] }
        if query.ties != .permissive { words += ["--ties", query.ties.rawValue] }
        for exclusion in query.exclusions { words += ["--exclude", exclusion.text] }
        if query.policy != .disqualify { words += ["--policy", query.policy.rawValue] }
        if let breakdown = query.breakdown { words += ["--by", breakdown] }
        if query.attribution != .firstTouch { words += ["--attribution", query.attribution.text] }
        for (index, step) in query.steps.enumerated() {
            if let gap = StepGap.text(step, at: index) { words += ["--gap", gap] }
        }
        if query.interveningEventsOfAllServices { words.append("--all-services") }
        return words
    }

    /// The command line of a funnel by itself.
    public static func commandLine(for query: FunnelQuery, store: String) -> String {
        (["cxm", "show", "funnel"] + words(for: query) + words(for: query.scope) + ["--store", store])
            .map(ShellWord.quoted).joined(separator: " ")
    }

    private static func instant(_ time: Timestamp, _ zone: Zone) -> String {
        let date = zone.date(at: time)
        return zone.start(of: date) == time ? date.text : time.iso8601
    }

    /// The day that ends at `time`; nil where none does.
    private static func lastDay(before time: Timestamp, _ zone: Zone) -> String? {
        let date = zone.date(at: time)
        return zone.start(of: date) == time ? CivilDate(daysSinceEpoch: date.daysSinceEpoch - 1).text : nil
    }
}

import JourneyModel

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

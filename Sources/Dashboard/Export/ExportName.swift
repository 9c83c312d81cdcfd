import JourneyModel

/// The file name that is proposed: store, view and period, as in `riverbend-funnel-2025-Q4.csv`.
enum ExportName {
    static func proposed(_ state: DashboardState, _ format: OutputFormat) -> String {
        let view = state.shownCommand.first { $0 != "show" } ?? "view"
        let parts = [state.store.name, view] + (state.screen.takesScope ? period(state.scope) : [])
        return parts.map(plain).filter { !$0.isEmpty }.joined(separator: "-") + "." + format.fileExtension
    }

    /// The period as short as a file name can say it; none where it is all time.
    private static func period(_ scope: ViewScope) -> [String] {
        let range = scope.range
        if let whole = range.wholePeriod(in: scope.zone) { return [whole.label] }
        let first = range.from.map { scope.zone.date(at: $0).text }
        let last = range.to.map { scope.zone.date(at: $0.advanced(by: -1)).text }
        switch (first, last) {
        case (let first?, let last?): return [first, "to", last]
        case (let first?, nil): return ["since", first]
        case (nil, let last?): return ["until", last]
        case (nil, nil): return []
        }
    }

    /// Letters, digits, dots and dashes: a name that every shell and file system takes, and that hides nothing.
    private static func plain(_ text: String) -> String {
        let words = text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-")) }
        // A dot at the beginning would hide the file.
        return String(words.joined(separator: "-").drop { $0 == "." || $0 == "-" })
    }
}
